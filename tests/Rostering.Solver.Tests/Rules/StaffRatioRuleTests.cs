using Rostering.CpSat.Model;
using Rostering.CpSat.Proto;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rules.StaffRatio;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class StaffRatioRuleTests
{
    [TestCase("ann", 1)]
    [TestCase("ann bob", 0)]
    [TestCase("ann bob eve", 1)]
    public void Check_DoubleUp_HasExactlyTwo(string workers, long expected) =>
        Assert.That(Week().Breach(StaffRatioRule.Breach, ("v1", "mon 07:00", workers)), Is.EqualTo(expected));

    [Test]
    public void Check_Uncovered_IsNotThisRule() => Assert.That(Week().Breach(StaffRatioRule.Breach), Is.Zero);

    [Test]
    public void Describe_OneOfTwo_SaysWhatIsNeeded() =>
        Assert.That(
            Week().Sentences(StaffRatioRule.Breach, ("v1", "mon 07:00", "ann")),
            Is.EqualTo(["Visit v1 to pat has 1 worker, needs 2."]));

    [Test]
    public async Task Encoding_OneOfTwo_IsInfeasible()
    {
        PreparedProblem problem = PreparedProblem.From(Week().Build());
        RotaEncoding encoding = RotaEncoding.Build(problem, EncodingScope.Whole(problem), [new StaffRatioEncoding()]);
        encoding.Model.Add(encoding.Visits.Single().MadeBy(0) == 1);
        encoding.Model.Add(encoding.Visits.Single().MadeBy(1) == 0);
        encoding.Model.Add(encoding.Visits.Single().MadeBy(2) == 0);

        Assert.That(await new CpSolver(TestEngine.Shared).SolveAsync(encoding.Model), Is.EqualTo(CpSolverStatus.Infeasible));
    }

    [Test]
    public Task Encoding_AgreesWithTheChecker() => EncodingAgreement.HoldsAsync(Week().Build(), new StaffRatioRule(), () => new StaffRatioEncoding(), samples: 10);

    private static ProblemBuilder Week() => new ProblemBuilder().Worker("ann").Worker("bob").Worker("eve").Visit("v1", "mon 07:00", workers: 2);
}
