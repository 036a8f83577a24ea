using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Packages;
using Rostering.Core.Records;
using Rostering.Core.Requests;
using Rostering.Solver.Explain.Packages;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Core.Tests.Packages;

/// <summary>Ann alone works for the team; she makes pat's visit every Tuesday at 08:30, as the week before the package has it published.</summary>
public sealed class TryPackageTests
{
    private static readonly LocalDate NextTuesday = TestWeek.Monday.PlusDays(8);

    private RotaDatabase database = null!;
    private Act manager = null!;

    [SetUp]
    public async Task PublishAsync()
    {
        database = await RotaDatabase.CreateAsync();
        var provider = await database.RecordAllAsync(new ProblemBuilder().Worker("ann").Visit("v1", "tue 08:30", minutes: 120).Build());
        manager = new Act(new Actor { UserId = 3, Name = "Mo", ProviderId = provider, Roles = [Role.ServiceManager] }, TestWeek.Monday.AtMidnight().InUtc().ToInstant(), "a test of it");
        await using var context = database.Open();
        var week = (AssembleProblem.Result.Assembled)await new AssembleProblem(context).HandleAsync(provider, TestWeek.Monday, CancellationToken.None);
        WeeklyRota rota = new() { Format = 1, Assignments = [new Assignment { Visit = week.Problem.Visits.Single().Id, Start = TestWeek.At("tue 08:30"), Workers = [new WorkerId("ann")] }] };
        await database.PublishAsync(week.Problem, rota, manager.At);
    }

    [TearDown]
    public ValueTask DropAsync() => database.DisposeAsync();

    [Test]
    public async Task T18_FullAsLastPlanned_SaysNoWithWhatWouldMakeItYes()
    {
        var answer = await AnswerAsync(Package("09:00"));

        Assert.That(answer.Verdict, Is.EqualTo(PackageVerdict.No));
        Assert.That(answer.Weeks, Has.Length.EqualTo(4));
        Assert.That(answer.Weeks[0].Reasons().Single(), Does.StartWith("Mary Bell, Tue 09:00 for 1 h: nobody yet."));
        Assert.That(answer.Remedies[0].Words, Has.Length.EqualTo(1).And.Exactly(1).StartsWith("Let the visits at 09:00 begin up to"));
    }

    [Test]
    public async Task T18_WorkerIsOnLeave_SaysFromWhen()
    {
        await LeaveAsync(until: NextTuesday.PlusWeeks(1).PlusDays(1));

        var answer = await AnswerAsync(Package("13:00") with { From = NextTuesday });

        Assert.That((answer.Verdict, answer.From), Is.EqualTo((PackageVerdict.FromWhen, NextTuesday.PlusWeeks(2))));
    }

    [Test]
    public async Task Try_Free_IsYesAndSavesNothing()
    {
        var before = await database.AskAsync("select count(*) from record_version");

        var answer = await AnswerAsync(Package("13:00"));

        Assert.That((answer.Verdict, answer.From), Is.EqualTo((PackageVerdict.Yes, NextTuesday)));
        Assert.That(answer.Weeks[0].Seats.Single().Workers, Is.EqualTo(["ann"]));
        Assert.That(await database.AskAsync("select count(*) from record_version"), Is.EqualTo(before));
    }

    [Test]
    public async Task Try_FundIsTooSmall_NamesTheSum() =>
        Assert.That((await AnswerAsync(Package("13:00") with { WeeklyPence = 500 })).Remedies[0].Words, Has.Exactly(1).StartsWith("Agree £").And.Exactly(1).EndsWith("a week with the council, instead of £5.00."));

    [Test]
    public async Task Try_WhatNoRecordKnows_IsRefusedWithTheField()
    {
        var refused = (TryPackage.Result.Refused)await TryAsync(Package("13:00") with { Team = new TeamId("nobody") });

        Assert.That(refused.Errors.Select(error => (error.Kind, error.Id, error.Field)), Does.Contain((RecordKind.Person, "mary-bell", "team")));
    }

    [Test]
    public async Task Take_Package_SavesItsRecordsSoThatTheNextWeeksHaveItsVisits()
    {
        var first = await TakeAsync(Package("13:00") with { Address = "3 Mill Lane" });
        var second = await TakeAsync(Package("16:00"));

        Assert.That((first.Person, second.Person), Is.EqualTo(("mary-bell", "mary-bell-2")));
        await using var context = database.Open();
        var records = (await new ReadRecords(context).HandleAsync(manager.By.ProviderId, CancellationToken.None))!;
        Assert.That(records.People.Single(person => person.Id.Value == "mary-bell").Home, Is.EqualTo(new PlaceId("mary-bell-home")));
        Assert.That(records.Places.Single(place => place.Id.Value == "mary-bell-home").Name, Is.EqualTo("3 Mill Lane"));
        Assert.That(records.Funds.Single(fund => fund.Id.Value == "mary-bell-fund").AvailablePence, Is.EqualTo(50_000));
        var week = (AssembleProblem.Result.Assembled)await new AssembleProblem(context).HandleAsync(manager.By.ProviderId, TestWeek.Monday.PlusWeeks(1), CancellationToken.None);
        Assert.That(week.Problem.Visits.Select(visit => visit.Id.Value), Is.SupersetOf(new[] { "mary-bell-1-20261124", "mary-bell-2-1-20261124" }));
        Assert.That(await context.AuditEntries.CountAsync(entry => entry.What == "records.save" && entry.Why == manager.Why), Is.EqualTo(7));
    }

    private static PackageRequest Package(string at)
    {
        var start = NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(at).Value;
        return new PackageRequest
        {
            Name = "Mary Bell",
            Team = new TeamId(ProblemBuilder.Team),
            Council = new CouncilId("council"),
            Near = new PlaceId(ProblemBuilder.Town),
            WeeklyPence = 50_000,
            From = TestWeek.Monday.PlusWeeks(1),
            Need = Need.Substantial,
            Workers = 1,
            Times = [new RequestTime { Days = [IsoDayOfWeek.Tuesday], EarliestStart = start, LatestStart = start, Minutes = 60 }],
        };
    }

    private async Task<TryPackage.Result> TryAsync(PackageRequest package)
    {
        await using var context = database.Open();
        return await new TryPackage(context).HandleAsync(manager, new TryPackage.Request(package, Weeks: 4), CancellationToken.None);
    }

    private async Task<PackageAnswer> AnswerAsync(PackageRequest package) => ((TryPackage.Result.Answered)await TryAsync(package)).Answer;

    private async Task<TakePackage.Result> TakeAsync(PackageRequest package)
    {
        await using var context = database.Open();
        return await new TakePackage(context).HandleAsync(manager, package, CancellationToken.None);
    }

    private async Task LeaveAsync(LocalDate until)
    {
        await using var context = database.Open();
        var records = (await new ReadRecords(context).HandleAsync(manager.By.ProviderId, CancellationToken.None))!;
        var away = records.Workers.Single() with { Absences = [new Absence { Kind = AbsenceKind.Leave, Time = new LocalInterval(TestWeek.Monday.AtMidnight(), until.AtMidnight()) }] };
        var outcome = await new SaveRecords(context).HandleAsync(manager, [RecordChange.To(away, seen: 1)], CancellationToken.None);
        Assert.That(outcome, Is.TypeOf<SaveOutcome.Saved>());
    }
}
