namespace Rostering.CpSat.Engine;

/// <summary>A place for one solver process, which is started when first needed and replaced when it has died.</summary>
internal sealed class EngineSlot(Func<Task<EngineProcess>> start) : IAsyncDisposable
{
    private Task<EngineProcess>? process;

    /// <summary>The process of this slot, if one is up.</summary>
    public EngineProcess? Current => process is { IsCompletedSuccessfully: true, Result: { IsUsable: true } usable } ? usable : null;

    /// <summary>A process that can be given a solve; null where <paramref name="stop"/> is cancelled before it is up.</summary>
    public async Task<EngineProcess?> ProcessAsync(CancellationToken stop)
    {
        if (process is not { IsCompleted: false } && Current is null)
        {
            await DisposeAsync();
            process = start();
        }
        try
        {
            return await process!.WaitAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null; // The process goes on starting, for the next one to come.
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (process is null)
            return;
        await ((Task)process).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (process.IsCompletedSuccessfully)
            await (await process).DisposeAsync();
    }
}
