using NodaTime;
using Rostering.Core.Visits;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Core.Tests.Visits;

public sealed class ReadPersonWeekTests
{
    private OwnWeek week = null!;

    [OneTimeSetUp]
    public async Task PublishAsync() => week = await OwnWeek.PublishAsync();

    [OneTimeTearDown]
    public ValueTask DropAsync() => week.DisposeAsync();

    [Test]
    public async Task Read_Published_SaysWhoComesWhenAndWhereNobodyDoes()
    {
        var visits = (await ReadAsync("sam")).Week!.Visits;

        Assert.That(visits.Select(visit => visit.Id), Is.EqualTo(["v2", "v3", "v4"]));
        Assert.That(visits.Select(visit => string.Join(' ', visit.Workers)), Is.EqualTo(["ann", "ann bob", ""]));
        Assert.That(visits.Select(visit => visit.Others), Is.EqualTo([0, 1, 0]));
        Assert.That(visits[0].End, Is.EqualTo(TestWeek.At("mon 10:30")));
    }

    [Test]
    public async Task Read_NoFund_LeavesItOut() => Assert.That((await ReadAsync("sam")).Fund, Is.Null);

    [Test]
    public async Task Read_WeekThatIsNotPublished_IsNothing() => Assert.That((await ReadAsync("sam", OwnWeek.Monday.PlusWeeks(1))).Week, Is.Null);

    private async Task<ReadPersonWeek.Result> ReadAsync(string person, LocalDate? monday = null)
    {
        await using var database = week.Open();
        return await new ReadPersonWeek(database).HandleAsync(week.Provider, person, monday ?? OwnWeek.Monday, Instant.FromUtc(2026, 11, 16, 9, 0), CancellationToken.None);
    }
}
