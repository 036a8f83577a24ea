using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;
using Rostering.Solver.Rules.FundLimit;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

// An hour costs 1,345 pence × 1.25 = 1,681.25 pence.
[TestFixture]
internal sealed class FundLimitRuleTests
{
    [TestCase(1_682, 0)]
    [TestCase(1_681, 1)]
    [TestCase(1_600, 82)]
    [TestCase(0, 1_682)]
    public void Check_HourFromFund_CountsPenceOverRoundedUp(long availablePence, long over)
    {
        var problem = Hour(availablePence, minutes: null);

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:00", "ann")).Amount(FundLimitRule.Money), Is.EqualTo(over));
    }

    [TestCase(60, 0)]
    [TestCase(59, 1)]
    [TestCase(0, 60)]
    public void Check_HourFromFund_CountsMinutesOver(long availableMinutes, long over)
    {
        var problem = Hour(10_000, availableMinutes);

        Assert.That(CheckedRota.Of(problem, ("v1", "mon 07:00", "ann")).Amount(FundLimitRule.Minutes), Is.EqualTo(over));
    }

    [Test]
    public void Check_FundTooSmall_NamesFundAmountsAndRemedies()
    {
        var rota = CheckedRota.Of(Hour(1_600, minutes: 45), ("v1", "mon 07:00", "ann"));

        Assert.That(rota.Sentences(FundLimitRule.Money), Is.EqualTo(new[]
        {
            "quin's fund is planned at £16.82, £0.82 more than the £16.00 it may commit this week. Choose workers who cost less or live nearer, "
            + "agree different support with the person, or have the deficit approved.",
        }));
        Assert.That(rota.Sentences(FundLimitRule.Minutes), Is.EqualTo(new[]
        {
            "quin's fund is planned to give 1 h of support, 15 min more than the 45 min it may commit this week. "
            + "Agree different support with the person, or have more hours approved.",
        }));
    }

    [Test]
    public void Check_FundTooSmall_ViolationBearsTheRulesKey()
    {
        var rota = CheckedRota.Of(Hour(1_600, minutes: null), ("v1", "mon 07:00", "ann"));

        Assert.That(rota.Check.HardViolations.Select(v => (v.Rule, v.Amount, v.Unit)), Is.EqualTo(new[] { ("fund-limit", 82L, "pence over") }));
    }

    [Test]
    public void Check_ApprovedDeficit_RaisesTheLimit()
    {
        var problem = Hour(1_600, minutes: null);
        var approved = problem with { Funds = [.. problem.Funds.Select(f => f with { ApprovedDeficitPence = 82 })] };

        Assert.That(CheckedRota.Of(approved, ("v1", "mon 07:00", "ann")).Amount(FundLimitRule.Money), Is.Zero);
    }

    [Test]
    public void Check_OverspentFundWithNothingPlanned_IsNoBreach()
    {
        Assert.That(CheckedRota.Of(Hour(-5_000, minutes: null)).Amount(FundLimitRule.Money), Is.Zero);
    }

    [Test]
    public void Check_OverspentFund_CountsAllThatIsPlanned()
    {
        Assert.That(CheckedRota.Of(Hour(-5_000, minutes: null), ("v1", "mon 07:00", "ann")).Amount(FundLimitRule.Money), Is.EqualTo(1_682));
    }

    [Test]
    public void Check_SharedSession_ChargesEachFundItsThousandths()
    {
        var problem = new ProblemBuilder()
            .Worker("ann")
            .Person("quin", pence: 559)
            .Person("rae", pence: 1_121)
            .Visit("v1", "mon 07:00", v => v with
            {
                Shares = [ProblemBuilder.Share("quin", 333, consented: true), ProblemBuilder.Share("rae", 667, consented: true)],
            })
            .Build();

        var rota = CheckedRota.Of(problem, ("v1", "mon 07:00", "ann"));

        // 559.86 and 1,121.39 pence.
        Assert.That(rota.Check.Findings.Where(f => f.Term == FundLimitRule.Money).Select(f => f.Amount), Is.EqualTo(new[] { 1L, 1L }));
    }

    [Test]
    public void Check_TravelBetweenVisits_IsPartOfTheCost()
    {
        var problem = new ProblemBuilder()
            .At("far", 5_000, 0)
            .Worker("ann")
            .Person("quin", home: "far", pence: 1_700)
            .Visit("v1", "mon 07:00")
            .Visit("v2", "mon 08:17", person: "quin")
            .Build();

        var rota = CheckedRota.Of(problem, ("v1", "mon 07:00", "ann"), ("v2", "mon 08:17", "ann"));

        // 1,681.25 for the hour, 17 minutes at 28.02, and 6,500 metres at 45p a mile: 181.79.
        Assert.That(rota.Amount(FundLimitRule.Money), Is.EqualTo(2_340 - 1_700));
    }

    [TestCase(3_400, null)]
    [TestCase(100_000, 150L)]
    public async Task Encoding_RandomRotas_AgreesWithTheChecker(long pence, long? minutes)
    {
        var problem = BusyWeek.Problem(pence, minutes);

        await EncodingAgreement.HoldsAsync(problem, new FundLimitRule(), () => new FundLimitEncoding());
    }

    /// <summary>A fund that may commit nothing is over by all it gives, which shows what the checker counts.</summary>
    [TestCase(1)]
    [TestCase(2)]
    public async Task Encoding_PartOfARotaHeld_CountsWhatTheWholeRotaTakes(int seed)
    {
        PreparedProblem problem = PreparedProblem.From(BusyWeek.Problem(pence: 0, minutes: 0));
        Random random = new(seed);
        for (int sample = 0; sample < 12; sample++)
        {
            (EncodingScope scope, Schedule other) = EncodingAgreement.DrawPart(problem, random);
            RotaEncoding encoding = RotaEncoding.Build(problem, scope, []);
            Assert.That(EncodingAgreement.Fix(encoding, other), Is.True);
            CpSolver solver = new(TestEngine.Shared);
            await solver.SolveAsync(encoding.Model);

            PreparedFund fund = problem.Funds[1];
            long pence = (solver.Value(encoding.FundMilliPencePermille(fund)) + 999_999) / 1_000_000;
            long minutes = (solver.Value(encoding.FundMinutesPermille(fund)) + 999) / 1_000;
            Assert.That((pence, minutes), Is.EqualTo((Over(FundLimitRule.Money), Over(FundLimitRule.Minutes))), $"sample {sample}");

            long Over(Term term) => RotaChecker.Check(other).Findings.Where(f => f.Term == term && f.Other == fund.Index).Sum(f => f.Amount);
        }
    }

    private static RotaProblem Hour(long pence, long? minutes) => new ProblemBuilder()
        .Worker("ann")
        .Person("quin", pence: pence, minutes: minutes)
        .Visit("v1", "mon 07:00", person: "quin")
        .Build();
}
