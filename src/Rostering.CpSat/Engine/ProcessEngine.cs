using System.Diagnostics;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Engine;

/// <summary>An engine of supervised processes: lends them out, tries once more when one dies, and takes them down.</summary>
internal sealed class ProcessEngine : ICpSatEngine
{
    private readonly TimeSpan deadlineGrace;
    private readonly EngineSlot[] all;
    private readonly SlotQueue<EngineSlot> slots;
    private readonly CancellationTokenSource closing = new();
    private bool closed;

    public ProcessEngine(SolverProgram program, EngineOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Processes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MemoryMegabytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.DeadlineGrace, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.StopGrace, TimeSpan.Zero);
        deadlineGrace = options.DeadlineGrace;
        Description = program.Description;
        all = [.. Enumerable.Range(0, options.Processes)
            .Select(_ => new EngineSlot(() => EngineProcess.StartAsync(program, options)))];
        slots = new SlotQueue<EngineSlot>(all);
    }

    /// <inheritdoc />
    public EngineDescription Description { get; }

    /// <inheritdoc />
    public int Slots => all.Length;

    /// <summary>The solver processes that are up.</summary>
    public IReadOnlyList<int> ProcessIds => [.. all.Select(slot => slot.Current).OfType<EngineProcess>().Select(process => process.Id)];

    /// <inheritdoc />
    public async Task<CpSolverResponse> SolveAsync(
        CpModelProto model,
        SatParameters parameters,
        SolveObserver? observer,
        CancellationToken stop)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        var request = SolveRequest.Create(model, parameters, observer, Description.Kind);
        using var stopOrClose = CancellationTokenSource.CreateLinkedTokenSource(stop, closing.Token);
        var slot = await slots.TakeAsync(stopOrClose.Token);
        if (slot is null)
            return StoppedBeforeTheStart();
        try
        {
            var response = await SolveAsync(slot, request, stopOrClose.Token);
            return response.Status == CpSolverStatus.ModelInvalid
                ? throw new ModelRejectedException(response.SolutionInfo)
                : response;
        }
        finally
        {
            slots.Return(slot);
        }
    }

    /// <summary>Stops every solve that is running or waiting, which answer with their best, and ends every process.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref closed, true))
            return;
        await closing.CancelAsync();
        for (var i = 0; i < all.Length; i++)
        {
            var slot = await slots.TakeAsync(CancellationToken.None);
            await slot!.DisposeAsync();
        }
        closing.Dispose();
    }

    private static CpSolverResponse StoppedBeforeTheStart() =>
        new() { Status = CpSolverStatus.Unknown, SolutionInfo = "Stopped before the solver had begun." };

    private async Task<CpSolverResponse> SolveAsync(EngineSlot slot, SolveRequest request, CancellationToken stop)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            if (await slot.ProcessAsync(stop) is not { } process)
                return StoppedBeforeTheStart();
            try
            {
                return await process.SolveAsync(request, PatienceLeft(request, begun), stop);
            }
            catch (SolverProcessDiedException death)
            {
                if (attempt == 1 && death.WorthRetrying)
                    continue;
                throw new EngineDiedException(
                    new EngineDeath(death.Cause, death.ExitCode, death.LastErrors, request.ModelBytes, attempt));
            }
        }
    }

    // The time limit covers both attempts, or a dying process would double it.
    private TimeSpan PatienceLeft(SolveRequest request, long begun)
    {
        if (request.TimeLimit == Timeout.InfiniteTimeSpan)
            return Timeout.InfiniteTimeSpan;
        var left = request.TimeLimit + deadlineGrace - Stopwatch.GetElapsedTime(begun);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
