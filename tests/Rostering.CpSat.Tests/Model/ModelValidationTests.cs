using Rostering.CpSat.Engine;
using Rostering.CpSat.Model;
using Rostering.CpSat.Proto;
using static Rostering.CpSat.Proto.DecisionStrategyProto.Types;

namespace Rostering.CpSat.Tests.Model;

public sealed class ModelValidationTests
{
    private const long Huge = long.MaxValue / 4;

    public static IEnumerable<TestCaseData> Faults() =>
    [
        Fault("EmptyDomain", m => m.NewIntVarFromDomain(new Domain(1, 0), "rest"), "'rest'", "at least one value"),
        Fault("MinAboveMax", m => m.NewIntVar(5, 3, "rest"), "'rest'", "[5, 3]"),
        Fault("DomainTooWide", m => m.NewIntVar(0, (long.MaxValue / 2) + 1, "rest"), "'rest'", "within ±"),
        Fault("DomainsTooWideTogether",
            m => m.AddAllDifferent(Enumerable.Range(0, 3).Select(_ => m.NewIntVar(0, long.MaxValue / 2))),
            "all variables together"),
        Fault("SumOverflows", m => m.Add(3 * m.NewIntVar(0, Huge, "x") <= 10).WithName("cap"), "'cap'", "may exceed"),
        Fault("ObjectiveOverflows", m => m.Minimize(3 * m.NewIntVar(0, Huge, "x")), "objective may exceed"),
        Fault("MaxOverflows", m => m.AddMaxEquality(m.NewIntVar(0, 1), 3 * m.NewIntVar(0, Huge)), "may exceed"),
        Fault("ProductOverflows",
            m => m.AddMultiplicationEquality(1, m.NewIntVar(1, Huge / 4), m.NewIntVar(1, 99), m.NewIntVar(1, 99)),
            "product ranges over"),
        Fault("DivisorMayBeZero", m => m.AddDivisionEquality(m.NewIntVar(0, 5), 7, m.NewIntVar(-1, 3)), "[-1, 3]", "take 0 out"),
        Fault("DivisorIsZero", m => m.AddDivisionEquality(m.NewIntVar(0, 5), 7, 0), "divides by 0"),
        Fault("ModulusMayBeZero", m => m.AddModuloEquality(m.NewIntVar(0, 5), 7, m.NewIntVar(0, 3)), "modulus may be 0"),
        Fault("ElementOfNothing", m => m.AddElement(m.NewIntVar(0, 1), Array.Empty<long>(), m.NewIntVar(0, 1)), "nothing to choose from"),
        Fault("AutomatonForks",
            m => m.AddAutomaton([m.NewIntVar(0, 1)], 0, [1]).AddTransition(0, 1, 1).AddTransition(0, 0, 1),
            "2 transitions from state 0 on the value 1"),
        Fault("LoopTwice", m => m.AddCircuit().AddArc(2, 2, m.NewBoolVar()).AddArc(2, 2, m.NewBoolVar()), "2 self-loops on node 2"),
        Fault("LoopOnDepot",
            m => m.AddMultipleCircuit().AddArc(0, 0, m.NewBoolVar()).AddArc(0, 1, m.NewBoolVar()).AddArc(1, 0, m.NewBoolVar()),
            "depot"),
        Fault("NodeMissing", m => m.AddMultipleCircuit().AddArc(0, 2, m.NewBoolVar()).AddArc(2, 0, m.NewBoolVar()), "no arc at node 1"),
        Fault("NegativeSize", m => m.NewFixedSizeIntervalVar(m.NewIntVar(0, 9), -2, "visit"), "'visit'", "size may be -2"),
        Fault("IntervalOverflows", m => m.NewFixedSizeIntervalVar(m.NewIntVar(0, Huge), Huge, "visit"), "'visit'", "may exceed"),
        Fault("NegativeDemand", m => m.AddCumulative(1).AddDemand(m.NewFixedSizeIntervalVar(0, 2), m.NewIntVar(-1, 2)), "demand may be -1"),
        Fault("AreasOverflow",
            m => m.AddNoOverlap2D().AddRectangle(m.NewFixedSizeIntervalVar(0, Huge / 8), m.NewFixedSizeIntervalVar(0, 99)),
            "areas"),
        Fault("ReservoirStartsOutside", m => m.AddReservoirConstraint(1, 3).AddEvent(m.NewIntVar(0, 1), 2), "starts at 0", "[1, 3]"),
        Fault("ReservoirTimeTooLate", m => m.AddReservoirConstraint(0, 3).AddEvent(m.NewIntVar(0, Huge), 2), "time of an event"),
        Fault("HintIsInfinite", m => m.AddHint(m.NewIntVar(0, 1, "x"), long.MinValue), "'x'", "infinite"),
        Fault("MedianOfTooMany",
            m => m.AddDecisionStrategy([m.NewIntVar(0, 1_000_000, "x")], default, DomainReductionStrategy.SelectMedianValue),
            "'x'", "median"),
        Fault("UnknownVariable", m => m.Add(m.NewIntVar(0, 1) <= 1).Proto.Linear.Vars[0] = 7, "#7", "does not exist"),
        Fault("UnknownLiteral", m => m.AddBoolOr(m.NewBoolVar()).Proto.BoolOr.Literals[0] = -9, "literal -9"),
        Fault("LiteralOfAnInteger", m => m.AddBoolOr(m.TrueLiteral()).Proto.BoolOr.Literals[0] = m.NewIntVar(0, 2).Index, "not a Boolean"),
        Fault("UnknownInterval", m => m.AddNoOverlap(m.NewFixedSizeIntervalVar(0, 2)).Proto.NoOverlap.Intervals[0] = 1, "interval #1"),
    ];

    [TestCaseSource(nameof(Faults))]
    public void Validate_OneFault_IsNamedWithValueAndRemedy(Action<CpModel> build, string[] phrases)
    {
        var model = new CpModel();
        build(model);

        var errors = model.Validate();

        Assert.That(errors, Has.Count.EqualTo(1));
        foreach (var phrase in phrases)
            Assert.That(errors[0], Does.Contain(phrase));
    }

    // What we report must be what the solver refuses, lest we forbid what it can do.
    [TestCaseSource(nameof(Faults))]
    public void Solve_SameFault_IsRejectedByTheSolverToo(Action<CpModel> build, string[] phrases)
    {
        var model = new CpModel();
        build(model);

        Assert.That(
            () => EngineFixture.Engine.SolveAsync(model.Proto, new SatParameters(), observer: null, CancellationToken.None),
            Throws.TypeOf<ModelRejectedException>(), string.Join(", ", phrases));
    }

    [Test]
    public void Validate_ConditionalDivisionBelowZero_IsRefusedWithTheWayRound()
    {
        var model = new CpModel();
        model.AddDivisionEquality(model.NewIntVar(-9, 9), model.NewIntVar(-9, 9), model.NewIntVar(1, 3)).OnlyEnforceIf(model.NewBoolVar());

        Assert.That(model.Validate(), Has.Count.EqualTo(1).And.All.Contains("variable of its own"));
    }

    [Test]
    public void Validate_SeveralFaults_ReportsAllAtOnce()
    {
        var model = new CpModel();
        model.NewIntVar(5, 3, "first");
        model.NewIntVar(9, 8, "second");
        model.AddReservoirConstraint(1, 3);
        model.AddAssumption(model.NewBoolVar());
        model.Proto.Assumptions[0] = 99;

        Assert.That(model.Validate(), Has.Count.EqualTo(4));
    }

    [Test]
    public void Validate_NegativeSizeOfOptionalInterval_IsAllowed()
    {
        var model = new CpModel();
        var (start, size, end) = (model.NewIntVar(0, 9), model.NewIntVar(-3, 4), model.NewIntVar(0, 9));
        model.AddNoOverlap(model.NewOptionalIntervalVar(start, size, end, model.NewBoolVar()));

        Assert.That(model.Validate(), Is.Empty);
    }

    [Test]
    public void Validate_DivisorWithoutZeroInItsMidst_IsAllowed()
    {
        var model = new CpModel();
        model.AddDivisionEquality(model.NewIntVar(-7, 7), 7, model.NewIntVarFromDomain(Domain.FromValues([-2, 2])));
        model.AddDivisionEquality(model.NewIntVar(-7, 7), 7, (2 * model.NewIntVar(-2, 2)) + 1);

        Assert.That(model.Validate(), Is.Empty);
    }

    [Test]
    public void SolveAsync_FaultyModel_ThrowsBeforeTheEngineSeesIt()
    {
        var model = new CpModel();
        model.NewIntVar(5, 3, "rest");

        Assert.That(
            () => new CpSolver(EngineFixture.Engine).SolveAsync(model),
            Throws.TypeOf<InvalidModelException>().With.Message.Contains("'rest'").And.Property("Errors").Count.EqualTo(1));
    }

    private static TestCaseData Fault(string name, Action<CpModel> build, params string[] phrases) =>
        new TestCaseData(build, phrases).SetArgDisplayNames(name);
}
