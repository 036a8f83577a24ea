using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules.Absence;
using Rostering.Solver.Rules.Exclusion;

namespace Rostering.Solver.Rules.Freeze;

/// <summary>
/// A published visit inside the freeze window keeps its start and its workers until those concerned agree to a change (H14, T09). A
/// worker who has fallen ill, or whom the person no longer wants, is let go; the visit may then wait uncovered for a replacement. Counted
/// in changes: one for each worker taken off, one for a start moved.
/// </summary>
public sealed class FreezeRule : Rule, IVisitRule
{
    public static readonly Term Breach = new("freeze", RuleLevel.Hard, "changes without a yes");

    public override string Key => Breach.Key;
    public override string Sentence => "A published visit inside the freeze window keeps its start and its workers unless those concerned agreed to a change.";
    public override string Source => "requirements H14 [001:2475-2497]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckVisit(Schedule schedule, PreparedVisit visit, FindingSink sink)
    {
        if (!Holds(visit))
        {
            return;
        }

        int published = visit.Published!.Start;
        if (schedule.Covered(visit.Index))
        {
            int start = schedule.Start(visit.Index);
            sink.Add(Breach, start == published ? 0 : 1, visit: visit.Index, have: start, need: published);
        }
        else if (MayWait(schedule.Problem, visit))
        {
            return;
        }

        foreach (int worker in visit.Published.Workers)
        {
            if (Keeps(schedule.Problem, visit, worker) && Array.IndexOf(schedule.Workers(visit.Index), worker) < 0)
            {
                sink.Add(Breach, 1, worker, visit.Index, need: published);
            }
        }
    }

    /// <summary>True when the freeze can hold the visit: a window or a number of workers that no longer fits the publication releases it.</summary>
    internal static bool Holds(PreparedVisit visit) =>
        visit.Published is { Frozen: true } published && visit.AllowsStart(published.Start) && published.Workers.Length <= visit.Seats;

    /// <summary>True when a published worker is held to the visit.</summary>
    internal static bool Keeps(PreparedProblem problem, PreparedVisit visit, int worker)
    {
        PreparedWorker published = problem.Workers[worker];
        int start = visit.Published!.Start;
        return !AbsenceRule.Prevents(published, visit, start) && !ExclusionRule.Prevents(problem, published, visit, start);
    }

    /// <summary>True when a published worker is let go, so that the visit may be uncovered.</summary>
    internal static bool MayWait(PreparedProblem problem, PreparedVisit visit)
    {
        foreach (int worker in visit.Published!.Workers)
        {
            if (!Keeps(problem, visit, worker))
            {
                return true;
            }
        }

        return false;
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        string published = Wording.When(problem, finding.Need);
        return finding.Worker < 0
            ? $"{Wording.Opening(problem, finding.Visit)} is published for {published} and inside the freeze, moving it to {Wording.When(problem, finding.Have)} needs a yes from those concerned."
            : $"{Wording.Worker(problem, finding.Worker)} is published for {Wording.Visit(problem, finding.Visit)} at {published} and inside the freeze, being taken off needs their yes.";
    }
}
