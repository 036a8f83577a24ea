namespace Rostering.Solver.Search;

/// <summary>Temperatures from first to last, falling by the same factor in equal parts of a cycle.</summary>
/// <param name="Cycles">How often a search begins again at the first temperature, so that what is small is not searched in one place only.</param>
public sealed record Cooling(double First, double Last, int Cycles = 1)
{
    /// <summary>The temperature when a share of the search, 0 to 1, is done.</summary>
    public double At(double progress) => First * Math.Pow(Last / First, progress < 1 ? progress * Cycles % 1 : 1);
}

/// <summary>
/// Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) of any state. The increase that a move may bring is drawn before the move:
/// −T ln u for u uniform, which accepts exactly as exp(−Δ/T) does.
/// </summary>
public sealed class Annealing(ISearchState state, Cooling cooling, SearchRandom random)
{
    private const int MovesPerTemperature = 64;

    /// <summary>Moves tried.</summary>
    public long Moves { get; private set; }

    /// <summary>Tries moves until all the work is done or it is told to stop; cancellation is seen after each move.</summary>
    /// <param name="progress">Share of the whole search done after so many moves of this run.</param>
    /// <param name="end">Share at which this run ends.</param>
    public void Run(Func<long, double> progress, double end, Action? onBetter, CancellationToken stop)
    {
        long first = Moves;
        for (double done = progress(0); done < end && !stop.IsCancellationRequested; done = progress(Moves - first))
        {
            double temperature = cooling.At(done);
            for (int i = 0; i < MovesPerTemperature && !stop.IsCancellationRequested; i++)
            {
                Step(temperature, onBetter);
            }
        }
    }

    private void Step(double temperature, Action? onBetter)
    {
        Moves++;
        if (state.TryMove(state.Cost - (temperature * Math.Log(1 - random.NextDouble()))) && state.KeepIfBest())
        {
            onBetter?.Invoke();
        }
    }
}
