using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Finance;

namespace Rostering.Core.Cover;

/// <summary>Moves every queue on whose asked worker's time is out, each in a transaction of its own. Whoever is stopped between two has lost nothing.</summary>
public sealed class MoveOffersOn(LedgerConnections ledger, RosteringContext database)
{
    /// <summary>How many queues moved.</summary>
    public async Task<int> HandleAsync(Instant now, CancellationToken stop)
    {
        var due = await (
            from offer in database.Offers
            join gap in database.Gaps on offer.GapId equals gap.Id
            where offer.State == OfferState.Asked && offer.AnswerBy <= now
            orderby offer.AnswerBy
            select new { gap.Id, gap.ProviderId }).Distinct().ToListAsync(CancellationToken.None);
        int moved = 0;
        foreach (var queue in due)
        {
            if (stop.IsCancellationRequested)
                break;
            await LedgerTransaction.DoAsync(ledger, live => MoveAsync(live, queue.Id, new Act(Actor.Nobody(queue.ProviderId, "Rostering"), now, "the time to answer is out")), CancellationToken.None);
            moved++;
        }

        return moved;
    }

    private static async Task<(bool, bool Keep)> MoveAsync(LedgerTransaction live, long id, Act act)
    {
        if (await live.Database.HoldGapAsync(act.By.ProviderId, id, CancellationToken.None) is not { } gap)
            return (false, false);
        await new OfferQueue(live.Database, gap, act).AdvanceAsync(CancellationToken.None);
        return (true, true);
    }
}
