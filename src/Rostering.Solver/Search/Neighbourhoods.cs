using System.Collections.Immutable;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Search;

/// <summary>Cuts parts out of a week that CP-SAT can solve to proof or nearly: few enough visits and workers, and related ones.</summary>
internal sealed class Neighbourhoods(PreparedProblem problem, Candidates candidates, Random random)
{
    private const int WorkersMax = 6;
    private const int FreeVisitsMax = 28;

    // What is still uncovered late in a search can seldom be covered at all.
    private const int UncoveredEvery = 8;

    /// <summary>A part around a random uncovered visit, or else around a random person or worker.</summary>
    public EncodingScope Next(Schedule schedule)
    {
        int[] uncovered = [.. problem.Visits.Where(v => !schedule.Covered(v.Index) && candidates.Workers[v.Index].Length >= v.Seats).Select(v => v.Index)];
        int seed = uncovered.Length > 0 && random.Next(UncoveredEvery) == 0 ? uncovered[random.Next(uncovered.Length)] : random.Next(problem.Visits.Length);
        ImmutableArray<int> workers = Workers(schedule, seed);
        int day = problem.Clock.Day(problem.Visits[seed].Starts[0]);
        int[] free =
        [
            .. workers.SelectMany(worker => schedule.Visits(worker).ToArray())
                .Append(seed)
                .Concat(uncovered.Where(v => candidates.Workers[v].Any(workers.Contains)))
                .Where(v => schedule.Workers(v).All(workers.Contains))
                .Distinct()
                .OrderBy(v => Math.Abs(problem.Clock.Day(problem.Visits[v].Starts[0]) - day))
                .ThenBy(v => v)
                .Take(FreeVisitsMax),
        ];
        return new EncodingScope(schedule, free.ToImmutableDictionary(v => v, v => (ImmutableArray<int>)[.. candidates.Workers[v].Where(workers.Contains)]));
    }

    // Those who make the seed visit, and of those who could, the ones that share its person or its team's day.
    private ImmutableArray<int> Workers(Schedule schedule, int seed)
    {
        int[] possible = [.. candidates.Workers[seed]];
        random.Shuffle(possible);
        IEnumerable<int> colleagues = problem.Visits[seed].People
            .SelectMany(person => problem.People[person].Visits)
            .SelectMany(schedule.Workers)
            .Where(possible.Contains);
        return [.. schedule.Workers(seed).Concat(colleagues.OrderBy(_ => random.Next()).Take(WorkersMax / 2)).Concat(possible).Distinct().Take(WorkersMax).Order()];
    }
}
