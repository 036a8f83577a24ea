using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Ledger;

namespace Rostering.Core.Rotas.Publishing;

/// <summary>Keeps what is promised to visits beside the entries of the ledger that promise and release it.</summary>
internal static class Reservations
{
    /// <summary>Records entries that were posted, each with the promise that asked for it; the reservations that are released are the context's own.</summary>
    public static void Record(RosteringContext database, long week, IReadOnlyList<Promise> promises, IReadOnlyList<PostEntries.Posted> entries)
    {
        foreach ((Promise promise, PostEntries.Posted posted) in promises.Zip(entries))
        {
            if (promise.Released is { } released)
            {
                released.ResolvedBySeq = posted.Entry.Seq;
            }
            else
            {
                database.Reservations.Add(new Reservation
                {
                    WeekId = week,
                    Visit = promise.Visit,
                    FundId = posted.Entry.Fund,
                    Seq = posted.Entry.Seq,
                    Pence = Committed(promise.Entry, Unit.Gbp),
                    Minutes = Committed(promise.Entry, Unit.Min),
                });
            }
        }
    }

    private static long Committed(JournalEntry entry, Unit unit) => -entry.Lines.Where(line => line.Account == Account.Committed && line.Unit == unit).Sum(line => line.Amount);
}
