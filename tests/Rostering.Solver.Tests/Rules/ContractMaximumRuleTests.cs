using Rostering.Solver.Problem;
using Rostering.Solver.Rules.ContractMaximum;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
internal sealed class ContractMaximumRuleTests
{
    // The first visit ends at 08:00. A wait of half an hour is paid; after a longer one the hour's least pay is due again.
    [TestCase(150, "mon 08:30", 60, 0)]
    [TestCase(149, "mon 08:30", 60, 1)]
    [TestCase(120, "mon 09:00", 60, 0)]
    [TestCase(120, "mon 09:00", 61, 1)]
    [TestCase(120, "mon 09:00", 15, 0)]
    [TestCase(110, "mon 09:00", 15, 10)]
    public void Check_PaidMinutes_KeepToTheContract(int max, string second, int minutes, long over)
    {
        RotaProblem problem = Week(max, second, minutes);

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:00", "ann"), ("v2", second, "ann")).Amount(ContractMaximumRule.MinutesOver), Is.EqualTo(over));
    }

    [Test]
    public void Check_TooManyPaidMinutes_SaysWhatWasAgreed() => Assert.That(
        CheckedRota.Of(Week(90, "mon 09:00", 60), ("v1", "mon 07:00", "ann"), ("v2", "mon 09:00", "ann")).Sentences(ContractMaximumRule.MinutesOver),
        Is.EqualTo(["ann is given 2 h of paid time this week, and agreed to 1 h 30 at most."]));

    [Test]
    public Task Encoding_RandomRotas_AgreesWithTheChecker() => EncodingAgreement.HoldsBothWaysAsync(
        new ProblemBuilder().At("hill", 4_000, 0).Person("quin", home: "hill")
            .Worker("ann", w => w with { Contract = w.Contract with { MinutesMax = 150 } })
            .Worker("bob", w => w with { Contract = w.Contract with { MinutesMax = 190 }, OutsideWork = [TestWeek.Span("mon 09:30", "mon 10:30")] })
            .Visit("v1", "mon 07:00", minutes: 30, window: 30)
            .Visit("v2", "mon 08:30", minutes: 20, person: "quin", window: 30)
            .Visit("v3", "mon 11:00", minutes: 45, window: 60)
            .Visit("v4", "tue 07:00", minutes: 90, window: 30)
            .Build(),
        new ContractMaximumRule(), () => new ContractMaximumEncoding(), samples: 40);

    private static RotaProblem Week(int max, string second, int minutes) => new ProblemBuilder()
        .Worker("ann", w => w with { Contract = w.Contract with { MinutesMax = max } })
        .Visit("v1", "mon 07:00")
        .Visit("v2", second, minutes: minutes)
        .Build();
}
