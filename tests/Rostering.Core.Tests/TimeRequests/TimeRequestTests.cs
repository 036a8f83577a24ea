using NodaTime;
using Npgsql;
using Rostering.Core.Access;
using Rostering.Core.Records;
using Rostering.Core.TimeRequests;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Core.Tests.TimeRequests;

/// <summary>From a worker's request to the worker's record.</summary>
public sealed class TimeRequestTests
{
    private static readonly LocalDateTime Monday = new(2026, 11, 30, 0, 0);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    private RotaDatabase stage = null!;
    private WorkerRecord worker = null!;
    private long provider;

    [SetUp]
    public async Task CreateAsync()
    {
        stage = await RotaDatabase.CreateAsync();
        provider = await stage.RecordAllAsync(new ProblemBuilder().Worker("ann", worker => worker with { Available = [TestWeek.Span("mon 07:00", "mon 22:00")] }).Visit("v1", "mon 07:00").Build());
        worker = await RecordAsync();
    }

    [TearDown]
    public ValueTask DropAsync() => stage.DisposeAsync();

    [Test]
    public async Task Approve_Leave_BecomesAnAbsenceOfTheWeekAndTheWorkerIsTold()
    {
        var id = await AskedAsync(TimeRequestKind.Leave, Monday, Monday.PlusDays(2));

        var fault = await AnswerAsync(id, approve: true);

        LocalInterval time = new(Monday, Monday.PlusDays(2));
        var planned = (await WeekAsync()).Workers.Single();
        Assert.That(fault, Is.Null);
        Assert.That((await RecordAsync()).Absences, Has.One.EqualTo(new Absence { Kind = AbsenceKind.Leave, Time = time }));
        Assert.That(planned.Absences.Select(absence => absence.Time), Has.Some.EqualTo(time));
        Assert.That(await AskAsync("select body from message where to_kind = 'worker'"), Does.Contain("approved by Morag"));
        Assert.That(await AskAsync("select count(*) from audit_entry where what in ('time-requests.ask', 'time-requests.approve', 'records.save') and by_name <> 'Set-up'"), Is.EqualTo(3));
    }

    [Test]
    public async Task Approve_ExtraHours_BecomeHoursOfTheRecord()
    {
        var id = await AskedAsync(TimeRequestKind.ExtraHours, Monday.PlusHours(6), Monday.PlusHours(12));

        Assert.That(await AnswerAsync(id, approve: true), Is.Null);
        Assert.That((await RecordAsync()).ExtraHours, Has.One.EqualTo(new LocalInterval(Monday.PlusHours(6), Monday.PlusHours(12))));
    }

    [Test]
    public async Task Refuse_NeedsAReasonThatTheWorkerReads()
    {
        var id = await AskedAsync(TimeRequestKind.Leave, Monday, Monday.PlusDays(2));

        var bare = await AnswerAsync(id, approve: false, " ");
        var refused = await AnswerAsync(id, approve: false, "Three of the team are away then.");

        Assert.That(bare, Does.Contain("needs a reason"));
        Assert.That(refused, Is.Null);
        Assert.That(await AskAsync("select state || ': ' || answer from time_request"), Is.EqualTo("refused: Three of the team are away then."));
        Assert.That(await AskAsync("select body from message"), Does.EndWith("Three of the team are away then."));
        Assert.That((await RecordAsync()).Absences, Is.EqualTo(worker.Absences));
    }

    [Test]
    public async Task Answer_AnsweredAlready_SaysByWhom()
    {
        var id = await AskedAsync(TimeRequestKind.Leave, Monday, Monday.PlusDays(2));
        await AnswerAsync(id, approve: true);

        Assert.That(await AnswerAsync(id, approve: false, "No"), Does.Contain("approved meanwhile by Morag"));
        Assert.That(() => AskAsync("update time_request set state = 'refused', answer = 'No'"), Throws.InstanceOf<PostgresException>());
    }

    [Test]
    public async Task Answer_ByALeaderOfAnotherTeam_IsRefusedAndNotShown()
    {
        var id = await AskedAsync(TimeRequestKind.Leave, Monday, Monday.PlusDays(2));
        var leader = Manager("team-of-nobody");

        Assert.That(await AnswerAsync(id, approve: true, by: leader), Does.Contain("no such request"));
        Assert.That(await WaitingAsync(leader), Is.Empty);
        Assert.That((await WaitingAsync(Manager(worker.Teams[0].Team.Value))).Single().Name, Is.EqualTo(worker.Name));
    }

    [Test]
    public async Task Ask_TimeThatMakesNoSense_IsRefusedInWords()
    {
        await AskedAsync(TimeRequestKind.Leave, Monday, Monday.PlusDays(2));

        Assert.That(await AskForAsync(TimeRequestKind.Leave, Monday, Monday), Does.Contain("is not after the start"));
        Assert.That(await AskForAsync(TimeRequestKind.Leave, Monday.PlusDays(-30), Monday.PlusDays(-20)), Does.Contain("has passed"));
        Assert.That(await AskForAsync(TimeRequestKind.Leave, Monday, Monday.PlusDays(400)), Does.Contain("at most 366"));
        Assert.That(await AskForAsync(TimeRequestKind.ExtraHours, Monday, Monday.PlusHours(25)), Does.Contain("25 h"));
        Assert.That(await AskForAsync(TimeRequestKind.Leave, Monday.PlusDays(1), Monday.PlusDays(3)), Does.Contain("already"));
        Assert.That(await AskAsync("select count(*) from time_request"), Is.EqualTo(1));
    }

    [Test]
    public async Task Withdraw_OnesOwn_FreesTheTimeAndSomebodyElses_IsNothing()
    {
        var id = await AskedAsync(TimeRequestKind.Leave, Monday, Monday.PlusDays(2));

        var stranger = await WithdrawAsync(id, "somebody-else");
        var own = await WithdrawAsync(id, worker.Id.Value);

        Assert.That(stranger, Is.False);
        Assert.That(own, Is.True);
        Assert.That(await AskForAsync(TimeRequestKind.Leave, Monday, Monday.PlusDays(2)), Is.Null);
    }

    private Actor Worker(string id) => new() { UserId = 9, Name = "A worker", ProviderId = provider, Roles = [Role.Worker], WorkerId = id };

    private Actor Manager(params string[] teams) => new() { UserId = 7, Name = "Morag", ProviderId = provider, Roles = [Role.ServiceManager], Teams = [.. teams] };

    private async Task<long> AskedAsync(TimeRequestKind kind, LocalDateTime from, LocalDateTime to)
    {
        Assert.That(await AskForAsync(kind, from, to), Is.Null);
        return (long)(await AskAsync("select max(id) from time_request"))!;
    }

    private async Task<string?> AskForAsync(TimeRequestKind kind, LocalDateTime from, LocalDateTime to)
    {
        await using var database = stage.Open();
        return await new AskForTime(database).HandleAsync(new Act(Worker(worker.Id.Value), Now, "a test of it"), new AskForTime.Request(kind, from, to, Note: null), CancellationToken.None);
    }

    private async Task<bool> WithdrawAsync(long id, string by)
    {
        await using var database = stage.Open();
        return await new AskForTime(database).WithdrawAsync(new Act(Worker(by), Now, "a test of it"), id, CancellationToken.None);
    }

    private async Task<string?> AnswerAsync(long id, bool approve, string? answer = null, Actor? by = null)
    {
        await using var database = stage.Open();
        return await new AnswerTimeRequest(database).HandleAsync(new Act(by ?? Manager(), Now, "a test of it"), new AnswerTimeRequest.Request(id, approve, answer), CancellationToken.None);
    }

    private async Task<IReadOnlyList<ReadTimeRequests.Waiting>> WaitingAsync(Actor actor)
    {
        await using var database = stage.Open();
        return await new ReadTimeRequests(database).WaitingAsync(actor, CancellationToken.None);
    }

    private async Task<WorkerRecord> RecordAsync()
    {
        await using var database = stage.Open();
        return (await new ReadRecords(database).HandleAsync(provider, CancellationToken.None))!.Workers.Single();
    }

    private async Task<RotaProblem> WeekAsync()
    {
        await using var database = stage.Open();
        return ((AssembleProblem.Result.Assembled)await new AssembleProblem(database).HandleAsync(provider, Monday.Date, CancellationToken.None)).Problem;
    }

    private Task<object?> AskAsync(string statement) => stage.AskAsync(statement);
}
