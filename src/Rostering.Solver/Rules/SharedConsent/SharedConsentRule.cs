using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.SharedConsent;

/// <summary>
/// People share a worker only where each of them agreed to it (H07, T19); without every consent the session stays uncovered. Counted in
/// people who have not agreed.
/// </summary>
public sealed class SharedConsentRule : Rule, IVisitRule
{
    public static readonly Term Breach = new("shared-consent", RuleLevel.Hard, "people who have not agreed");

    public override string Key => Breach.Key;
    public override string Sentence => "Support is shared only among people who each agreed to share it.";
    public override string Source => "requirements H07 [001:2774-2784]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckVisit(Schedule schedule, PreparedVisit visit, FindingSink sink)
    {
        if (!schedule.Covered(visit.Index))
        {
            return;
        }

        for (int i = 0; i < visit.People.Length; i++)
        {
            if (Lacks(visit, i))
            {
                sink.Add(Breach, 1, visit: visit.Index, other: visit.People[i]);
            }
        }
    }

    /// <summary>True when the session is shared and somebody has not agreed, so that nobody may make it.</summary>
    internal static bool Forbids(PreparedVisit visit) => visit.People.Where((_, share) => Lacks(visit, share)).Any();

    private static bool Lacks(PreparedVisit visit, int share)
    {
        ImmutableArray<Share> shares = visit.Source.Shares;
        return shares.Length > 1 && !shares[share].Consented;
    }

    public override string Describe(PreparedProblem problem, in Finding finding) =>
        $"{Wording.Person(problem, finding.Other)} has not agreed to share {Wording.Visit(problem, finding.Visit)}.";
}
