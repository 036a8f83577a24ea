using System.Collections.Immutable;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Explain;

/// <summary>What a change of a schedule breaks that was not broken before, judged by the checker over the whole week.</summary>
public static class NewBreaches
{
    /// <summary>Hard rules that the one schedule breaks more than the other; empty where the change is lawful.</summary>
    public static ImmutableArray<BrokenRule> Of(Schedule before, Schedule after)
    {
        ILookup<(Term, int, int, int), long> had = RotaChecker.Check(before).Findings.ToLookup(Key, finding => finding.Amount);
        return
        [
            .. RotaChecker.Check(after).Findings.Where(finding => finding.Term.Level == RuleLevel.Hard && finding.Amount > had[Key(finding)].Sum())
                .Select(finding => new BrokenRule(RuleCatalogue.Of(finding.Term).Key, RuleCatalogue.Of(finding.Term).Describe(after.Problem, finding))).Distinct(),
        ];
    }

    private static (Term Term, int Worker, int Visit, int Other) Key(Finding finding) => (finding.Term, finding.Worker, finding.Visit, finding.Other);
}
