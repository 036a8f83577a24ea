using Rostering.Core.Rotas;
using Rostering.Core.Visits;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Core.Tests.Visits;

public sealed class ReadWorkerWeekTests
{
    private OwnWeek week = null!;

    [SetUp]
    public async Task PublishAsync() => week = await OwnWeek.PublishAsync();

    [TearDown]
    public ValueTask DropAsync() => week.DisposeAsync();

    [Test]
    public async Task Read_PublishedWeek_HasEachVisitWithItsPlacePeopleAndColleagues()
    {
        var read = (await ReadAsync("ann"))!;

        Assert.That(read.Days.Select(day => day.Visits.Length), Is.EqualTo([3, 0, 0, 0, 0, 1, 0]));
        var shared = read.Days[0].Visits[2];
        Assert.That(shared.People, Is.EqualTo(["pat", "sam"]));
        Assert.That(shared.With, Is.EqualTo(["bob"]));
        Assert.That(shared, Has.Property(nameof(WorkerVisit.Kind)).EqualTo(VisitKind.GroupSession).And.Property(nameof(WorkerVisit.Place)).EqualTo("town"));
        Assert.That(read.Days[5].Visits.Single().End, Is.EqualTo(TestWeek.At("sun 07:00")));
    }

    [Test]
    public async Task Read_TravelAndWaits_AreAsThePlanPaysThem()
    {
        var read = (await ReadAsync("ann"))!;

        var timeline = Planned();
        var monday = read.Days[0].Visits;
        Assert.That(monday[0].Before, Has.Property(nameof(Approach.FromHome)).True);
        Assert.That(monday[1].Before, Is.EqualTo(new Approach(FromHome: false, timeline.Gaps[0].Journey.Minutes, timeline.Gaps[0].Idle, WaitPaid: true)));
        Assert.That(monday[1].Before.TravelMinutes, Is.GreaterThan(0));
        Assert.That(read.Hours, Has.Property(nameof(WeekHours.Paid)).EqualTo(timeline.PaidMinutes).And.Property(nameof(WeekHours.Contracted)).EqualTo(20 * 60));
        Assert.That(read.Hours.Paid, Is.EqualTo(read.Hours.Visits + read.Hours.Travel + read.Hours.Waiting + read.Hours.TopUp));
    }

    [Test]
    public async Task Read_VisitMovedAndGivenToAnotherSince_IsAsItStandsNow()
    {
        await week.Database.AskAsync("update published_visit set starts_at = '2026-11-16 07:05' where visit = 'v1'; update published_visit set workers = '{bob}' where visit = 'v2'");

        var read = (await ReadAsync("ann"))!;

        Assert.That(read.Days[0].Visits.Select(visit => visit.Id), Is.EqualTo(["v1", "v3"]));
        Assert.That(read.Days[0].Visits[0].Start, Is.EqualTo(TestWeek.At("mon 07:05")));
        Assert.That((await ReadAsync("bob"))!.Days[0].Visits.Select(visit => visit.Id), Is.EqualTo(["v2", "v3"]));
    }

    [Test]
    public async Task Read_VisitThatThePlanDidNotKnow_IsThereAsWell()
    {
        await week.Database.AskAsync("""
            insert into published_visit (week_id, visit, publication_id, starts_at, minutes, team, place, kind, seats, people, workers, state)
            select week_id, 'extra-1', publication_id, '2026-11-18 12:00', 60, team, place, 'Support', 1, '{sam}', '{ann}', 'planned' from published_visit where visit = 'v2'
            """);

        Assert.That((await ReadAsync("ann"))!.Days[2].Visits.Single(), Has.Property(nameof(WorkerVisit.Place)).EqualTo("hill"));
    }

    [Test]
    public async Task Read_Withdrawn_IsGone()
    {
        await week.SetAsync("v1", VisitState.Withdrawn);

        Assert.That((await ReadAsync("ann"))!.Days[0].Visits, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Read_Retracted_IsNotPublished()
    {
        await week.Database.AskAsync("update publication set retracted_at = now(), retracted_by = 1, retract_reason = 'mistake'");

        Assert.That(await ReadAsync("ann"), Is.Null);
    }

    [TestCase("carol")]
    [TestCase("pat")]
    public async Task Read_NoSuchWorker_IsNothing(string worker) => Assert.That(await ReadAsync(worker), Is.Null);

    [Test]
    public async Task Read_OfAnotherProvider_IsNothing()
    {
        await using var database = week.Open();

        Assert.That(await new ReadWorkerWeek(database).HandleAsync(week.Provider + 1, "ann", OwnWeek.Monday, CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task Read_WorkerWithoutVisits_IsAnEmptyWeek()
    {
        await week.Database.AskAsync("update published_visit set workers = '{ann}' where visit = 'v3'");

        var read = (await ReadAsync("bob"))!;

        Assert.That(read.Days.SelectMany(day => day.Visits), Is.Empty);
        Assert.That(read.Hours.Paid, Is.Zero);
    }

    private async Task<WorkerWeek?> ReadAsync(string worker)
    {
        await using var database = week.Open();
        return await new ReadWorkerWeek(database).HandleAsync(week.Provider, worker, OwnWeek.Monday, CancellationToken.None);
    }

    /// <summary>The week of ann as the solver lays it out.</summary>
    private static WorkerTimeline Planned()
    {
        var prepared = Solver.Problem.Prepared.PreparedProblem.From(OwnWeek.Problem);
        var rota = Solver.Tests.Builders.Rotas.Of(OwnWeek.Problem, ("v1", "mon 07:00", "ann"), ("v2", "mon 09:30", "ann"), ("v3", "mon 14:00", "ann bob"), ("v5", "sat 22:00", "ann"));
        WorkerTimeline timeline = new(prepared);
        timeline.Load(Schedules.From(prepared, rota), worker: 0);
        return timeline;
    }
}
