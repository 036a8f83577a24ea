using System.Collections.Immutable;
using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Positions;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Core.Rotas.Publishing;

/// <summary>An entry that publishing or retracting asks of the ledger: a promise to a visit, or the release of one.</summary>
/// <param name="Released">The reservation that it resolves, if it does.</param>
internal sealed record Promise(string Visit, JournalEntry Entry, Reservation? Released);

/// <summary>Draws up the entries of a publication fund by fund: what was promised before is released first, then what visits cost now is promised.</summary>
/// <param name="funds">The number of each person's fund; people whose fund the ledger does not keep are left out.</param>
internal sealed class Promises(LocalDate monday, LocalDate today, string madeBy, IReadOnlyDictionary<string, int> funds, ImmutableDictionary<int, FundPosition> positions)
{
    private readonly List<Promise> promised = [];
    private readonly List<Refusal> refusals = [];
    private ImmutableDictionary<int, FundPosition> positions = positions;

    public ImmutableArray<Promise> All => [.. promised];

    /// <summary>What the funds cannot carry, one refusal a fund.</summary>
    public ImmutableArray<Refusal> Refusals => [.. refusals.DistinctBy(refusal => (refusal.Fund, refusal.Reason))];

    /// <summary>Releases what is promised to a visit that was told for a day.</summary>
    public void Release(Reservation reservation, LocalDate day, string reason)
    {
        string visit = VisitCosts.LedgerId(monday, reservation.Visit);
        Take(reservation.Visit, Ledger.EntryTemplates.Release.Entry(positions[reservation.FundId], Occasion(visit, day), visit, reason), reservation);
    }

    /// <summary>What a visit would be promised: for each fund that pays and the ledger keeps, the money and the time.</summary>
    public ImmutableArray<(int Fund, Money Cost, Minutes Time)> Wanted(Schedule schedule, PreparedVisit visit, Money cost)
    {
        if (!schedule.Covered(visit.Index))
        {
            return [];
        }

        Minutes time = new((long)visit.Minutes * schedule.Workers(visit.Index).Length);
        IReadOnlyList<Money> parts = VisitCosts.Parts(visit.Source, cost);
        return
        [
            .. from share in visit.Source.Shares.Zip(parts)
               where funds.ContainsKey(share.First.Person.Value)
               let fund = funds[share.First.Person.Value]
               select (fund, visit.Source.Shares.Length == 1 ? positions[fund].Terms.Charged(share.Second, time) : share.Second, time),
        ];
    }

    /// <summary>Promises a visit what it costs. Nothing is drawn up for a visit that costs nothing.</summary>
    /// <param name="earlier">All that was ever promised to the visit: each promise has a number of its own.</param>
    public void Commit(Schedule schedule, PreparedVisit visit, Money cost, IEnumerable<Reservation> earlier)
    {
        Share[] kept = [.. visit.Source.Shares.Where(share => funds.ContainsKey(share.Person.Value))];
        if (kept.Length == 0 || cost == Money.Zero)
        {
            return;
        }

        VisitRecord record = Record(schedule, visit, cost, earlier.Count() + 1);
        if (visit.Source.Shares.Length == 1)
        {
            Take(visit.Source.Id.Value, Ledger.EntryTemplates.Commit.Entry(positions[FundOf(kept[0])], Occasion(record.Visit, record.Start.Date), record), released: null);
            return;
        }

        Money shared = visit.Source.Shares.Zip(VisitCosts.Parts(visit.Source, cost)).Where(part => kept.Contains(part.First)).Aggregate(Money.Zero, (sum, part) => sum + part.Second);
        Take(
            visit.Source.Id.Value,
            SharedSession.Commit(Occasion(record.Visit, record.Start.Date), record with { Cost = shared }, [.. kept.Select(share => new Sharer(positions[FundOf(share)], share.Permille, Consent(share, record)))]));
    }

    private static string? Consent(Share share, VisitRecord record) => share.Consented ? $"consent/{share.Person}/{record.Visit}" : null;

    private int FundOf(Share share) => funds[share.Person.Value];

    // A promise takes effect on the day of its visit, so that a week's promises can be told from another's; a day that has passed may be closed.
    private Occasion Occasion(string visit, LocalDate day) => new(LocalDate.Max(day, today), $"visit/{visit}", madeBy);

    private VisitRecord Record(Schedule schedule, PreparedVisit visit, Money cost, int number) => new()
    {
        Visit = VisitCosts.LedgerId(monday, visit.Source.Id.Value),
        Version = number,
        Start = schedule.Problem.Clock.Local(schedule.Start(visit.Index)),
        Planned = new Minutes((long)visit.Minutes * schedule.Workers(visit.Index).Length),
        Cost = cost,
        Role = $"grade {visit.Source.GradeMin}",
    };

    private void Take(string visit, Attempt<JournalEntry> attempt, Reservation? released)
    {
        switch (attempt)
        {
            case Attempt<JournalEntry>.Made made:
                Apply(visit, made.Value, released);
                break;
            case Attempt<JournalEntry>.Refused refused:
                refusals.Add(refused.Refusal);
                break;
        }
    }

    private void Take(string visit, Attempt<ImmutableArray<JournalEntry>> attempt)
    {
        switch (attempt)
        {
            case Attempt<ImmutableArray<JournalEntry>>.Made made:
                made.Value.ToList().ForEach(entry => Apply(visit, entry, released: null));
                break;
            case Attempt<ImmutableArray<JournalEntry>>.Refused refused:
                refusals.Add(refused.Refusal);
                break;
        }
    }

    // The ledger numbers entries when they are posted; until then a number beyond all that it has given stands in.
    private void Apply(string visit, JournalEntry entry, Reservation? released)
    {
        promised.Add(new Promise(visit, entry, released));
        positions = positions.SetItem(entry.Fund, positions[entry.Fund].Apply(entry, int.MaxValue - promised.Count));
    }
}
