using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.Absence;

/// <summary>
/// Approved leave, sickness and protected commitments hold, whatever the need (H02, T21–T23). Counted in minutes of support that fall
/// into the absence.
/// </summary>
public sealed class AbsenceRule : Rule, IPairRule
{
    public static readonly Term Breach = new("absence", RuleLevel.Hard, "minutes of absence worked");

    public override string Key => Breach.Key;
    public override string Sentence => "Nobody is given work during approved leave, sickness or a protected commitment.";
    public override string Source => "requirements H02 [001:2493-2497], [001:844-846], [001:2534-2539]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckPair(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex, FindingSink sink)
    {
        int start = visit.Starts[startIndex];
        for (int i = 0; i < worker.Away.Length; i++)
        {
            sink.Add(Breach, worker.Away[i].Time.Overlap(start, start + visit.Minutes), worker.Index, visit.Index, other: i, have: start);
        }
    }

    /// <summary>True when the worker is away during any part of the visit.</summary>
    internal static bool Prevents(PreparedWorker worker, PreparedVisit visit, int start)
    {
        foreach ((MinuteSpan time, _) in worker.Away)
        {
            if (time.Overlap(start, start + visit.Minutes) > 0)
            {
                return true;
            }
        }

        return false;
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        (MinuteSpan time, AbsenceKind kind) = problem.Workers[finding.Worker].Away[finding.Other];
        return $"{Wording.Worker(problem, finding.Worker)} {Reason(kind)} from {Wording.When(problem, time.Start)} to {Wording.When(problem, time.End)}, "
            + $"which takes {Wording.Hours(finding.Amount)} of {Wording.Visit(problem, finding.Visit)} at {Wording.When(problem, finding.Have)}.";
    }

    private static string Reason(AbsenceKind kind) => kind switch
    {
        AbsenceKind.Leave => "is on leave",
        AbsenceKind.Sickness => "is off sick",
        _ => "has a protected commitment",
    };
}
