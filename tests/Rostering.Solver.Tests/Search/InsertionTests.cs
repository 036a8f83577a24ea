using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Search;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Search;

public sealed class InsertionTests
{
    [TestCase(0)]
    [TestCase(1)]
    public void CoverBest_SynchronisedVisitsThatNobodyMakes_CoversBothAtOneMoment(int asked)
    {
        PreparedProblem problem = PreparedProblem.From(Together().Worker("ann").Worker("bob").Build());
        Evaluator evaluator = new(new Schedule(problem));

        Assert.That(new Insertion(evaluator, new Candidates(problem)).CoverBest(asked), Is.True);

        Schedule made = evaluator.Schedule;
        Assert.That((made.Covered(0), made.Covered(1), evaluator.Score.Hard), Is.EqualTo((true, true, 0)));
        Assert.That(made.Start(1), Is.EqualTo(made.Start(0)));
    }

    [Test]
    public void CoverBest_SynchronisedVisitsAndOneWorker_CoversNeither()
    {
        PreparedProblem problem = PreparedProblem.From(Together().Worker("ann").Build());
        Evaluator evaluator = new(new Schedule(problem));

        Assert.That(new Insertion(evaluator, new Candidates(problem)).CoverBest(0), Is.False);
        Assert.That((evaluator.Schedule.Covered(0), evaluator.Schedule.Covered(1), evaluator.Score.Hard), Is.EqualTo((false, false, 0)));
    }

    [TestCase(2, true)]
    [TestCase(1, false)]
    public void Coverable_SynchronisedVisit_IsCoverableWhereBothAre(int workers, bool coverable)
    {
        ProblemBuilder week = Enumerable.Range(0, workers).Aggregate(Together(), (week, worker) => week.Worker($"worker-{worker}"));
        PreparedProblem problem = PreparedProblem.From(week.Build());

        Assert.That(WeekCounts.Coverable(problem, problem.Visits[0]), Is.EqualTo(coverable));
    }

    private static ProblemBuilder Together() => new ProblemBuilder()
        .Visit("v1", "mon 07:00", window: 30)
        .Visit("v2", "mon 07:15", window: 45)
        .Synchronised("v1", "v2");
}
