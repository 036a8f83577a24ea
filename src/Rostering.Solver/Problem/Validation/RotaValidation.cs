using System.Collections.Immutable;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Problem.Validation;

/// <summary>Validates a rota against its problem: whether it speaks of this week at all. What it breaks is the rules' affair.</summary>
public static class RotaValidation
{
    /// <summary>Every fault of the rota; empty where its rules can be checked.</summary>
    public static ImmutableArray<ProblemError> Check(RotaProblem problem, WeeklyRota rota)
    {
        var findings = new Findings();
        Check(problem, rota, findings);
        return findings.Errors;
    }

    internal static void Check(RotaProblem problem, WeeklyRota rota, Findings findings)
    {
        FormatVersion.Check(rota.Format, findings);
        var visits = problem.Visits.Select(visit => visit.Id).ToHashSet();
        var workers = problem.Workers.Select(worker => worker.Id).ToHashSet();
        var times = new LocalTimes(findings, problem);
        var first = new Dictionary<VisitId, int>();
        foreach (var (index, assignment) in rota.Assignments.Index())
        {
            string path = $"$.assignments[{index}]";
            if (!visits.Contains(assignment.Visit))
            {
                findings.Add($"{path}.visit", assignment.Visit,
                    "The problem has no such visit.", "Correct the id, or check the rota against the problem it was made for.");
            }
            else if (!first.TryAdd(assignment.Visit, index))
            {
                findings.Add($"{path}.visit", assignment.Visit,
                    $"The visit is listed at $.assignments[{first[assignment.Visit]}] already.",
                    "List a visit once, with all its workers.");
            }

            times.Check($"{path}.start", assignment.Start);
            CheckWorkers(findings, assignment, workers, path);
        }
    }

    private static void CheckWorkers(Findings findings, Assignment assignment, HashSet<WorkerId> workers, string path)
    {
        if (assignment.Workers.IsEmpty)
            findings.Add($"{path}.workers", "[]", "A visit without workers is uncovered.", "Leave the visit out, or name its workers.");
        findings.Distinct($"{path}.workers", assignment.Workers);
        foreach (var (index, worker) in assignment.Workers.Index())
        {
            if (!workers.Contains(worker))
            {
                findings.Add($"{path}.workers[{index}]", worker,
                    "The problem has no such worker.", "Correct the id, or check the rota against the problem it was made for.");
            }
        }
    }
}
