using FsCheck;
using FsCheck.Fluent;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;
using Rostering.Solver.Search;
using Rostering.Solver.Tests.Demonstration;
using Rostering.Solver.Tests.Rules;
using Rostering.Solver.Tests.Search;

namespace Rostering.Solver.Tests.Rota;

[TestFixture]
public sealed class EvaluatorTests
{
    private const int ChangesPerWeek = 40;
    private const int OakwoodChanges = 600;
    private const int OakwoodCheckEvery = 60;

    [Test]
    public void Score_AfterAnyChangesOfASmallWeek_IsWhatTheCheckerSays() =>
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), seed => RunsTrue(SmallWeek.Draw(seed.Get), seed.Get)).QuickCheckThrowOnFailure();

    [Test]
    public void Score_AfterAnyChangesOfTheChoosyWeek_IsWhatTheCheckerSays() =>
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), seed => RunsTrue(ChoosyWeek.Draw(seed.Get), seed.Get)).QuickCheckThrowOnFailure();

    [Test]
    public void Score_AfterAnyChangesOfTheBusyWeek_IsWhatTheCheckerSays() =>
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), seed => RunsTrue(BusyWeek.Problem(), seed.Get)).QuickCheckThrowOnFailure();

    [Test]
    public void Score_AfterHundredsOfChangesOfTheOakwoodWeek_IsWhatTheCheckerSays()
    {
        PreparedProblem problem = PreparedProblem.From(Weeks.Of(DemonstrationProvider.Oakwood, 1).Problem);
        Candidates candidates = new(problem);
        Evaluator evaluator = new(new Schedule(problem));
        Random random = new(1);
        for (int change = 1; change <= OakwoodChanges; change++)
        {
            PreparedVisit visit = problem.Visits[random.Next(problem.Visits.Length)];
            int[] possible = [.. candidates.Workers[visit.Index]];
            int[] pool = random.Next(8) > 0 && possible.Length >= visit.Seats ? possible : [.. Enumerable.Range(0, problem.Workers.Length)];
            AssignAtRandom(evaluator, visit, pool, random);
            if (change % OakwoodCheckEvery == 0)
            {
                Assert.That(evaluator.Score, Is.EqualTo(RotaChecker.Check(evaluator.Schedule).Score), $"after {change} changes");
            }
        }
    }

    [Test]
    public void BreaksMore_OfAnyWorkerAndVisit_IsWhatTheirWeekSaysOnceTheVisitIsInIt() =>
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), seed => ForetellsBreaches(BusyWeek.Problem(), seed.Get)).QuickCheckThrowOnFailure();

    private static bool ForetellsBreaches(RotaProblem week, int seed)
    {
        PreparedProblem problem = PreparedProblem.From(week);
        Evaluator evaluator = new(new Schedule(problem));
        Random random = new(seed);
        int[] everybody = [.. Enumerable.Range(0, problem.Workers.Length)];
        return Enumerable.Range(0, ChangesPerWeek).All(_ =>
        {
            AssignAtRandom(evaluator, problem.Visits[random.Next(problem.Visits.Length)], everybody, random);
            (int visit, int worker) = (random.Next(problem.Visits.Length), random.Next(problem.Workers.Length));
            evaluator.Assign(visit, -1, []);
            int start = random.Next(problem.Visits[visit].Starts.Length);
            long before = HardOfWeek(evaluator.Schedule, worker);
            bool foretold = evaluator.BreaksMore(worker, visit, start);
            evaluator.Assign(visit, start, [worker]);
            return foretold == (HardOfWeek(evaluator.Schedule, worker) > before);
        });
    }

    private static long HardOfWeek(Schedule schedule, int worker)
    {
        FindingSink sink = new(RuleCatalogue.Weights(schedule.Problem), keep: false);
        WorkerTimeline timeline = new(schedule.Problem);
        timeline.Load(schedule, worker);
        foreach (ITimelineRule rule in RuleCatalogue.Timeline)
        {
            rule.CheckTimeline(timeline, sink);
        }

        return sink.Score.Hard;
    }

    private static bool RunsTrue(RotaProblem week, int seed)
    {
        PreparedProblem problem = PreparedProblem.From(week);
        Evaluator evaluator = new(new Schedule(problem));
        Random random = new(seed);
        int[] everybody = [.. Enumerable.Range(0, problem.Workers.Length)];
        return Enumerable.Range(0, ChangesPerWeek).All(_ =>
        {
            AssignAtRandom(evaluator, problem.Visits[random.Next(problem.Visits.Length)], everybody, random);
            return evaluator.Score == RotaChecker.Check(evaluator.Schedule).Score;
        });
    }

    // Any number of workers from none to one too many, as far as there are so many.
    private static void AssignAtRandom(Evaluator evaluator, PreparedVisit visit, int[] pool, Random random)
    {
        int[] workers = [.. pool];
        random.Shuffle(workers);
        int team = random.Next(4) > 0 ? visit.Seats : random.Next(visit.Seats + 2);
        evaluator.Assign(visit.Index, random.Next(visit.Starts.Length), workers.AsSpan(0, Math.Min(team, workers.Length)));
    }
}
