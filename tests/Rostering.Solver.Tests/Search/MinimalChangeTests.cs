using System.Collections.Immutable;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Problem.Validation;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules.Changes;
using Rostering.Solver.Search;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Search;

/// <summary>Solving again after something happened keeps what people were told, as far as it can (W24).</summary>
[TestFixture]
[CancelAfter(300_000)]
public sealed class MinimalChangeTests
{
    [Test]
    public async Task Solve_WorkerFellIllAfterPublishing_ChangesTheirVisitsAlone()
    {
        RotaProblem published = Publish(await SolveAsync(FourDays().Build()));
        string[] lost = [.. published.Published!.Visits.Where(v => v.Workers.Contains(new WorkerId("bob"))).Select(v => v.Visit.Value)];
        Assume.That(lost, Is.Not.Empty);

        SolveResult again = await SolveAsync(FallsIll(published, "bob"));

        Assert.That(again.Reason, Is.EqualTo(StopReason.ProvedOptimal));
        Assert.That(again.Score.Uncovered, Is.Zero);
        Assert.That(RotaDifference.Of(again.Schedule).Select(change => change.Visit.Value), Is.EquivalentTo(lost));
    }

    [Test]
    public async Task Solve_NothingHappenedAfterPublishing_ChangesNothing()
    {
        RotaProblem published = Publish(await SolveAsync(FourDays().Build()));

        SolveResult again = await SolveAsync(published);

        Assert.That(RotaDifference.Of(again.Schedule), Is.Empty);
    }

    [Test]
    public async Task Solve_WorkerFellIll_ChangesAsLittleAsAnyRotaThatCoversAsMuch([Range(1, 8)] int seed)
    {
        RotaProblem week = SmallWeek.Draw(seed) with { Published = null, Pins = [] };
        SolveResult first = await SolveAsync(week with { Weights = ChangesFirst(week) });
        PreparedProblem after = PreparedProblem.From(FallsIll(Publish(first), "ann"));
        Assert.That(ProblemValidation.Check(after.Source), Is.Empty);
        RotaCheck[] lawful = [.. EveryRota.All(after).Where(check => check.Score.Hard == 0)];
        long least = lawful.Min(check => check.Score.Uncovered);

        SolveResult again = await SolveAsync(after.Source);

        Assert.That(again.Score.Uncovered, Is.EqualTo(least));
        Assert.That(Changes(RotaChecker.Check(again.Schedule)), Is.EqualTo(lawful.Where(check => check.Score.Uncovered == least).Min(Changes)));
    }

    private static long Changes(RotaCheck check) =>
        check.Terms.Where(term => term.Key == ChangesRule.Worker.Key || term.Key == ChangesRule.Start.Key).Sum(term => term.Points);

    // A change of what was told weighs more than all else that the small week can cost.
    private static ImmutableDictionary<string, long> ChangesFirst(RotaProblem week) =>
        week.Weights.SetItem(WeightKeys.ChangedWorker, 1_000_000_000).SetItem(WeightKeys.ChangedStart, 100_000_000);

    private static ProblemBuilder FourDays() => new ProblemBuilder()
        .Worker("ann").Worker("bob").Worker("cat")
        .Visit("v1", "mon 07:00", window: 30).Visit("v2", "mon 07:30").Visit("v3", "tue 07:00", window: 30).Visit("v4", "tue 07:30")
        .Visit("v5", "wed 07:00").Visit("v6", "wed 07:00", window: 30);

    private static RotaProblem Publish(SolveResult solved) => solved.Problem.Source with
    {
        Published = new PublishedRota
        {
            FrozenUntil = TestWeek.Monday.AtMidnight(),
            Visits = [.. solved.Rota.Assignments.Select(made => new PublishedVisit { Visit = made.Visit, Start = made.Start, Workers = made.Workers })],
        },
    };

    private static RotaProblem FallsIll(RotaProblem problem, string worker) => problem with
    {
        Workers =
        [
            .. problem.Workers.Select(w => w.Id == new WorkerId(worker)
                ? w with { Absences = [new Absence { Kind = AbsenceKind.Sickness, Time = TestWeek.Span("mon 00:00", "next mon 00:00") }] }
                : w),
        ],
    };

    private static Task<SolveResult> SolveAsync(RotaProblem problem) => new RotaSolver(TestEngine.Shared).SolveAsync(
        PreparedProblem.From(problem), new SolveOptions { Seconds = 60, Threads = 1, MovesPerRound = 500 }, stop: TestContext.CurrentContext.CancellationToken);
}
