using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.FundLimit;

/// <summary>
/// A week takes from a fund no more money and no more minutes than the fund may commit, an approved deficit included. Counted in whole
/// pence and whole minutes over, rounded up.
/// </summary>
public sealed class FundLimitRule : Rule, IFundRule
{
    private const long PermillePerMinute = 1000;
    private const long MilliPencePermillePerPenny = 1_000_000;

    public static readonly Term Money = new("fund-limit.money", RuleLevel.Hard, "pence over");
    public static readonly Term Minutes = new("fund-limit.minutes", RuleLevel.Hard, "minutes over");

    public override string Key => "fund-limit";

    public override string Sentence => "The support planned from a fund costs no more than the fund may commit this week, or than a deficit somebody approved.";

    public override string Source => "requirements H15 [000:476], [001:2594-2597]";

    public override ImmutableArray<Term> Terms { get; } = [Money, Minutes];

    public void CheckFund(PreparedFund fund, long milliPencePermille, long minutesPermille, FindingSink sink)
    {
        Check(Money, fund, milliPencePermille, fund.MilliPencePermilleMax, MilliPencePermillePerPenny, sink);
        Check(Minutes, fund, minutesPermille, fund.MinutesPermilleMax, PermillePerMinute, sink);
    }

    /// <summary>What a fund can give: a fund already overspent gives nothing, but what it lacks is no fault of this week.</summary>
    public static long Limit(long max) => Math.Max(0, max);

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        string person = problem.Source.People[problem.Index.People[problem.Funds[finding.Other].Source.Person]].Name;
        return finding.Term == Money
            ? $"{person}'s fund is planned at {Wording.Pounds(finding.Have)}, {Wording.Pounds(finding.Amount)} more than the {Wording.Pounds(finding.Need)} "
                + "it may commit this week. Choose workers who cost less or live nearer, agree different support with the person, or have the deficit approved."
            : $"{person}'s fund is planned to give {Wording.Hours(finding.Have)} of support, {Wording.Hours(finding.Amount)} more than the "
                + $"{Wording.Hours(finding.Need)} it may commit this week. Agree different support with the person, or have more hours approved.";
    }

    private static void Check(Term term, PreparedFund fund, long taken, long max, long unit, FindingSink sink)
    {
        long limit = Limit(max);
        if (taken > limit)
        {
            long have = (taken + unit - 1) / unit;
            long need = limit / unit;
            sink.Add(term, have - need, other: fund.Index, have: have, need: need);
        }
    }
}
