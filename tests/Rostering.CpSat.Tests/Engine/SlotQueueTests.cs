using Rostering.CpSat.Engine;

namespace Rostering.CpSat.Tests.Engine;

[TestFixture]
internal sealed class SlotQueueTests
{
    [Test]
    public async Task TakeAsync_AllLent_ServesInTheOrderOfAsking()
    {
        var queue = new SlotQueue<string>(["only"]);
        await queue.TakeAsync(CancellationToken.None);
        var first = queue.TakeAsync(CancellationToken.None);
        var second = queue.TakeAsync(CancellationToken.None);

        queue.Return("only");

        Assert.That(await first, Is.EqualTo("only"));
        Assert.That(second.IsCompleted, Is.False);
        queue.Return("only");
        Assert.That(await second, Is.EqualTo("only"));
    }

    [Test]
    public async Task TakeAsync_StoppedWhileWaiting_IsPassedOver()
    {
        using var stop = new CancellationTokenSource();
        var queue = new SlotQueue<string>(["only"]);
        await queue.TakeAsync(CancellationToken.None);
        var stopped = queue.TakeAsync(stop.Token);
        var patient = queue.TakeAsync(CancellationToken.None);

        await stop.CancelAsync();
        queue.Return("only");

        Assert.That(await stopped, Is.Null);
        Assert.That(await patient, Is.EqualTo("only"));
    }

    [Test]
    public async Task TakeAsync_SeveralIdle_LendsTheOneReturnedLast()
    {
        var queue = new SlotQueue<string>(["a", "b"]);
        var one = await queue.TakeAsync(CancellationToken.None);
        var other = await queue.TakeAsync(CancellationToken.None);
        queue.Return(other!);
        queue.Return(one!);

        Assert.That(await queue.TakeAsync(CancellationToken.None), Is.EqualTo(one));
    }
}
