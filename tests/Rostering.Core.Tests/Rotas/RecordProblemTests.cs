using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Core.Tests.Rotas;

public sealed class RecordProblemTests
{
    [Test]
    public async Task HandleAsync_SameProblemTwice_IsOneProblem()
    {
        await using var database = await RotaDatabase.CreateAsync();

        long first = await database.RecordAsync(Problems.Small());
        long second = await database.RecordAsync(Problems.Small());

        Assert.That(second, Is.EqualTo(first));
        Assert.That(await database.AskAsync("select count(*) from problem"), Is.EqualTo(1));
    }

    [Test]
    public async Task HandleAsync_SameProblemFromManyAtOnce_IsOneProblem()
    {
        await using var database = await RotaDatabase.CreateAsync();

        long[] ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => database.RecordAsync(Problems.Small()))));

        Assert.That(ids.Distinct(), Has.One.Items);
        Assert.That(await database.AskAsync("select count(*) from provider"), Is.EqualTo(1));
        Assert.That(await database.AskAsync("select count(*) from week"), Is.EqualTo(1));
        Assert.That(await database.AskAsync("select count(*) from problem"), Is.EqualTo(1));
    }

    [Test]
    public async Task HandleAsync_WeekAsksAnew_IsASecondProblemOfTheWeek()
    {
        await using var database = await RotaDatabase.CreateAsync();

        long first = await database.RecordAsync(Problems.Small());
        long second = await database.RecordAsync(Problems.Small() with { Visits = [] });

        Assert.That(second, Is.Not.EqualTo(first));
        Assert.That(await database.AskAsync("select count(*) from week"), Is.EqualTo(1));
    }

    [Test]
    public async Task HandleAsync_SameWeekOfTwoProviders_IsTwoWeeks()
    {
        await using var database = await RotaDatabase.CreateAsync();

        await database.RecordAsync(Problems.Small());
        await database.RecordAsync(Problems.Small() with { Provider = "Rowan" });

        Assert.That(await database.AskAsync("select count(*) from week"), Is.EqualTo(2));
    }
}
