using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Search;

/// <summary>The moves of the local search. Each changes the schedule through the log; accepting is not its business.</summary>
internal sealed class MoveSet
{
    private const int RuinMax = 6;
    private readonly ChangeLog log;
    private readonly Candidates candidates;
    private readonly SearchPart without;
    private readonly Random random;
    private readonly PreparedProblem problem;
    private readonly Insertion insertion;
    private readonly ImmutableArray<int[]> sameDay;
    private readonly List<int> uncovered = [];
    private readonly List<int> takenOut = [];
    private int sinceRefresh;

    public MoveSet(ChangeLog log, Candidates candidates, SearchPart without, Random random)
    {
        (this.log, this.candidates, this.without, this.random) = (log, candidates, without, random);
        problem = log.Schedule.Problem;
        insertion = new Insertion(log.Evaluator, candidates);
        ILookup<(int, int), int> groups = problem.Visits.ToLookup(v => (v.Team, problem.Clock.Day(v.Starts[0])), v => v.Index);
        sameDay = [.. problem.Visits.Select(v => groups[(v.Team, problem.Clock.Day(v.Starts[0]))].ToArray())];
    }

    /// <summary>Makes one random change.</summary>
    public void Propose()
    {
        RefreshUncovered();
        int visit = random.Next(problem.Visits.Length);
        if (uncovered.Count > 0 && random.Next(8) == 0 && !without.HasFlag(SearchPart.MakeRoom))
        {
            MakeRoom(uncovered[random.Next(uncovered.Count)]);
            return;
        }

        switch (random.Next(10))
        {
            case >= 4 and < 7:
                Swap(visit);
                break;
            case 7:
                Shift(visit);
                break;
            case >= 8 when !without.HasFlag(SearchPart.Ruin):
                RuinAndRecreate(visit);
                break;
            default:
                Reassign(visit);
                break;
        }
    }

    private void RefreshUncovered()
    {
        if (sinceRefresh-- > 0)
        {
            return;
        }

        sinceRefresh = 200;
        uncovered.Clear();
        foreach (PreparedVisit visit in problem.Visits)
        {
            if (!log.Schedule.Covered(visit.Index) && candidates.Workers[visit.Index].Length >= visit.Seats)
            {
                uncovered.Add(visit.Index);
            }
        }
    }

    // One seat to another worker; an uncovered visit is covered where possible.
    private void Reassign(int visit)
    {
        if (!log.Schedule.Covered(visit))
        {
            Cover(visit);
            return;
        }

        Span<int> team = stackalloc int[log.Schedule.Workers(visit).Length];
        log.Schedule.Workers(visit).CopyTo(team);
        int start = log.Schedule.StartIndex(visit);
        ImmutableArray<int> pool = candidates.At(visit, start);
        int worker = pool.IsEmpty ? -1 : pool[random.Next(pool.Length)];
        if (worker < 0 || team.Contains(worker))
        {
            return;
        }

        team[random.Next(team.Length)] = worker;
        log.Assign(visit, start, team);
    }

    // Two visits of a team's day exchange one worker each.
    private void Swap(int visit)
    {
        int other = sameDay[visit][random.Next(sameDay[visit].Length)];
        if (other == visit || !log.Schedule.Covered(visit) || !log.Schedule.Covered(other))
        {
            return;
        }

        Span<int> team = stackalloc int[log.Schedule.Workers(visit).Length];
        Span<int> otherTeam = stackalloc int[log.Schedule.Workers(other).Length];
        log.Schedule.Workers(visit).CopyTo(team);
        log.Schedule.Workers(other).CopyTo(otherTeam);
        int seat = random.Next(team.Length);
        int otherSeat = random.Next(otherTeam.Length);
        if (team.Contains(otherTeam[otherSeat]) || otherTeam.Contains(team[seat])
            || !candidates.May(otherTeam[otherSeat], visit, log.Schedule.StartIndex(visit))
            || !candidates.May(team[seat], other, log.Schedule.StartIndex(other)))
        {
            return;
        }

        (team[seat], otherTeam[otherSeat]) = (otherTeam[otherSeat], team[seat]);
        log.Assign(visit, log.Schedule.StartIndex(visit), team);
        log.Assign(other, log.Schedule.StartIndex(other), otherTeam);
    }

    private void Shift(int visit)
    {
        int starts = problem.Visits[visit].Starts.Length;
        if (log.Schedule.Covered(visit) && starts > 1)
        {
            log.Assign(visit, random.Next(starts), log.Schedule.Workers(visit));
        }
    }

    private void Cover(int visit)
    {
        Placement best = insertion.Find(visit);
        if (best.Workers is not null)
        {
            log.Assign(visit, best.Start, best.Workers);
            if (best.Partner is { } partner)
            {
                log.Assign(partner.Visit, partner.Start, partner.Workers);
            }
        }
    }

    // Related visits are taken out and put back one by one where each costs least, in random order.
    private void RuinAndRecreate(int visit)
    {
        int count = 2 + random.Next(RuinMax - 1);
        takenOut.Clear();
        takenOut.Add(visit);
        for (int i = 1; i < count; i++)
        {
            int related = Related(takenOut[random.Next(takenOut.Count)]);
            if (!takenOut.Contains(related))
            {
                takenOut.Add(related);
            }
        }

        TakeOut();
        PutBack();
    }

    // An uncovered visit gets a worker whose day is cleared of what is in the way; what was cleared is put back elsewhere.
    private void MakeRoom(int visit)
    {
        PreparedVisit data = problem.Visits[visit];
        int start = random.Next(data.Starts.Length);
        ImmutableArray<int> pool = candidates.At(visit, start);
        if (log.Schedule.Covered(visit) || pool.Length < data.Seats)
        {
            return;
        }

        Span<int> team = stackalloc int[data.Seats];
        for (int seat = 0; seat < team.Length; seat++)
        {
            int worker = pool[random.Next(pool.Length)];
            if (team[..seat].Contains(worker))
            {
                return;
            }

            team[seat] = worker;
        }

        Clear(team, data.Starts[start], data.Minutes, reach: random.Next(3) switch { 0 => 0, 1 => 660, _ => 1440 });
        TakeOut();
        log.Assign(visit, start, team);
        if (insertion.UncoveredPartner(visit) is { } partner)
        {
            Cover(partner);
        }

        PutBack();
    }

    private void Clear(ReadOnlySpan<int> team, int start, int minutes, int reach)
    {
        takenOut.Clear();
        foreach (int worker in team)
        {
            foreach (int visit in log.Schedule.Visits(worker))
            {
                if (Near(visit, start, minutes, reach) && !takenOut.Contains(visit))
                {
                    takenOut.Add(visit);
                }
            }
        }
    }

    private bool Near(int visit, int start, int minutes, int reach)
    {
        int from = log.Schedule.Start(visit);
        return from < start + minutes + reach && start - reach < from + problem.Visits[visit].Minutes;
    }

    private int Related(int visit)
    {
        PreparedVisit data = problem.Visits[visit];
        switch (random.Next(3))
        {
            case 0 when !data.People.IsEmpty:
                ImmutableArray<int> same = problem.People[data.People[0]].Visits;
                return same[random.Next(same.Length)];
            case 1 when log.Schedule.Covered(visit):
                int[] team = log.Schedule.Workers(visit);
                ReadOnlySpan<int> week = log.Schedule.Visits(team[random.Next(team.Length)]);
                return week[random.Next(week.Length)];
            default:
                return sameDay[visit][random.Next(sameDay[visit].Length)];
        }
    }

    private void TakeOut()
    {
        foreach (int visit in takenOut)
        {
            log.Assign(visit, -1, []);
        }
    }

    // Those with most need first, in random order among equals.
    private void PutBack()
    {
        Span<int> visits = CollectionsMarshal.AsSpan(takenOut);
        random.Shuffle(visits);
        for (int i = 1; i < visits.Length; i++)
        {
            for (int at = i; at > 0 && problem.Visits[visits[at - 1]].Source.Need < problem.Visits[visits[at]].Source.Need; at--)
            {
                (visits[at - 1], visits[at]) = (visits[at], visits[at - 1]);
            }
        }

        foreach (int visit in visits)
        {
            if (!log.Schedule.Covered(visit))
            {
                Cover(visit);
            }
        }
    }
}
