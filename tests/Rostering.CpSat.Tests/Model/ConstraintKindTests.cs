using System.Collections.Concurrent;
using Rostering.CpSat.Engine;
using Rostering.CpSat.Model;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Tests.Model;

/// <summary>The solver accepts exactly the values that plain C# accepts, for every kind of constraint, conditional or not.</summary>
[Parallelizable]
public sealed class ConstraintKindTests
{
    private static IEnumerable<ConstraintKind> All => ConstraintKinds.All();

    private static IEnumerable<ConstraintKind> Conditional => All.Where(kind => !kind.IsUnconditional && !kind.HasFreeHelpers);

    private static IEnumerable<ConstraintKind> ConditionalWithHelpers => All.Where(kind => !kind.IsUnconditional && kind.HasFreeHelpers);

    [TestCaseSource(nameof(All))]
    public async Task Solve_AllSolutions_AreThoseThatHold(ConstraintKind kind)
    {
        var model = new CpModel();
        kind.Post(model, kind.Declare(model));

        var expected = kind.Assignments().Where(kind.Holds).Select(Text);
        Assert.That(await AllSolutionsAsync(model, kind.Domains.Length), Is.EquivalentTo(expected));
    }

    [TestCaseSource(nameof(All))]
    public async Task Solve_ValuesThatBreakIt_IsInfeasible(ConstraintKind kind)
    {
        var model = new CpModel();
        var variables = kind.Declare(model);
        kind.Post(model, variables);
        Fix(model, variables, kind.Assignments().First(values => !kind.Holds(values)));

        Assert.That(await new CpSolver(EngineFixture.Engine).SolveAsync(model), Is.EqualTo(CpSolverStatus.Infeasible));
    }

    [TestCaseSource(nameof(Conditional))]
    public async Task Solve_AllSolutionsUnderACondition_HoldOrAreExcused(ConstraintKind kind)
    {
        var model = new CpModel();
        var variables = kind.Declare(model);
        var isEnforced = model.NewBoolVar("enforced");
        kind.Post(model, variables).OnlyEnforceIf(isEnforced);

        var expected = kind.Assignments().Select(values => Text([.. values, 0]))
            .Concat(kind.Assignments().Where(kind.Holds).Select(values => Text([.. values, 1])));
        Assert.That(await AllSolutionsAsync(model, kind.Domains.Length + 1), Is.EquivalentTo(expected));
    }

    [TestCaseSource(nameof(ConditionalWithHelpers))]
    public async Task Solve_EachAssignment_MeetsTheConditionWhereItHolds(ConstraintKind kind)
    {
        foreach (var values in kind.Assignments())
        {
            var model = new CpModel();
            var variables = kind.Declare(model);
            var isEnforced = model.NewBoolVar("enforced");
            kind.Post(model, variables).OnlyEnforceIf(isEnforced);
            Fix(model, variables, values);
            model.Maximize(isEnforced);
            var solver = new CpSolver(EngineFixture.Engine);

            await solver.SolveAsync(model);

            Assert.That(solver.BooleanValue(isEnforced), Is.EqualTo(kind.Holds(values)), Text(values));
        }
    }

    private static void Fix(CpModel model, IntVar[] variables, long[] values)
    {
        foreach (var (variable, value) in variables.Zip(values))
            model.Add(variable == value);
    }

    // Constants that a constraint makes come after the variables declared here.
    private static async Task<IEnumerable<string>> AllSolutionsAsync(CpModel model, int variableCount)
    {
        var found = new ConcurrentBag<string>();
        var solver = new CpSolver(EngineFixture.Engine) { Parameters = new SatParameters { EnumerateAllSolutions = true } };
        await solver.SolveAsync(model, new SolveObserver { OnSolution = solution => found.Add(Text(solution.Values.Take(variableCount))) });

        return found;
    }

    private static string Text(IEnumerable<long> values) => string.Join(',', values);
}
