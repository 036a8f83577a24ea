using System.Collections.Immutable;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Ledger.Statements;

/// <summary>Itemises a period: each entry of it becomes a line of the part that it belongs to.</summary>
internal sealed class StatementLines(StatementBooks books)
{
    // A draw names its visit, whose own entry says when that was.
    private readonly Dictionary<string, string> starts = books.All.Where(entry => entry.Says(DetailKeys.Start).Length > 0)
        .GroupBy(entry => entry.Says(DetailKeys.Visit), StringComparer.Ordinal)
        .ToDictionary(visit => visit.Key, visit => visit.Last().Says(DetailKeys.Start), StringComparer.Ordinal);

    public ImmutableArray<MoneyReceived> MoneyReceived() =>
    [
        .. from entry in books.Within.Concat(books.Late)
           where books.Subject(entry).Kind is EntryKind.Receipt or EntryKind.Contribution && entry.On(Account.Cash) != 0
           select new MoneyReceived(entry.EffectiveOn, entry.Remittance ?? entry.Evidence, books.Subject(entry).Kind == EntryKind.Contribution, new(entry.On(Account.Cash))),
    ];

    public Contribution Contribution()
    {
        var moves = books.Within.Concat(books.Late).Select(entry => (books.Subject(entry).Kind, Owes: -entry.Adds(Account.ContributionReceivable))).ToList();
        return new(
            moves.Where(move => move.Kind is not (EntryKind.Contribution or EntryKind.WriteOff)).Aggregate(Money.Zero, (sum, move) => sum + move.Owes),
            -moves.Where(move => move.Kind == EntryKind.Contribution).Aggregate(Money.Zero, (sum, move) => sum + move.Owes),
            -books.Balance(Account.ContributionReceivable));
    }

    public ImmutableArray<SupportLine> Support() =>
    [
        .. from entry in books.Within
           let subject = books.Subject(entry)
           let outcome = Outcome(subject)
           where outcome is not null
           orderby entry.EffectiveOn, Start(subject), entry.Seq
           select Visit(entry, subject, outcome.Value),
    ];

    public ImmutableArray<PurchaseLine> Purchases() =>
    [
        .. from entry in Of(Flow.Purchase)
           let subject = books.Subject(entry)
           select new PurchaseLine(entry.EffectiveOn, subject.Kind == EntryKind.Bonus ? "Bonus for the team" : subject.Says(DetailKeys.What),
               subject.Says(subject.Kind == EntryKind.Bonus ? DetailKeys.Saving : DetailKeys.Outcome), entry.On(Account.Bank) != 0, -Statements.Flows.Effect(entry), entry.Seq),
    ];

    public ImmutableArray<ChargeLine> Charges() =>
        [.. Of(Flow.Charge).Select(entry => new ChargeLine(entry.EffectiveOn, books.Subject(entry).Says(DetailKeys.Sheet), -Statements.Flows.Effect(entry), entry.Seq))];

    public ImmutableArray<GiftLine> Gifts() =>
        [.. Of(Flow.Gift).Select(entry => new GiftLine(entry.EffectiveOn, books.Subject(entry).Says(DetailKeys.Reason), Statements.Flows.Effect(entry), entry.Seq))];

    public ImmutableArray<Adjustment> Adjustments() =>
    [
        .. from entry in books.Late
           let effect = Statements.Flows.Effect(entry)
           where effect != Money.Zero
           select new Adjustment(entry.EffectiveOn, books.Subject(entry).Kind, books.RelatesTo(entry), effect, entry.Seq),
    ];

    /// <summary>The commitments that stand: resolved by nothing, or by an entry that was reversed.</summary>
    public ImmutableArray<CommittedVisit> Committed()
    {
        var standing = new SortedDictionary<int, StatementEntry>();
        foreach (var entry in books.All)
        {
            if (entry.Kind == EntryKind.Commit)
                standing[entry.Seq] = entry;
            else if (entry.Resolves is { } resolved)
                standing.Remove(resolved);
            else if (entry.Adds(Account.Committed) > Money.Zero)
                standing[entry.Seq] = entry;
        }

        return [.. standing.Values.Select(entry => new CommittedVisit(
            books.Subject(entry).EffectiveOn, books.Subject(entry).Says(DetailKeys.Visit), entry.Adds(Account.Committed), entry.AddsTime(Account.Committed)))];
    }

    public Invoiced Invoiced() => new(
        StatementBooks.Sum(books.Within.Where(entry => books.Subject(entry).Kind == EntryKind.Invoice), entry => -entry.Adds(Account.CouncilReceivable)),
        -books.Balance(Account.CouncilReceivable),
        -books.Balance(Account.Awarded));

    private IEnumerable<StatementEntry> Of(Flow flow) => books.Within.Where(entry => Statements.Flows.Of(books.Subject(entry).Kind) == flow);

    private static SupportOutcome? Outcome(StatementEntry subject) => subject.Kind switch
    {
        EntryKind.Deliver => SupportOutcome.Given,
        EntryKind.UseBank => SupportOutcome.FromBank,
        EntryKind.MakeGood => SupportOutcome.MadeGood,
        EntryKind.Draw => SupportOutcome.Emergency,
        EntryKind.Decline => SupportOutcome.Declined,
        EntryKind.Absence => SupportOutcome.Absent,
        EntryKind.Fail => SupportOutcome.NotGiven,
        EntryKind.Bank => SupportOutcome.BankedByChoice,
        _ => null,
    };

    private string Start(StatementEntry subject) =>
        subject.Detail.GetValueOrDefault(DetailKeys.Start) ?? starts.GetValueOrDefault(subject.Says(DetailKeys.Visit), "");

    private SupportLine Visit(StatementEntry entry, StatementEntry subject, SupportOutcome outcome)
    {
        var sign = entry == subject ? 1 : -1;
        return new()
        {
            On = entry.EffectiveOn,
            Start = Start(subject),
            Outcome = outcome,
            Planned = new(sign * Number(subject, DetailKeys.Planned)),
            Delivered = entry.AddsTime(Account.SupportEarned),
            Role = subject.Says(DetailKeys.Role),
            Rate = subject.Says(DetailKeys.Rate),
            HourlyRate = subject.Detail.ContainsKey(DetailKeys.RatePence) ? new Money(Number(subject, DetailKeys.RatePence)) : null,
            Travel = new(sign * Number(subject, DetailKeys.TravelPence)),
            Price = -Statements.Flows.Effect(entry),
            PriceVariance = entry.Adds(Account.VarianceEarned),
            CancelledBy = subject.Says(DetailKeys.CancelledBy),
            TakenBack = sign < 0,
            Seq = entry.Seq,
        };
    }

    private static long Number(StatementEntry entry, string key) => long.TryParse(entry.Says(key), out var number) ? number : 0;
}
