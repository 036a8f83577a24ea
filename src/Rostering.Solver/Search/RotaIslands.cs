using Rostering.Solver.Rota;

namespace Rostering.Solver.Search;

/// <summary>Annealing of a week on several threads under one cooling from the first move to the last, however often it is looked at between.</summary>
internal sealed class RotaIslands
{
    private readonly Candidates candidates;
    private readonly SearchPart without;
    private readonly int seed;
    private readonly RotaState[] states;
    private readonly Annealing[] searches;
    private int begun;

    public RotaIslands(Schedule start, Candidates candidates, SolveOptions options)
    {
        (this.candidates, without, seed) = (candidates, options.Without, options.Seed);
        states = new RotaState[options.Threads];
        searches = new Annealing[options.Threads];
        for (int i = 0; i < states.Length; i++)
        {
            Begin(i, start);
        }
    }

    /// <summary>Each island makes so many moves, while the search cools from one share of it to another; gives the best met, of equals the lowest island's, and the moves made.</summary>
    public async Task<(RotaState Best, long Moves)> RunAsync(int count, double from, double to, CancellationToken stop)
    {
        long before = searches.Sum(search => search.Moves);
        await Task.WhenAll(searches.Select(search => Task.Run(() => search.Run(made => from + ((to - from) * made / count), to, onBetter: null, stop), CancellationToken.None)));
        return (states.MinBy(state => state.BestScore)!, searches.Sum(search => search.Moves) - before);
    }

    /// <summary>Islands that are behind a rota go on from it.</summary>
    public void Adopt(Schedule best, RotaScore score)
    {
        for (int i = 0; i < states.Length; i++)
        {
            if (states[i].BestScore > score)
            {
                Begin(i, best);
            }
        }
    }

    private void Begin(int island, Schedule start)
    {
        int number = unchecked((seed * 7919) + begun++);
        states[island] = new RotaState(start.Copy(), candidates, without, number);
        searches[island] = new Annealing(states[island], RotaState.Cooling, new SearchRandom(number));
    }
}
