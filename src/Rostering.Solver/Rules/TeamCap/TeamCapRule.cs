using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.TeamCap;

/// <summary>
/// A worker works in two service teams at most within a week, unless a waiver is in force to its end (H03, T11). Counted in teams too many.
/// </summary>
public sealed class TeamCapRule : Rule, ITimelineRule
{
    public static readonly Term Breach = new("team-cap", RuleLevel.Hard, "teams too many");

    public override string Key => Breach.Key;
    public override string Sentence => "A worker works in at most two service teams within a week, unless leave to work in more is recorded.";
    public override string Source => "requirements H03 [000:472]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckTimeline(WorkerTimeline timeline, FindingSink sink)
    {
        int teams = 0;
        for (int k = 0; k < timeline.Items.Length; k++)
        {
            teams += timeline.Items[k].Visit >= 0 && FirstOfTeam(timeline, k) ? 1 : 0;
        }

        int most = timeline.Worker.TeamsMax;
        sink.Add(Breach, teams - most, timeline.Worker.Index, have: teams, need: most);
    }

    // Looking back is short: the visit before is nearly always of the same team.
    private static bool FirstOfTeam(WorkerTimeline timeline, int item)
    {
        int team = Team(timeline, item);
        for (int k = item - 1; k >= 0; k--)
        {
            if (timeline.Items[k].Visit >= 0 && Team(timeline, k) == team)
            {
                return false;
            }
        }

        return true;
    }

    private static int Team(WorkerTimeline timeline, int item) => timeline.Problem.Visits[timeline.Items[item].Visit].Team;

    public override string Describe(PreparedProblem problem, in Finding finding) =>
        $"{Wording.Worker(problem, finding.Worker)} works in {Wording.Count(finding.Have, "team")} this week, at most {finding.Need} are allowed.";
}
