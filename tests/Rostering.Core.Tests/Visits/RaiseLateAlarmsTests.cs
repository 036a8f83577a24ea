using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Cover;
using Rostering.Core.Messages;
using Rostering.Core.Visits;
using Rostering.Testing;

namespace Rostering.Core.Tests.Visits;

public sealed class RaiseLateAlarmsTests
{
    private OwnWeek week = null!;

    [SetUp]
    public async Task PublishAsync()
    {
        week = await OwnWeek.PublishAsync();
        var provider = await week.ProviderNameAsync();
        await Accounts.OpenAsync(week.Database, new Someone(Role.ServiceManager) { Name = "Mo", Provider = provider });
        await Accounts.OpenAsync(week.Database, new Someone(Role.TeamLeader) { Name = "Tess", Provider = provider });
        await Accounts.OpenAsync(week.Database, new Someone(Role.TeamLeader) { Name = "Other", Teams = ["elsewhere"], Provider = provider });
    }

    [TearDown]
    public ValueTask DropAsync() => week.DisposeAsync();

    [Test]
    public async Task Raise_NobodyCheckedIn_TellsTheWorkerAndWhoeverLeadsTheTeamOnce()
    {
        var first = await RaiseAsync("mon 07:16");
        var second = await RaiseAsync("mon 07:17");

        Assert.That((first, second), Is.EqualTo((1, 0)));
        await using var database = week.Open();
        var tess = (await database.UserAccounts.SingleAsync(account => account.Name == "Tess")).Id;
        var letters = await database.Messages.OrderBy(message => message.ToKind).Select(message => new { message.ToKind, message.ToId, message.Subject, message.Body }).ToListAsync();
        Assert.That(letters.Select(letter => (letter.ToKind, letter.ToId)), Is.EquivalentTo(new[] { (ReaderKind.Worker, "ann"), (ReaderKind.User, $"{tess}") }));
        Assert.That(letters.Single(letter => letter.ToKind == ReaderKind.User).Subject, Is.EqualTo("No check-in: pat, Mon 16 Nov 07:00"));
        Assert.That(letters.Single(letter => letter.ToKind == ReaderKind.User).Body, Does.StartWith("ann has not checked in."));
        Assert.That(
            await week.Database.AskAsync("select count(*) from message join published_visit v on v.visit = 'v1' where good_until = (v.starts_at + make_interval(mins => v.minutes + 60)) at time zone 'Europe/London'"),
            Is.EqualTo(2), "an hour after its end nobody hurries any more");
    }

    [TestCase("mon 07:15", 0, TestName = "Raise_StillInTime_TellsNobody")]
    [TestCase("mon 09:59", 2, TestName = "Raise_VisitMissedAndNextOneLate_AlarmsForBoth")]
    [TestCase("mon 11:31", 0, TestName = "Raise_LongOver_TellsNobody")]
    public async Task Raise_AtATime_AlarmsForWhatIsLateThen(string at, int alarms) =>
        Assert.That(await RaiseAsync(at), Is.EqualTo(alarms));

    [Test]
    public async Task Raise_OneOfTwoCame_AlarmsForTheOther()
    {
        await CheckInAsync("mon 14:00", "v3");

        Assert.That(await RaiseAsync("mon 14:20"), Is.EqualTo(1));
        Assert.That(await week.Database.AskAsync("select worker from late_alarm"), Is.EqualTo("bob"));
    }

    [Test]
    public async Task Raise_EverybodyCame_TellsNobody()
    {
        await CheckInAsync("mon 07:00", "v1");

        Assert.That(await RaiseAsync("mon 07:30"), Is.Zero);
    }

    [Test]
    public async Task LiveDay_LateCheckIn_NamesWhoIsMissing()
    {
        await CheckInAsync("mon 14:00", "v3");
        await using var database = week.Open();

        var day = await new ReadLiveDay(database).HandleAsync(week.Ann("mon 14:20"), hours: 12, CancellationToken.None);

        Assert.That(day.Late.Select(line => (line.Visit.Visit, line.For, line.Workers)), Is.EqualTo(new[] { ("v3", "pat and sam", "bob") }));
    }

    private async Task<int> RaiseAsync(string at)
    {
        await using var database = week.Open();
        return await new RaiseLateAlarms(database).HandleAsync(week.Provider, week.Ann(at).At, CancellationToken.None);
    }

    private async Task CheckInAsync(string at, string visit)
    {
        await using var database = week.Open();
        var outcome = await new RecordAttendance(database).HandleAsync(week.Ann(at), new(OwnWeek.Monday, visit, AttendanceKind.Came, Reason: null), CancellationToken.None);
        Assert.That(outcome, Is.TypeOf<RecordAttendance.Result.Recorded>());
    }
}
