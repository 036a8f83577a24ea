using Rostering.CpSat.Model;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Tests.Model;

/// <summary>
/// Each wrong answer of OR-Tools that we know and avoid: that the engine still gives it, and that our solver does not.
/// Where the first half fails, the engine has been mended and the way round can go.
/// </summary>
public sealed class KnownDefectTests
{
    [Test]
    public async Task SolveAsync_ConditionalRowsBeyond32Bits_FindsTheOptimumThatPresolveLoses()
    {
        var model = WideSums();
        var solver = new CpSolver(EngineFixture.Engine);

        await solver.SolveAsync(model);

        Assert.That(solver.ObjectiveValue, Is.EqualTo(133));
        Assert.That((await RawAsync(model)).ObjectiveValue, Is.EqualTo(88), "the engine's own answer");
    }

    [Test]
    public async Task SolveAsync_AssumptionWithAnEqual_BlamesTheAssumption()
    {
        var model = Equals();
        var solver = new CpSolver(EngineFixture.Engine);

        await solver.SolveAsync(model);

        Assert.That(solver.SufficientAssumptionsForInfeasibility(), Is.SubsetOf(model.Proto.Assumptions).And.Not.Empty);
        Assert.That((await RawAsync(model)).SufficientAssumptionsForInfeasibility, Is.Not.SubsetOf(model.Proto.Assumptions), "the engine's own answer");
    }

    [Test]
    public async Task Solve_ConditionalDivisionBelowZero_IsStillWrongInTheEngine()
    {
        var model = new CpModel();
        var isEnforced = model.NewBoolVar();
        model.AddDivisionEquality(-4, model.NewIntVar(-9, 9), model.NewIntVar(1, 3)).OnlyEnforceIf(isEnforced);
        model.Maximize(isEnforced);

        Assert.That((await RawAsync(model)).ObjectiveValue, Is.Zero, "-4 / 1 is -4, so the condition can be met");
        Assert.That(() => new CpSolver(EngineFixture.Engine).SolveAsync(model), Throws.TypeOf<InvalidModelException>());
    }

    private static Task<CpSolverResponse> RawAsync(CpModel model) =>
        EngineFixture.Engine.SolveAsync(model.Proto, new SatParameters(), observer: null, CancellationToken.None);

    // Found by comparing random models with brute force.
    private static CpModel WideSums()
    {
        var model = new CpModel();
        var b = Enumerable.Range(0, 8).Select(i => model.NewBoolVar($"b{i}")).ToArray();
        model.AddAtMostOne(b[6], b[7], b[1]);
        model.AddAtMostOne(b[3], b[0], b[2]);
        model.Add(LinearExpr.WeightedSum(
            [b[0], b[1], b[3], b[4], b[5], b[6]],
            [2_800_000_000, 3_500_000_002, -699_999_999, 1_400_000_000, 1_400_000_000, 1_400_000_001]) <= 1_403_251_676).OnlyEnforceIf(b[2].Not());
        model.Add(LinearExpr.WeightedSum(
            [b[1], b[2], b[3], b[4], b[5], b[6]],
            [2, 700_000_001, 1_400_000_001, -699_999_999, 2_100_000_002, 2_100_000_002]) <= 3_421_512_310).OnlyEnforceIf(b[7]);
        model.Add(LinearExpr.WeightedSum(
            [b[0], b[4], b[5], b[6]],
            [700_000_002, -700_000_000, 1_400_000_000, -700_000_000]) <= 2_753_932_859).OnlyEnforceIf(b[7].Not());
        model.Maximize(LinearExpr.WeightedSum(b, [37, 20, 21, 32, 38, 27, 47, 18]));
        return model;
    }

    private static CpModel Equals()
    {
        var model = new CpModel();
        var b = Enumerable.Range(0, 4).Select(i => model.NewBoolVar($"b{i}")).ToArray();
        model.AddBoolOr(b[2], b[1].Not());
        model.Add(b[3] + b[1] == 1);
        model.Add(b[0] + b[3] == 1);
        model.AddBoolOr(b[1].Not(), b[2].Not());
        model.AddAssumptions(b[0].Not(), b[1]);
        return model;
    }
}
