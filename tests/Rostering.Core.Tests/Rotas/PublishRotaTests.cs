using NodaTime;
using Rostering.Core.Rotas;
using Rostering.Ledger;
using Rostering.Solver.Problem;
using Rostering.Solver.Rules;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Core.Tests.Rotas;

/// <summary>Publishing promises from the funds what it shows to people, in one transaction, and only what differs is released and promised anew.</summary>
public sealed class PublishRotaTests
{
    private const long Award = 200_000;
    private static readonly Instant InTheWeek = Instant.FromUtc(2026, 11, 16, 6, 0);

    [Test]
    public async Task HandleAsync_WholeWeek_PromisesEachVisitAtItsCost()
    {
        await using PlanStage stage = await CoveredAsync();

        PublishResult result = await stage.PublishAsync();

        var published = Published(result);
        var costs = VisitCosts.Of((await stage.DraftAsync()).Schedule);
        Assert.That(published.Number, Is.EqualTo(1));
        Assert.That(published.FrozenUntil, Is.EqualTo(TestWeek.At("thu 09:30")), "a week on from the Thursday before");
        Assert.That(await stage.CountAsync("published_visit where state = 'planned' and cardinality(workers) = 1"), Is.EqualTo(3));
        Assert.That(await stage.CountAsync("reservation where resolved_by_seq is null"), Is.EqualTo(3));
        Assert.That(await stage.HeldAsync("committed"), Is.EqualTo(costs.Sum(cost => cost.Pence)).And.Positive);
        Assert.That(await stage.HeldAsync("main"), Is.EqualTo(Award - costs.Sum(cost => cost.Pence)));
        Assert.That(await stage.CountAsync("audit_entry where what = 'rota.publish'"), Is.EqualTo(1));
    }

    [Test]
    public async Task HandleAsync_TrainingAmongTheVisits_IsToldAndPromisedByNoFund()
    {
        var problem = new ProblemBuilder().Worker("ann").Visit("v1", "mon 07:00")
            .Visit("training", "wed 14:00", visit => visit with { Kind = VisitKind.Training, Shares = [], Need = Need.Low }).Build();
        await using PlanStage stage = await PlanStage.CreateAsync(problem, Award, ("v1", "mon 07:00", "ann"), ("training", "wed 14:00", "ann"));

        Published(await stage.PublishAsync());

        Assert.That(await stage.CountAsync("published_visit where state = 'planned'"), Is.EqualTo(2));
        Assert.That(await stage.CountAsync("reservation where visit = 'training'"), Is.Zero);
    }

    [Test]
    public async Task HandleAsync_SameDraftAgain_ChangesNothing()
    {
        await using PlanStage stage = await CoveredAsync();
        var first = Published(await stage.PublishAsync());

        var second = Published(await stage.PublishAsync());

        Assert.That(second.Id, Is.EqualTo(first.Id));
        Assert.That(await stage.CountAsync("publication"), Is.EqualTo(1));
        Assert.That(await stage.CountAsync("ledger.entry where kind = 'commit'"), Is.EqualTo(3));
    }

    [Test]
    public async Task HandleAsync_ManyAtOnce_PublishOnce()
    {
        await using PlanStage stage = await CoveredAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => stage.PublishAsync())));

        Assert.That(results.Select(result => Published(result).Id).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await stage.CountAsync("publication"), Is.EqualTo(1));
    }

    [Test]
    public async Task HandleAsync_GapNotAccepted_IsBlockedAndPromisesNothing()
    {
        await using PlanStage stage = await PlanStage.CreateAsync(Problems.Small(), Award, ("v1", "mon 07:00", "ann"), ("v2", "mon 09:00", "ann"));

        var blocked = Blocked(await stage.PublishAsync(gapsAccepted: false));

        Assert.That(blocked.Reasons.Single(), Does.Contain("1 visits have nobody"));
        Assert.That(await stage.CountAsync("publication"), Is.Zero);
        Assert.That(await stage.HeldAsync("committed"), Is.Zero);
    }

    [Test]
    public async Task HandleAsync_GapAccepted_IsToldAsAVisitWithoutWorkers()
    {
        await using PlanStage stage = await PlanStage.CreateAsync(Problems.Small(), Award, ("v1", "mon 07:00", "ann"), ("v2", "mon 09:00", "ann"));

        Published(await stage.PublishAsync());

        Assert.That(await stage.AskAsync("select visit from published_visit where cardinality(workers) = 0"), Is.EqualTo("v3"));
        Assert.That(await stage.CountAsync("reservation"), Is.EqualTo(2));
    }

    [Test]
    public async Task HandleAsync_FundTooSmall_IsBlockedWithAmountAndRemedy()
    {
        await using PlanStage stage = await PlanStage.CreateAsync(Problems.Small(), award: 2_000, ("v1", "mon 07:00", "ann"), ("v2", "mon 09:00", "ann"), ("v3", "mon 09:30", "bob"));

        var blocked = Blocked(await stage.PublishAsync());

        Assert.That(blocked.Check.Refusals.Single().Refusal.Reason, Is.EqualTo(RefusalReason.TooLittle));
        Assert.That(blocked.Reasons.Single(), Does.StartWith("Pat Bell: Fund 1").And.Contains("£"));
        Assert.That(await stage.CountAsync("ledger.entry where kind = 'commit'"), Is.Zero);
    }

    [Test]
    public async Task HandleAsync_BrokenRule_NeedsSomebodyToAnswerForIt()
    {
        await using PlanStage stage = await PlanStage.CreateAsync(
            new ProblemBuilder().Worker("ann", worker => worker with { Contract = worker.Contract with { MinutesMax = 60 } }).Visit("v1", "mon 07:00", minutes: 120).Build(),
            Award, ("v1", "mon 07:00", "ann"));

        var blocked = Blocked(await stage.PublishAsync());
        var sentence = blocked.Check.Approvable.Single().Sentence;
        var published = await stage.RequestAsync(new(TestWeek.Monday, stage.Version, 0, GapsAccepted: true, new Dictionary<string, string> { [sentence] = "Ann asked for the longer visit." }));

        Assert.That(blocked.Reasons.Single(), Does.StartWith(sentence));
        Assert.That(Published(published).Number, Is.EqualTo(1));
        Assert.That(await stage.AskAsync("select approved_name || ': ' || why from rule_approval"), Is.EqualTo("Mary Manager: Ann asked for the longer visit."));
    }

    [Test]
    public async Task HandleAsync_WorkerAway_NobodyMayAnswerForIt()
    {
        var problem = new ProblemBuilder()
            .Worker("ann", worker => worker with { Absences = [new Absence { Kind = AbsenceKind.Sickness, Time = TestWeek.Span("mon 00:00", "tue 00:00") }] })
            .Visit("v1", "mon 07:00").Build();
        await using PlanStage stage = await PlanStage.CreateAsync(problem, Award, ("v1", "mon 07:00", "ann"));

        var check = await stage.CheckAsync();

        Assert.That(check.Forbidden.Select(violation => violation.Rule), Does.Contain("absence"));
        Assert.That(check.Possible, Is.False);
        Assert.That(await stage.PublishAsync(), Is.TypeOf<PublishResult.Blocked>());
    }

    [Test]
    public async Task HandleAsync_NewerRotaThanLookedAt_IsStale()
    {
        await using PlanStage stage = await CoveredAsync();

        var result = await stage.RequestAsync(new(TestWeek.Monday, stage.Version, Moves: 3, GapsAccepted: true, new Dictionary<string, string>()));

        Assert.That(result, Is.TypeOf<PublishResult.Stale>());
    }

    [Test]
    public async Task HandleAsync_AgainWithOneVisitChanged_ReleasesAndPromisesThatOneAlone()
    {
        await using PlanStage stage = await CoveredAsync(freezeMinutes: 60);
        Published(await stage.PublishAsync());

        await stage.StoreAsync(Problem(60), ("v1", "mon 07:00", "ann"), ("v2", "mon 09:00", "ann"), ("v4", "thu 09:30", "ann"));
        var check = await stage.CheckAsync();
        var again = Published(await stage.PublishAsync());

        Assert.That(check.Changes, Is.EqualTo(new[] { "Thu 09:30 pat: ann instead of bob" }));
        Assert.That(again.Number, Is.EqualTo(2));
        Assert.That(await stage.CountAsync("ledger.entry where kind = 'release'"), Is.EqualTo(1));
        Assert.That(await stage.CountAsync("ledger.entry where kind = 'commit'"), Is.EqualTo(4));
        Assert.That(await stage.AskAsync("select workers[1] from published_visit where visit = 'v4'"), Is.EqualTo("ann"));
        Assert.That(await stage.CountAsync("reservation where resolved_by_seq is null"), Is.EqualTo(3));
    }

    [Test]
    public async Task HandleAsync_ChangeInsideTheFreeze_NeedsTheYesOfThoseConcerned()
    {
        await using PlanStage stage = await CoveredAsync();
        Published(await stage.PublishAsync());
        await stage.StoreAsync(Problem(10_080), ("v1", "mon 07:00", "ann"), ("v2", "mon 09:00", "ann"), ("v4", "thu 09:30", "ann"));

        var frozen = Blocked(await stage.PublishAsync(at: InTheWeek));
        await stage.AskAsync("update published_visit set change_agreed = true where visit = 'v4'");
        var agreed = await stage.PublishAsync(at: InTheWeek);

        Assert.That(frozen.Check.Forbidden.Single().Rule, Is.EqualTo("freeze"));
        Assert.That(Published(agreed).Number, Is.EqualTo(2));
        Assert.That(await stage.AskAsync("select change_agreed from published_visit where visit = 'v4'"), Is.False, "the yes was to that change and no other");
    }

    [Test]
    public async Task Retract_Published_ReturnsEveryPromiseAndKeepsTheFreeze()
    {
        await using PlanStage stage = await CoveredAsync();
        Published(await stage.PublishAsync());

        var retracted = await stage.RetractAsync(number: 1);
        await stage.StoreAsync(Problem(10_080), ("v1", "mon 07:00", "ann"), ("v2", "mon 09:00", "ann"), ("v4", "thu 09:30", "ann"));
        var moved = await stage.PublishAsync(at: InTheWeek);

        Assert.That(retracted, Is.TypeOf<Attempt<Publication>.Made>());
        Assert.That(await stage.HeldAsync("committed"), Is.Zero);
        Assert.That(await stage.HeldAsync("main"), Is.EqualTo(Award));
        Assert.That(await stage.CountAsync("published_visit where state = 'withdrawn'"), Is.EqualTo(3));
        Assert.That(Blocked(moved).Check.Forbidden.Single().Rule, Is.EqualTo("freeze"));
    }

    [Test]
    public async Task Retract_ThenPublishAgain_PromisesAnew()
    {
        await using PlanStage stage = await CoveredAsync();
        Published(await stage.PublishAsync());
        await stage.RetractAsync(number: 1);

        var again = Published(await stage.PublishAsync());

        Assert.That(again.Number, Is.EqualTo(2));
        Assert.That(await stage.CountAsync("reservation where resolved_by_seq is null"), Is.EqualTo(3));
        Assert.That(await stage.CountAsync("published_visit where state = 'planned'"), Is.EqualTo(3));
    }

    [Test]
    public async Task Retract_NotTheNewest_IsRefused()
    {
        await using PlanStage stage = await CoveredAsync();
        Published(await stage.PublishAsync());

        Assert.That(await stage.RetractAsync(number: 2), Is.Null);
    }

    [Test]
    public void NobodyAnswersFor_Keys_AreRules() =>
        Assert.That(CheckPublication.NobodyAnswersFor, Is.SubsetOf(RuleCatalogue.Rules.Select(rule => rule.Key)));

    [TestCase("update publication set moves = 9")]
    [TestCase("delete from publication")]
    [TestCase("update publication set retracted_at = now(), retracted_by = 1, retract_reason = 'a', content = ''")]
    public async Task Publication_Changed_IsRefused(string statement)
    {
        await using PlanStage stage = await CoveredAsync();
        Published(await stage.PublishAsync());

        Assert.That(() => stage.AskAsync(statement), Throws.InstanceOf<Npgsql.PostgresException>());
    }

    private static RotaProblem Problem(int freezeMinutes) => new ProblemBuilder()
        .Worker("ann")
        .Worker("bob", worker => worker with { Teams = [new Membership { Team = new TeamId(ProblemBuilder.Team), PencePerHour = 1_500 }] })
        .Visit("v1", "mon 07:00", window: 30).Visit("v2", "mon 09:00").Visit("v4", "thu 09:30")
        .Parameter(ParameterKeys.FreezeMinutes, freezeMinutes)
        .Build();

    private static Task<PlanStage> CoveredAsync(int freezeMinutes = 10_080) =>
        PlanStage.CreateAsync(Problem(freezeMinutes), Award, ("v1", "mon 07:00", "ann"), ("v2", "mon 09:00", "ann"), ("v4", "thu 09:30", "bob"));

    private static Publication Published(PublishResult result) => result switch
    {
        PublishResult.Published published => published.Publication,
        PublishResult.Blocked blocked => throw new AssertionException(string.Join('\n', blocked.Reasons)),
        _ => throw new AssertionException(result.ToString()),
    };

    private static PublishResult.Blocked Blocked(PublishResult result) => result as PublishResult.Blocked ?? throw new AssertionException(result.ToString());
}
