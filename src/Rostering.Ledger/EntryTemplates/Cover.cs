using System.Collections.Immutable;
using Rostering.Ledger.Positions;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>Another worker covers for one who is ill: the fund pays what the visit would have cost, and contingency the rest, with the sickness record.</summary>
public static class Cover
{
    public static Attempt<ImmutableArray<JournalEntry>> Entries(FundPosition fund, Occasion occasion, VisitRecord visit, Money ordinaryCost, string record)
    {
        Attempt<JournalEntry>[] both =
        [
            Deliver.Drafted(fund, occasion, visit, ordinaryCost).Say(DetailKeys.Record, record).Entry(),
            Draw.Entry(fund, occasion, new(visit.Cost - ordinaryCost, DrawReasons.WorkerIll, record, visit.Visit)),
        ];
        return both.All();
    }
}
