using Rostering.CpSat.Engine;
using Rostering.CpSat.Model;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Tests.Model;

/// <summary>
/// Each wrong answer of OR-Tools that we know: that our solver does not give it, and that the engine still does.
/// Where an <c>Engine_</c> test fails, the engine has been mended and the way round can go.
/// </summary>
public sealed class KnownDefectTests
{
    private readonly CpSolver solver = new(EngineFixture.Engine);

    [Test]
    public async Task SolveAsync_ConditionalRowsBeyond32Bits_FindsTheOptimum()
    {
        await solver.SolveAsync(WideSums());

        Assert.That(solver.ObjectiveValue, Is.EqualTo(133));
    }

    [Test]
    public async Task SolveAsync_AssumptionWithAnEqual_BlamesTheAssumption()
    {
        var model = AssumptionWithAnEqual();

        await solver.SolveAsync(model);

        Assert.That(solver.SufficientAssumptionsForInfeasibility(), Is.SubsetOf(model.Proto.Assumptions).And.Not.Empty);
    }

    [Test]
    public void SolveAsync_ConditionalDivisionBelowZero_IsRefused() =>
        Assert.That(() => solver.SolveAsync(ConditionalDivision()), Throws.TypeOf<InvalidModelException>());

    [Test]
    public async Task Engine_ConditionalRowsBeyond32Bits_StillLosesTheOptimum() =>
        Assert.That((await AskTheEngineAsync(WideSums())).ObjectiveValue, Is.EqualTo(88).Within(0.001));

    [Test]
    public async Task Engine_AssumptionWithAnEqual_StillBlamesTheEqual()
    {
        var model = AssumptionWithAnEqual();

        var response = await AskTheEngineAsync(model);

        Assert.That(response.SufficientAssumptionsForInfeasibility, Is.Not.SubsetOf(model.Proto.Assumptions));
    }

    [Test]
    public async Task Engine_ConditionalDivisionBelowZero_StillCallsTheConditionFalse() =>
        Assert.That((await AskTheEngineAsync(ConditionalDivision())).ObjectiveValue, Is.Zero.Within(0.001));

    private static Task<CpSolverResponse> AskTheEngineAsync(CpModel model)
    {
        // A native library may be of another release, without the defect.
        Assume.That(EngineFixture.Engine.Description.Kind, Is.EqualTo(EngineKind.WebAssembly));
        return EngineFixture.Engine.SolveAsync(model.Proto, new SatParameters(), observer: null, CancellationToken.None);
    }

    // -4 / 1 is -4, so the condition can be met.
    private static CpModel ConditionalDivision()
    {
        var model = new CpModel();
        var isEnforced = model.NewBoolVar();
        model.AddDivisionEquality(-4, model.NewIntVar(-9, 9), model.NewIntVar(1, 3)).OnlyEnforceIf(isEnforced);
        model.Maximize(isEnforced);
        return model;
    }

    // Found by comparing random models with brute force.
    private static CpModel WideSums()
    {
        var model = new CpModel();
        var b = Enumerable.Range(0, 8).Select(i => model.NewBoolVar($"b{i}")).ToArray();
        model.AddAtMostOne(b[6], b[7], b[1]);
        model.AddAtMostOne(b[3], b[0], b[2]);
        model.Add(LinearExpr.WeightedSum(
            [b[0], b[1], b[3], b[4], b[5], b[6]],
            [2_800_000_000, 3_500_000_002, -699_999_999, 1_400_000_000, 1_400_000_000, 1_400_000_001]) <= 1_403_251_676)
            .OnlyEnforceIf(b[2].Not());
        model.Add(LinearExpr.WeightedSum(
            [b[1], b[2], b[3], b[4], b[5], b[6]],
            [2, 700_000_001, 1_400_000_001, -699_999_999, 2_100_000_002, 2_100_000_002]) <= 3_421_512_310)
            .OnlyEnforceIf(b[7]);
        model.Add(LinearExpr.WeightedSum(
            [b[0], b[4], b[5], b[6]],
            [700_000_002, -700_000_000, 1_400_000_000, -700_000_000]) <= 2_753_932_859)
            .OnlyEnforceIf(b[7].Not());
        model.Maximize(LinearExpr.WeightedSum(b, [37, 20, 21, 32, 38, 27, 47, 18]));
        return model;
    }

    private static CpModel AssumptionWithAnEqual()
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
