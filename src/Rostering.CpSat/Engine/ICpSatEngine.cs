using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Engine;

/// <summary>
/// OR-Tools CP-SAT, running outside this process. Safe to call from many threads: a solve that finds every
/// slot busy waits its turn. Opened by <see cref="CpSatEngines.Open"/>.
/// </summary>
public interface ICpSatEngine : IAsyncDisposable
{
    /// <summary>Which solver this is and where it was found.</summary>
    EngineDescription Description { get; }

    /// <summary>How many solves run at once, one process each.</summary>
    int Slots { get; }

    /// <summary>
    /// Solves <paramref name="model"/>. Cancelling <paramref name="stop"/> ends the search and returns the best
    /// answer so far (status <c>Feasible</c>, or <c>Unknown</c> where nothing was found); it never throws
    /// <see cref="OperationCanceledException"/>. <c>MaxTimeInSeconds</c> is enforced from outside as well: a
    /// process that overstays it is killed, and the last solution it had streamed is the answer.
    /// </summary>
    /// <exception cref="ModelRejectedException">The solver calls the model or the parameters invalid.</exception>
    /// <exception cref="EngineNotFoundException">A part the engine needs is missing, or cannot start.</exception>
    /// <exception cref="EngineDiedException">The process died in mid-solve, and so did the fresh one that tried again.</exception>
    /// <exception cref="EngineProtocolException">The process answered something that is no answer.</exception>
    /// <exception cref="ObjectDisposedException">The engine was disposed before the answer came.</exception>
    Task<CpSolverResponse> SolveAsync(CpModelProto model, SatParameters parameters, SolveObserver? observer, CancellationToken stop);
}
