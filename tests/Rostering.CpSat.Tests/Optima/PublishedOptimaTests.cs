using Rostering.CpSat.Model;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Tests.Optima;

/// <summary>Instances whose best solutions are published, each proven with one search thread.</summary>
[Parallelizable]
public sealed class PublishedOptimaTests
{
    // Ten machines and ten jobs stood open for 26 years. The propagation of precedences takes the place of the linear
    // relaxation, which says nothing here; the proof takes some eight seconds, and the limit is only against a hang.
    private static readonly SatParameters JobShopSearch = new()
    {
        LinearizationLevel = 0,
        UseDynamicPrecedenceInDisjunctive = true,
        UseStrongPropagationInDisjunctive = true,
        MaxTimeInSeconds = 120,
    };

    private static readonly SatParameters LinearSearch = new() { LinearizationLevel = 2, MaxTimeInSeconds = 120 };

    private static IEnumerable<TestCaseData> Optima() =>
    [
        Optimum("ft06", 55, JobShop.Ft06.ToModel, JobShopSearch),
        Optimum("la01", 666, JobShop.La01.ToModel, JobShopSearch),
        Optimum("ft10", 930, JobShop.Ft10.ToModel, JobShopSearch),
        Optimum("gr17", 2085, TravellingSalesman.ToModel, LinearSearch),
        Optimum("j301_1", 43, ProjectSchedule.ToModel, LinearSearch),
        Optimum("golomb8", 34, () => Puzzles.GolombRuler(8), LinearSearch),
    ];

    [TestCaseSource(nameof(Optima))]
    public async Task SolveAsync_PublishedInstance_IsProvenAtItsOptimum(long optimum, Func<CpModel> build, SatParameters parameters)
    {
        var solver = new CpSolver(EngineFixture.Engine) { Parameters = parameters };

        await solver.SolveAsync(build());

        Assert.That(solver.Status, Is.EqualTo(CpSolverStatus.Optimal), solver.ResponseStats());
        Assert.That(solver.ObjectiveValue, Is.EqualTo(optimum));
        Assert.That(solver.BestObjectiveBound, Is.EqualTo(optimum));
    }

    [TestCase(3)]
    [TestCase(5)]
    public async Task SolveAsync_MagicSquare_AddsUpEveryWay(int side)
    {
        var (model, cells) = Puzzles.MagicSquare(side);
        var solver = new CpSolver(EngineFixture.Engine);

        await solver.SolveAsync(model);

        Assert.That(cells.Cast<IntVar>().Select(solver.Value), Is.Unique);
        Assert.That(
            Puzzles.Lines(side).Select(line => line.Sum(cell => solver.Value(cells[cell.Row, cell.Column]))),
            Is.All.EqualTo(Puzzles.MagicSum(side)));
    }

    [Test]
    public async Task SolveAsync_MagicSquareOfSideTwo_IsInfeasible() =>
        Assert.That(
            await new CpSolver(EngineFixture.Engine).SolveAsync(Puzzles.MagicSquare(2).Model),
            Is.EqualTo(CpSolverStatus.Infeasible));

    private static TestCaseData Optimum(string name, long optimum, Func<CpModel> build, SatParameters parameters) =>
        new TestCaseData(optimum, build, parameters).SetArgDisplayNames(name, $"{optimum}");
}
