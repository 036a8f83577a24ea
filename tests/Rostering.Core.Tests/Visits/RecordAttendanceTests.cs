using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rostering.Core.Rotas;
using Rostering.Core.Visits;
using static Rostering.Core.Visits.RecordAttendance;

namespace Rostering.Core.Tests.Visits;

public sealed class RecordAttendanceTests
{
    private OwnWeek week = null!;

    [SetUp]
    public async Task PublishAsync() => week = await OwnWeek.PublishAsync();

    [TearDown]
    public ValueTask DropAsync() => week.DisposeAsync();

    [TestCase("mon 06:29", "It is 31 minutes before the visit. You can check in from 06:30 on.")]
    [TestCase("mon 06:30", null)]
    [TestCase("mon 07:15", null)]
    public async Task Came_AroundTheStart_IsTakenFromHalfAnHourBefore(string at, string? refusal)
    {
        var outcome = await SayAsync(at, AttendanceKind.Came);

        Assert.That(outcome, Is.EqualTo(refusal is null ? new Result.Recorded() : new Result.Refused(refusal)));
        Assert.That(await StateAsync(), Is.EqualTo(refusal is null ? VisitState.UnderWay : VisitState.Planned));
    }

    [Test]
    public async Task Came_Late_WantsAReasonAndKeepsIt()
    {
        var without = await SayAsync("mon 07:16", AttendanceKind.Came);
        var with = await SayAsync("mon 07:16", AttendanceKind.Came, " The bus did not come. ");

        Assert.That(without, Is.EqualTo(new Result.ReasonWanted("You are 16 minutes late. Say why, then check in.")));
        Assert.That(with, Is.EqualTo(new Result.Recorded()));
        Assert.That(await week.Database.AskAsync("select reason from attendance"), Is.EqualTo("The bus did not come."));
    }

    [Test]
    public async Task Left_Early_WantsAReason()
    {
        await SayAsync("mon 07:00", AttendanceKind.Came);

        var early = await SayAsync("mon 08:40", AttendanceKind.Left);
        var onTime = await SayAsync("mon 08:52", AttendanceKind.Left);

        Assert.That(early, Is.EqualTo(new Result.ReasonWanted("The visit has 20 minutes to go. Say why it ends early, then check out.")));
        Assert.That(onTime, Is.EqualTo(new Result.Recorded()));
    }

    [Test]
    public async Task Came_SaidWithoutANetworkAndSentLater_CountsFromWhenItWasSaidAndKeepsBothTimes()
    {
        var outcome = await SayAsync("mon 08:10", AttendanceKind.Came, saidAt: "mon 07:05");

        Assert.That(outcome, Is.EqualTo(new Result.Recorded()));
        Assert.That(await week.Database.AskAsync("select at || ' ' || recorded_at from attendance"), Is.EqualTo("2026-11-16 07:05:00+00 2026-11-16 08:10:00+00"));
        Assert.That(await week.Database.AskAsync("select detail ->> 'saidAt' from audit_entry where what = 'visits.check-in'"), Is.EqualTo("2026-11-16T07:05:00Z"));
    }

    [TestCase("tue 08:10", "mon 07:05")]
    [TestCase("mon 07:05", "mon 07:30")]
    public async Task Came_SaidLongAgoOrInTheFuture_IsRefused(string sentAt, string saidAt) =>
        Assert.That(await SayAsync(sentAt, AttendanceKind.Came, saidAt: saidAt), Is.TypeOf<Result.Refused>().And.Property("Sentence").Contains("not within the last day"));

    [Test]
    public async Task Left_WithoutHavingCome_IsRefused() =>
        Assert.That(await SayAsync("mon 09:00", AttendanceKind.Left), Is.TypeOf<Result.Refused>());

    [Test]
    public async Task Came_SaidTwice_CountsOnce()
    {
        await SayAsync("mon 07:00", AttendanceKind.Came);

        Assert.That(await SayAsync("mon 07:40", AttendanceKind.Came), Is.EqualTo(new Result.Recorded()));
        Assert.That(await week.Database.AskAsync("select count(*) from attendance"), Is.EqualTo(1));
        Assert.That(await week.Database.AskAsync("select count(*) from audit_entry where what = 'visits.check-in'"), Is.EqualTo(1));
    }

    [TestCase("v4", TestName = "Came_VisitOfNobody_IsRefused")]
    [TestCase("v9", TestName = "Came_VisitThatIsNot_IsRefused")]
    public async Task Came_NotOnesOwn_IsRefused(string visit) =>
        Assert.That(await SayAsync("tue 10:00", AttendanceKind.Came, visit: visit), Is.TypeOf<Result.Refused>());

    [TestCase(VisitState.Delivered)]
    [TestCase(VisitState.NotDelivered)]
    [TestCase(VisitState.Withdrawn)]
    public async Task Came_VisitIsOver_IsRefused(VisitState state)
    {
        await week.SetAsync("v1", state);

        Assert.That(await SayAsync("mon 07:00", AttendanceKind.Came), Is.TypeOf<Result.Refused>());
    }

    [TestCase("update attendance set at = now()")]
    [TestCase("delete from attendance")]
    [TestCase("truncate attendance")]
    public async Task Attendance_ChangedOrRemoved_IsRefused(string statement)
    {
        await SayAsync("mon 07:00", AttendanceKind.Came);

        Assert.That(() => week.Database.AskAsync(statement),
            Throws.InstanceOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.RestrictViolation));
    }

    private async Task<VisitState> StateAsync()
    {
        await using var database = week.Open();
        return (await database.PublishedVisits.SingleAsync(visit => visit.Visit == "v1")).State;
    }

    private async Task<Result> SayAsync(string at, AttendanceKind kind, string? reason = null, string visit = "v1", string? saidAt = null)
    {
        await using var database = week.Open();
        return await new RecordAttendance(database).HandleAsync(week.Ann(at), new Request(OwnWeek.Monday, visit, kind, reason, saidAt is null ? null : week.Ann(saidAt).At), CancellationToken.None);
    }
}
