using FsCheck;
using FsCheck.Fluent;
using Rostering.CpSat.Engine;
using Rostering.CpSat.Model;
using Rostering.CpSat.Proto;
using static Rostering.CpSat.Proto.DecisionStrategyProto.Types;
using static Rostering.CpSat.Proto.SatParameters.Types;

namespace Rostering.CpSat.Tests.Model;

[Parallelizable]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CpSolverTests
{
    private readonly CpModel model = new();
    private readonly CpSolver solver = new(EngineFixture.Engine);

    [TestCase(1)]
    [TestCase(700_000_000)]
    public void SolveAsync_RandomProblem_FindsTheOptimumOfBruteForce(long unit) =>
        Prop.ForAll(RandomProblem.OfUnit(unit).ToArbitrary(), problem =>
        {
            var (random, variables) = problem.ToModel();
            random.Maximize(LinearExpr.WeightedSum(variables, problem.Weights));
            var status = solver.SolveAsync(random).GetAwaiter().GetResult();

            return status == CpSolverStatus.Optimal && solver.ObjectiveValue == problem.Solutions().Max(problem.Gain);
        }).QuickCheckThrowOnFailure();

    [Test]
    public void SolveAsync_RandomAssumptions_AreBlamedOnlyWhereBruteForceAgrees() =>
        Prop.ForAll(RandomProblem.OfUnit(1).ToArbitrary(), problem =>
        {
            var (random, variables) = problem.ToModel();
            random.AddAssumptions(variables[..4]);
            var status = solver.SolveAsync(random).GetAwaiter().GetResult();
            var core = status == CpSolverStatus.Infeasible ? solver.SufficientAssumptionsForInfeasibility() : [0, 1, 2, 3];
            var canAllHold = problem.Solutions().Any(values => core.All(index => values[index]));

            return core.All(index => index < 4) && canAllHold == (status == CpSolverStatus.Optimal);
        }).QuickCheckThrowOnFailure();

    [Test]
    public async Task ObjectiveValue_OfAMaximum_ReadsAsTheUserWroteIt()
    {
        var (x, y) = (model.NewIntVar(0, 10, "x"), model.NewIntVar(0, 10, "y"));
        model.Add(x + (2 * y) <= 14);
        model.Maximize((3 * x) + (4 * y) - 100);

        await solver.SolveAsync(model);

        Assert.That(solver.Status, Is.EqualTo(CpSolverStatus.Optimal));
        Assert.That(solver.ObjectiveValue, Is.EqualTo(-62));
        Assert.That(solver.BestObjectiveBound, Is.EqualTo(-62));
        Assert.That(solver.Value((3 * x) + (4 * y) - 100), Is.EqualTo(-62));
        Assert.That((solver.Value(x), solver.Value(y)), Is.EqualTo((10, 2)));
    }

    [Test]
    public async Task ObjectiveValue_WhereTheSolverAddsNoise_IsWhole()
    {
        var b = Enumerable.Range(0, 5).Select(i => model.NewBoolVar($"b{i}")).ToArray();
        model.Add(LinearExpr.WeightedSum(b, [0, 3, 5, 5, 3]) <= 5).OnlyEnforceIf(b[0]);
        model.Add(LinearExpr.WeightedSum(b, [5, 0, 2, 1, 7]) <= 3).OnlyEnforceIf(b[3]);
        model.Add(LinearExpr.WeightedSum(b, [6, 4, 2, 5, 4]) <= 1).OnlyEnforceIf(b[4]);
        model.AddAtMostOne(b[4], b[0], b[1]);
        model.AddAtMostOne(b[2], b[1], b[3]);
        model.Maximize(LinearExpr.WeightedSum(b, [6, 29, 16, 22, 1]));

        await solver.SolveAsync(model);

        Assert.That((solver.ObjectiveValue, solver.BestObjectiveBound), Is.EqualTo((29.0, 29.0)));
    }

    [Test]
    public async Task BooleanValue_OfLiteralAndNegation_AreOpposite()
    {
        var b = model.NewBoolVar("b");
        model.AddBoolAnd(b.Not());

        await solver.SolveAsync(model);

        Assert.That((solver.BooleanValue(b), solver.BooleanValue(b.Not())), Is.EqualTo((false, true)));
        Assert.That(solver.Value(b.Not() + 4), Is.EqualTo(5));
    }

    [Test]
    public async Task Value_WithoutASolution_SaysHowTheSolveEnded()
    {
        var x = model.NewIntVar(0, 3, "x");
        model.Add(x >= 4);

        await solver.SolveAsync(model);

        Assert.That(solver.HasSolution, Is.False);
        Assert.That(() => solver.Value(x), Throws.InvalidOperationException.With.Message.Contains("Infeasible"));
    }

    [Test]
    public void Status_BeforeAnySolve_SaysToSolveFirst() =>
        Assert.That(() => solver.Status, Throws.InvalidOperationException.With.Message.Contains("SolveAsync"));

    [Test]
    public async Task Value_OfAVariableOfAnotherModel_IsRefused()
    {
        model.NewIntVar(0, 3, "x");
        await solver.SolveAsync(model);

        Assert.That(
            () => solver.Value(new CpModel().NewIntVar(0, 3, "stranger")),
            Throws.ArgumentException.With.Message.Contains("stranger"));
    }

    [Test]
    public async Task AddHint_CompleteSolution_IsTheFirstOneFound()
    {
        var items = Enumerable.Range(0, 20).Select(i => model.NewIntVar(0, 9, $"item {i}")).ToArray();
        model.Add(LinearExpr.Sum(items) >= 60);
        model.Minimize(LinearExpr.WeightedSum(items, Enumerable.Range(1, 20).Select(weight => (long)weight)));
        foreach (var item in items)
            model.AddHint(item, 3);
        solver.Parameters = new SatParameters { StopAfterFirstSolution = true, CpModelPresolve = false };

        await solver.SolveAsync(model);

        Assert.That(items.Select(solver.Value), Is.All.EqualTo(3));
    }

    [Test]
    public async Task FixVariablesToTheirHintedValue_HintThatBreaksTheModel_IsInfeasible()
    {
        var x = model.NewIntVar(0, 9, "x");
        model.Add(x >= 5);
        model.AddHint(x, 3);
        solver.Parameters = new SatParameters { FixVariablesToTheirHintedValue = true };

        Assert.That(await solver.SolveAsync(model), Is.EqualTo(CpSolverStatus.Infeasible));
    }

    [Test]
    public async Task SufficientAssumptions_OneCauseAmongMany_NamesItAlone()
    {
        var free = Enumerable.Range(0, 10).Select(i => model.NewBoolVar($"free {i}")).ToArray();
        var (early, late) = (model.NewBoolVar("early"), model.NewBoolVar("late"));
        var start = model.NewIntVar(0, 1_440, "start");
        model.Add(start <= 420).OnlyEnforceIf(early);
        model.Add(start >= 1_200).OnlyEnforceIf(late);
        model.AddAssumptions([.. free, early, late]);

        await solver.SolveAsync(model);

        Assert.That(solver.Status, Is.EqualTo(CpSolverStatus.Infeasible));
        Assert.That(solver.SufficientAssumptionsForInfeasibility(), Is.EquivalentTo(new[] { early.Index, late.Index }));
    }

    [Test]
    public async Task ClearAssumptions_AfterInfeasibility_MakesTheModelSolvable()
    {
        var b = model.NewBoolVar("b");
        model.AddBoolAnd(b.Not());
        model.AddAssumption(b);
        await solver.SolveAsync(model);
        Assert.That(solver.Status, Is.EqualTo(CpSolverStatus.Infeasible));

        model.ClearAssumptions();
        await solver.SolveAsync(model);

        Assert.That(solver.Status, Is.EqualTo(CpSolverStatus.Optimal));
        Assert.That(solver.SufficientAssumptionsForInfeasibility(), Is.Empty);
    }

    [TestCase(DomainReductionStrategy.SelectMinValue, 1, 9)]
    [TestCase(DomainReductionStrategy.SelectMaxValue, 9, 1)]
    public async Task AddDecisionStrategy_FixedSearch_DecidesTheFirstVariableFirst(
        DomainReductionStrategy reduction, long first, long second)
    {
        var (x, y) = (model.NewIntVar(0, 9, "x"), model.NewIntVar(0, 9, "y"));
        model.Add(x + y == 10);
        model.AddDecisionStrategy([x, y], VariableSelectionStrategy.ChooseFirst, reduction);
        solver.Parameters = new SatParameters { SearchBranching = SearchBranching.FixedSearch, CpModelPresolve = false };

        await solver.SolveAsync(model);

        Assert.That((solver.Value(x), solver.Value(y)), Is.EqualTo((first, second)));
    }

    [Test]
    public async Task SolveAsync_WithObserver_HearsImprovingSolutionsAndTheLog()
    {
        var items = Enumerable.Range(0, 30).Select(i => model.NewBoolVar($"item {i}")).ToArray();
        var weights = Enumerable.Range(0, 30).Select(i => 100L + (i * 37 % 61)).ToArray();
        model.Add(LinearExpr.WeightedSum(items, weights) <= 1_500);
        model.Maximize(LinearExpr.WeightedSum(items, weights.Select(weight => (weight * weight % 97) + weight)));
        solver.Parameters = new SatParameters { LogSearchProgress = true };
        var (objectives, log) = (new List<double>(), new List<string>());

        await solver.SolveAsync(model, new SolveObserver { OnSolution = solution => objectives.Add(solution.Objective), OnLog = log.Add });

        Assert.That(objectives, Is.Ordered.Ascending.And.Not.Empty);
        Assert.That(objectives[^1], Is.EqualTo(solver.ObjectiveValue).Within(0.001));
        Assert.That(log, Has.Some.Contains("CpSolverResponse"));
    }

    [Test]
    public async Task ResponseStats_AfterASolve_ReadsAsOrToolsPrintsIt()
    {
        model.Maximize(model.NewIntVar(0, 7, "x"));

        await solver.SolveAsync(model);

        Assert.That(solver.ResponseStats(), Does.StartWith("CpSolverResponse summary:\nstatus: Optimal\nobjective: 7\nbest_bound: 7\n"));
    }
}
