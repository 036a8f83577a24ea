using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;
using Rostering.Solver.Rules.Absence;

namespace Rostering.Solver.Explain;

/// <summary>
/// Ranks the workers for a gap: a visit, or one of its seats, that nobody fills. Everybody is put there in turn and the rules are asked.
/// Whoever is on leave, ill or committed elsewhere at that time is not on the list at all, so that nobody can be tempted to ask.
/// </summary>
public sealed class CoverRanking(Schedule schedule)
{
    private readonly Trials trials = new(schedule);
    private readonly Schedule schedule = schedule.Copy();
    private readonly PreparedProblem problem = schedule.Problem;

    /// <summary>
    /// The start people hold for a visit: its own while somebody is on it, else the one published, else the one asked for, else its first.
    /// An index into the visit's starts.
    /// </summary>
    public static int StartHeld(Schedule schedule, int visit)
    {
        PreparedVisit data = schedule.Problem.Visits[visit];
        return schedule.Covered(visit) ? schedule.StartIndex(visit)
            : Math.Max(0, data.StartIndex(data.Published?.Start ?? data.Wanted));
    }

    /// <summary>Who may take the next free seat of a visit at the start people hold, best first, then who may not and why, nearest first.</summary>
    public ImmutableArray<CoverCandidate> Of(int visit) => Of(visit, StartHeld(schedule, visit));

    /// <summary>The same for a start that is chosen.</summary>
    public ImmutableArray<CoverCandidate> Of(int visit, int start)
    {
        PreparedVisit data = problem.Visits[visit];
        int[] staying = schedule.Workers(visit);
        return staying.Length >= data.Seats
            ? []
            : [.. trials.Ranked(data, Askable(data, start, staying).Select(worker => trials.Of(data, start, [.. staying, worker.Index]))).Select(trial => Candidate(data, trial))];
    }

    private IEnumerable<PreparedWorker> Askable(PreparedVisit visit, int start, int[] staying) =>
        problem.Workers.Where(worker => !staying.Contains(worker.Index) && !AbsenceRule.Prevents(worker, visit, visit.Starts[start]));

    private CoverCandidate Candidate(PreparedVisit visit, Trial trial)
    {
        PreparedWorker worker = problem.Workers[trial.Worker];
        return new CoverCandidate
        {
            Worker = worker.Source.Id,
            Name = worker.Source.Name,
            Blocks = [.. trial.Broken.Select(finding => new BrokenRule(RuleCatalogue.Of(finding.Term).Key, trials.Sentence(finding))).Distinct()],
            Change = trial.Change,
            Differences = trials.Differences(trial),
            Charged = trial.Seat?.Charged ?? 0,
            People = [.. visit.People.Select(person => View(problem.People[person], worker))],
            Reasons = trial.Seat is { } seat ? Reasons.ForCover(visit, worker, seat) : [],
            RecentAsks = worker.Source.History.RecentAsks,
        };
    }

    private PersonsView View(PreparedPerson person, PreparedWorker worker) => new(
        person.Source.Id,
        person.Source.Name,
        person.Welcome[worker.Index],
        person.Visits.SelectMany(visit => schedule.Workers(visit)).Append(worker.Index).Distinct().Count(),
        person.Source.FacesWanted,
        Reasons.Knows(person, worker));
}
