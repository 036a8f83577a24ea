using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Data;

namespace Rostering.Core.Cover;

/// <summary>Closes the gaps of a visit that needs nobody any more, and takes the open offers back.</summary>
public static class CloseGaps
{
    public static async Task HandleAsync(RosteringContext database, long week, string visit, string reason, Act act, CancellationToken cancellation)
    {
        foreach (var gap in await database.Gaps.Where(gap => gap.WeekId == week && gap.Visit == visit && gap.ClosedAt == null).ToListAsync(cancellation))
        {
            gap.ClosedAt = act.At;
            await new OfferQueue(database, gap, act).WithdrawAsync(reason, cancellation);
        }
    }
}
