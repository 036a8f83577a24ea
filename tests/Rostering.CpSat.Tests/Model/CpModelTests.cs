using Rostering.CpSat.Model;

namespace Rostering.CpSat.Tests.Model;

public sealed class CpModelTests
{
    [Test]
    public void NewConstant_SameValueTwice_IsOneVariable()
    {
        var model = new CpModel();

        var seven = model.NewConstant(7);

        Assert.That(model.NewConstant(7), Is.SameAs(seven));
        Assert.That(model.NewConstant(8), Is.Not.SameAs(seven));
        Assert.That(model.TrueLiteral(), Is.SameAs(model.FalseLiteral().Not()));
    }

    [Test]
    public void NewIntVarFromDomain_WithAGap_KeepsIt()
    {
        var domain = Domain.FromValues([1, 2, 3, 9]);

        var variable = new CpModel().NewIntVarFromDomain(domain, "x");

        Assert.That(variable.Domain, Is.EqualTo(domain));
        Assert.That(variable.Name, Is.EqualTo("x"));
    }

    [Test]
    public void Maximize_Expression_IsWrittenAsNegatedMinimum()
    {
        var model = new CpModel();
        var x = model.NewIntVar(0, 9, "x");

        model.Maximize((3 * x) + 4);

        Assert.That(model.Proto.Objective.Coeffs, Is.EqualTo(new long[] { -3 }));
        Assert.That(model.Proto.Objective.Offset, Is.EqualTo(-4));
        Assert.That(model.Proto.Objective.ScalingFactor, Is.EqualTo(-1));
    }

    [Test]
    public void ClearObjective_AfterMinimize_LeavesNone()
    {
        var model = new CpModel();
        model.Minimize(model.NewIntVar(0, 9));

        model.ClearObjective();

        Assert.That(model.HasObjective, Is.False);
    }

    [Test]
    public void AddHint_SameVariableTwice_KeepsTheLast()
    {
        var model = new CpModel();
        var x = model.NewIntVar(0, 9, "x");
        var b = model.NewBoolVar("b");

        model.AddHint(x, 3);
        model.AddHint(b.Not(), true);
        model.AddHint(x, 5);

        Assert.That(model.Proto.SolutionHint.Vars, Is.EqualTo(new[] { x.Index, b.Index }));
        Assert.That(model.Proto.SolutionHint.Values, Is.EqualTo(new long[] { 5, 0 }));
    }

    [Test]
    public void ClearHints_ThenHint_StartsAfresh()
    {
        var model = new CpModel();
        var x = model.NewIntVar(0, 9, "x");
        model.AddHint(x, 3);
        model.ClearHints();

        model.AddHint(x, 4);

        Assert.That(model.Proto.SolutionHint.Values, Is.EqualTo(new long[] { 4 }));
    }

    [Test]
    public void Add_VariableOfAnotherModel_IsRefusedByName()
    {
        var stranger = new CpModel().NewBoolVar("stranger");
        var model = new CpModel();

        Assert.That(() => model.Add(stranger <= 1), Throws.ArgumentException.With.Message.Contains("'stranger'"));
        Assert.That(() => model.AddBoolOr(stranger.Not()), Throws.ArgumentException.With.Message.Contains("stranger"));
        Assert.That(() => model.AddHint(stranger, 1), Throws.ArgumentException);
    }

    [Test]
    public void AddNoOverlap_IntervalOfAnotherModel_IsRefusedByName()
    {
        var stranger = new CpModel().NewFixedSizeIntervalVar(3, 4, "stranger");

        Assert.That(() => new CpModel().AddNoOverlap(stranger), Throws.ArgumentException.With.Message.Contains("stranger"));
    }

    [Test]
    public void NewIntervalVar_TwoVariablesAsStart_IsRefusedWithTheRemedy()
    {
        var model = new CpModel();
        var (x, y) = (model.NewIntVar(0, 9, "x"), model.NewIntVar(0, 9, "y"));

        Assert.That(
            () => model.NewFixedSizeIntervalVar(x + y, 4, "visit"),
            Throws.ArgumentException.With.Message.Contains("'visit', x + y, has 2 variables"));
    }

    [Test]
    public void NewIntervalVar_SizeThatVaries_TiesTheEndToIt()
    {
        var model = new CpModel();
        var (start, size, end) = (model.NewIntVar(0, 9, "s"), model.NewIntVar(1, 4, "d"), model.NewIntVar(0, 13, "e"));

        var interval = model.NewIntervalVar(start, size, end, "visit");

        Assert.That(model.Proto.Constraints[0].Linear.Domain, Is.EqualTo(new long[] { 0, 0 }));
        Assert.That(interval.Index, Is.EqualTo(1));
        Assert.That(interval.ToString(), Is.EqualTo("visit[s, e)"));
    }

    [Test]
    public void AddTuple_WrongLength_NamesTheTuple()
    {
        var model = new CpModel();
        var table = model.AddAllowedAssignments(model.NewIntVar(0, 9), model.NewIntVar(0, 9));

        Assert.That(() => table.AddTuple(1, 2, 3), Throws.ArgumentException.With.Message.Contains("(1, 2, 3)"));
    }

    [Test]
    public void AddDemands_OneShort_IsRefused()
    {
        var model = new CpModel();
        var interval = model.NewFixedSizeIntervalVar(0, 4);

        Assert.That(
            () => model.AddCumulative(3).AddDemands([interval, interval], [1]),
            Throws.ArgumentException.With.Message.Contains("2 intervals"));
    }

    [Test]
    public void AddInverse_ListsOfDifferentLength_IsRefusedAndNotPosted()
    {
        var model = new CpModel();

        Assert.That(() => model.AddInverse([model.NewIntVar(0, 1)], []), Throws.ArgumentException);
        Assert.That(model.Proto.Constraints, Is.Empty);
    }

    [Test]
    public void ModelStats_SmallModel_CountsByKind()
    {
        var model = new CpModel("small");
        var (x, b) = (model.NewIntVar(0, 9, "x"), model.NewBoolVar("b"));
        model.Add(x + b <= 4).OnlyEnforceIf(b).WithName("cap");
        model.AddBoolOr(b, b.Not());
        model.Minimize(x);

        var stats = model.ModelStats();

        Assert.That(stats, Does.Contain("optimization model 'small'"));
        Assert.That(stats, Does.Contain("variables: 2 (1 Boolean, 0 fixed)"));
        Assert.That(stats, Does.Contain("Linear: 1 (1 conditional)"));
        Assert.That(stats, Does.Contain("BoolOr: 1 (0 conditional)"));
        Assert.That(stats, Does.Contain("linear terms: 2"));
    }
}
