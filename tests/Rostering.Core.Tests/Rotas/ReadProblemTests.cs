using System.Text;
using Rostering.Core.Data;
using Rostering.Core.Rotas;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Core.Tests.Rotas;

public sealed class ReadProblemTests
{
    [Test]
    public async Task HandleAsync_SameIdInTwoDatabases_IsEachDatabasesOwnProblemHoweverOftenItIsRead()
    {
        await using var one = await RotaDatabase.CreateAsync();
        await using var other = await RotaDatabase.CreateAsync();
        RotaProblem[] problems = [Problems.Small(), Problems.Small() with { Provider = "Rowan" }];

        long[] ids = [await one.RecordAsync(problems[0]), await other.RecordAsync(problems[1])];

        Assert.That(ids[0], Is.EqualTo(ids[1]));
        foreach (int time in new[] { 1, 2 })
        {
            Assert.That(await ReadAsync(one, ids[0]), Is.EqualTo(Text(problems[0])), $"time {time}");
            Assert.That(await ReadAsync(other, ids[1]), Is.EqualTo(Text(problems[1])), $"time {time}");
        }
    }

    [Test]
    public async Task HandleAsync_MoreProblemsThanAreKept_AreAllStillRead()
    {
        await using var database = await RotaDatabase.CreateAsync();
        RotaProblem[] problems = [.. Enumerable.Range(0, 20).Select(at => Problems.Small() with { Provider = $"Provider {at}" })];
        List<long> ids = [];
        foreach (var problem in problems)
            ids.Add(await database.RecordAsync(problem));

        string[] read = await Task.WhenAll(ids.Concat(ids).Select(id => ReadAsync(database, id)));

        Assert.That(read, Is.EqualTo(problems.Concat(problems).Select(Text)));
    }

    [Test]
    public async Task HandleAsync_ContentThatNobodyCanRead_SaysWhichAndWhy()
    {
        await using var database = await RotaDatabase.CreateAsync();
        long id = await database.RecordAsync(Problems.Small());
        await using RosteringContext owner = RosteringContext.On(database.OwnerConnectionString);
        long broken = (long)(await LedgerDatabase.AskAsync(
            database.OwnerConnectionString,
            $"insert into problem (week_id, content, content_hash, recorded_at) select week_id, '{{\"format\": 99}}'::bytea, sha256('{{\"format\": 99}}'), now() from problem where id = {id} returning id"))!;

        Assert.That(
            async () => await ReadProblem.HandleAsync(owner, broken, CancellationToken.None),
            Throws.InvalidOperationException.With.Message.StartsWith($"Stored problem {broken} cannot be read: "));
    }

    private static async Task<string> ReadAsync(RotaDatabase database, long id)
    {
        await using RosteringContext context = database.Open();
        return Text(await ReadProblem.HandleAsync(context, id, CancellationToken.None));
    }

    private static string Text(RotaProblem problem) => Encoding.UTF8.GetString(ProblemJson.Write(problem));
}
