using System.Runtime.InteropServices;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rota;

/// <summary>
/// A rota as integers that can change: for each visit the index of its start and its workers, and for each worker the visits in order of
/// start. The search works on one; a <see cref="WeeklyRota"/> is what is kept.
/// </summary>
public sealed class Schedule
{
    private static readonly int[] Nobody = [];
    private readonly int[] startIndex;
    private readonly int[][] workers;
    private readonly List<int>[] visits;
    private readonly TeamArrays teams;

    public Schedule(PreparedProblem problem)
        : this(problem, new TeamArrays(problem.Workers.Length))
    {
    }

    private Schedule(PreparedProblem problem, TeamArrays teams)
    {
        (Problem, this.teams) = (problem, teams);
        startIndex = new int[problem.Visits.Length];
        Array.Fill(startIndex, -1);
        workers = new int[problem.Visits.Length][];
        Array.Fill(workers, Nobody);
        visits = [.. problem.Workers.Select(_ => new List<int>())];
    }

    public PreparedProblem Problem { get; }

    /// <summary>True when the visit has a start and workers.</summary>
    public bool Covered(int visit) => workers[visit].Length > 0;

    /// <summary>Index into the visit's starts; -1 when uncovered.</summary>
    public int StartIndex(int visit) => startIndex[visit];

    /// <summary>The visit's start, in minutes of the week. Only for a covered visit.</summary>
    public int Start(int visit) => Problem.Visits[visit].Starts[startIndex[visit]];

    /// <summary>Workers of the visit, ascending; empty when uncovered. Not to be changed by the caller.</summary>
    public int[] Workers(int visit) => workers[visit];

    /// <summary>Visits of the worker in order of start.</summary>
    public ReadOnlySpan<int> Visits(int worker) => CollectionsMarshal.AsSpan(visits[worker]);

    /// <summary>Gives the visit this start and these workers; no workers leaves it uncovered.</summary>
    public void Set(int visit, int start, ReadOnlySpan<int> team)
    {
        foreach (int worker in workers[visit])
        {
            visits[worker].Remove(visit);
        }

        startIndex[visit] = team.IsEmpty ? -1 : start;
        workers[visit] = team.IsEmpty ? Nobody : teams.Of(team);
        foreach (int worker in workers[visit])
        {
            Insert(visits[worker], visit);
        }
    }

    /// <summary>A copy that changes on its own.</summary>
    public Schedule Copy()
    {
        Schedule copy = new(Problem, teams);
        startIndex.CopyTo(copy.startIndex, 0);
        workers.CopyTo(copy.workers, 0);
        for (int w = 0; w < visits.Length; w++)
        {
            copy.visits[w].AddRange(visits[w]);
        }

        return copy;
    }

    /// <summary>The rota this schedule stands for.</summary>
    public WeeklyRota ToRota() => new()
    {
        Format = 1,
        Assignments =
        [
            .. from visit in Problem.Visits
               where Covered(visit.Index)
               orderby Start(visit.Index), visit.Index
               select new Assignment
               {
                   Visit = visit.Source.Id,
                   Start = Problem.Clock.Local(Start(visit.Index)),
                   Workers = [.. workers[visit.Index].Select(w => Problem.Workers[w].Source.Id)],
               },
        ],
    };

    private void Insert(List<int> list, int visit)
    {
        int at = list.Count;
        while (at > 0 && Later(list[at - 1], visit))
        {
            at--;
        }

        list.Insert(at, visit);
    }

    private bool Later(int a, int b) => Start(a) != Start(b) ? Start(a) > Start(b) : a > b;
}
