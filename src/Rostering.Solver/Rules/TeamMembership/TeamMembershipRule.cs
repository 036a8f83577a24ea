using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.TeamMembership;

/// <summary>Workers make the visits of teams they belong to, where their pay is agreed (H03). Counted in visits.</summary>
public sealed class TeamMembershipRule : Rule, IPairRule
{
    public static readonly Term Breach = new("team-membership", RuleLevel.Hard, "visits");

    public override string Key => Breach.Key;
    public override string Sentence => "A worker makes visits only for service teams they belong to.";
    public override string Source => "requirements H03 [000:472], [000:474]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckPair(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex, FindingSink sink)
    {
        if (worker.TeamPay[visit.Team] < 0)
        {
            sink.Add(Breach, 1, worker.Index, visit.Index);
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding) =>
        $"{Wording.Worker(problem, finding.Worker)} does not belong to team {Wording.Team(problem, problem.Visits[finding.Visit].Team)}, "
        + $"which {Wording.Visit(problem, finding.Visit)} is for.";
}
