using Rostering.CpSat.Model;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Tests.Model;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class IntervalVarTests
{
    private readonly CpModel model = new();

    [TestCase(3, 4, 7, CpSolverStatus.Optimal)]
    [TestCase(3, 4, 8, CpSolverStatus.Infeasible)]
    public async Task NewIntervalVar_StartSizeEnd_MustAddUp(long start, long size, long end, CpSolverStatus expected)
    {
        model.AddNoOverlap(model.NewIntervalVar(Fixed(start), Fixed(size), Fixed(end), "visit"));

        Assert.That(await new CpSolver(EngineFixture.Engine).SolveAsync(model), Is.EqualTo(expected));
    }

    [Test]
    public async Task NewOptionalIntervalVar_ThatCannotAddUp_IsAbsent()
    {
        var isPresent = model.NewBoolVar("present");
        model.AddNoOverlap(model.NewOptionalIntervalVar(Fixed(3), Fixed(4), Fixed(8), isPresent, "visit"));
        model.Maximize(isPresent);
        var solver = new CpSolver(EngineFixture.Engine);

        await solver.SolveAsync(model);

        Assert.That(solver.Status, Is.EqualTo(CpSolverStatus.Optimal));
        Assert.That(solver.BooleanValue(isPresent), Is.False);
    }

    [Test]
    public async Task AddMapDomain_EachValue_SetsItsLiteralAlone()
    {
        var shift = model.NewIntVar(5, 8, "shift");
        BoolVar[] is5To7 = [model.NewBoolVar(), model.NewBoolVar(), model.NewBoolVar()];
        model.AddMapDomain(shift, is5To7, offset: 5);
        model.Maximize(shift + (4 * LinearExpr.Sum(is5To7)));
        var solver = new CpSolver(EngineFixture.Engine);

        await solver.SolveAsync(model);

        Assert.That(is5To7.Select(literal => solver.Value(literal)), Is.EqualTo(new[] { 0, 0, 1 }));
        Assert.That(solver.Value(shift), Is.EqualTo(7));
    }

    private IntVar Fixed(long value) => model.NewIntVar(value, value);
}
