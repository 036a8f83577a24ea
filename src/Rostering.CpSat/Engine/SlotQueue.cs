namespace Rostering.CpSat.Engine;

/// <summary>
/// A fixed number of slots, lent one at a time: first come, first served. The slot returned last is lent first, so
/// that a light load stays on one warm process.
/// </summary>
internal sealed class SlotQueue<T>(IEnumerable<T> slots)
    where T : class
{
    private readonly Lock gate = new();
    private readonly Stack<T> idle = new(slots);
    private readonly Queue<TaskCompletionSource<T?>> waiting = new();

    /// <summary>Waits for a slot; null once <paramref name="stop"/> is cancelled.</summary>
    public async Task<T?> TakeAsync(CancellationToken stop)
    {
        TaskCompletionSource<T?> turn;
        lock (gate)
        {
            if (stop.IsCancellationRequested)
                return null;
            if (idle.TryPop(out var slot))
                return slot;
            turn = new TaskCompletionSource<T?>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(turn);
        }
        await using var _ = stop.Register(() => turn.TrySetResult(null));
        return await turn.Task;
    }

    /// <summary>Gives a slot back, to whoever has waited longest.</summary>
    public void Return(T slot)
    {
        lock (gate)
        {
            while (waiting.TryDequeue(out var turn))
            {
                if (turn.TrySetResult(slot))
                    return;
            }
            idle.Push(slot);
        }
    }
}
