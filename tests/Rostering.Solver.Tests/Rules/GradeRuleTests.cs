using Rostering.Solver.Rules.Grade;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class GradeRuleTests
{
    [TestCase(1, 2, 1)]
    [TestCase(1, 3, 2)]
    [TestCase(2, 2, 0)]
    [TestCase(3, 2, 0)]
    public void Check_GradeOfTheActivity_IsAMinimum(int have, int need, long expected) =>
        Assert.That(Week(have, need).Breach(GradeRule.Breach, ("v1", "mon 07:00", "ann")), Is.EqualTo(expected));

    [Test]
    public void Check_DoubleUp_HoldsForEveryWorker()
    {
        ProblemBuilder week = new ProblemBuilder()
            .Worker("ann", w => w with { Grade = 2 })
            .Worker("bob")
            .Visit("v1", "mon 07:00", v => v with { GradeMin = 2 }, workers: 2);

        Assert.That(
            week.Sentences(GradeRule.Breach, ("v1", "mon 07:00", "ann bob")), Is.EqualTo(["bob is of grade 1, visit v1 to pat needs grade 2."]));
    }

    [Test]
    public Task Encoding_AgreesWithTheChecker() =>
        EncodingAgreement.HoldsAsync(Week(1, 2).Visit("v2", "tue 07:00").Build(), new GradeRule(), () => new GradeEncoding());

    private static ProblemBuilder Week(int have, int need) => new ProblemBuilder()
        .Worker("ann", w => w with { Grade = have })
        .Worker("bob", w => w with { Grade = need })
        .Visit("v1", "mon 07:00", v => v with { GradeMin = need });
}
