using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>An entry in the making. It becomes one only if it keeps every promise that the ledger would hold it to.</summary>
internal sealed record Draft(FundPosition Fund, JournalEntry Unchecked)
{
    private ImmutableArray<Line> Moves { get; init; } = [];

    public static Draft Of(FundPosition fund, EntryKind kind, Occasion occasion, string key) => new(fund, new()
    {
        Fund = fund.Fund,
        Kind = kind,
        Key = key,
        EffectiveOn = occasion.On,
        Evidence = occasion.Evidence,
        MadeBy = occasion.MadeBy,
        CheckedBy = occasion.CheckedBy,
        RelatesTo = occasion.RelatesTo,
        Detail = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
    });

    public Draft Debit(Account account, Money amount) => this with { Moves = Moves.Add(Line.Debit(account, amount)) };

    public Draft Credit(Account account, Money amount) => this with { Moves = Moves.Add(Line.Credit(account, amount)) };

    public Draft Debit(Account account, Minutes time) => this with { Moves = Moves.Add(Line.Debit(account, time)) };

    public Draft Credit(Account account, Minutes time) => this with { Moves = Moves.Add(Line.Credit(account, time)) };

    public Draft Move(Account debited, Account credited, Money amount) => Debit(debited, amount).Credit(credited, amount);

    public Draft Move(Account debited, Account credited, Minutes time) => Debit(debited, time).Credit(credited, time);

    public Draft Say(string key, string? value) => value is null ? this : this with { Unchecked = Unchecked with { Detail = Unchecked.Detail.SetItem(key, value) } };

    public Draft Say(string key, long? value) => Say(key, value?.ToString());

    public Draft Say(string key, LocalDate? day) => Say(key, day is { } date ? LocalDatePattern.Iso.Format(date) : null);

    public Draft Say(VisitRecord visit) => Say(DetailKeys.Visit, visit.Visit)
        .Say(DetailKeys.Start, LocalDateTimePattern.DateHourMinuteIso.Format(visit.Start))
        .Say(DetailKeys.Planned, visit.Planned.Count)
        .Say(DetailKeys.Delivered, visit.Delivered.Count)
        .Say(DetailKeys.Role, visit.Role)
        .Say(DetailKeys.Rate, visit.Rate)
        .Say(DetailKeys.RatePence, visit.RatePerHour?.Pence)
        .Say(DetailKeys.TravelPence, visit.Travel?.Pence);

    public Draft Say(DateInterval days) => Say(DetailKeys.From, days.Start).Say(DetailKeys.To, days.End);

    public Draft Resolving(VisitCommitment? commitment) => this with { Unchecked = Unchecked with { Resolves = commitment?.Seq } };

    public Draft Using(Tranche tranche) => this with { Unchecked = Unchecked with { Tranche = tranche.Seq } };

    public Draft BroughtBy(long remittance) => this with { Unchecked = Unchecked with { Remittance = remittance } };

    /// <summary>
    /// Spends a visit's whole commitment, or the main balance where it has none: so much goes to an account, what is left returns to
    /// the main balance, and what is lacking comes from it.
    /// </summary>
    public Draft Spend(VisitCommitment? commitment, Account earned, Money cost, Minutes time)
    {
        var (pence, minutes) = (commitment?.Pence ?? Money.Zero, commitment?.Time ?? Minutes.Zero);
        return Resolving(commitment)
            .Debit(Account.Committed, pence).Debit(Account.Main, cost - pence).Credit(earned, cost)
            .Debit(Account.Committed, minutes).Debit(Account.Main, time - minutes).Credit(earned, time);
    }

    public Attempt<JournalEntry> Entry()
    {
        var entry = Unchecked with { Lines = [.. Lines()] };
        var refusal = EntryRules.Check(Fund, entry) ?? Floors.Check(Fund, entry);
        return refusal is null ? entry : refusal;
    }

    // A line for each account and unit, in the order in which they were first touched.
    private IEnumerable<Line> Lines() =>
        from move in Moves
        group move.Amount by (move.Account, move.Unit) into touched
        let amount = touched.Aggregate(0L, (sum, next) => sum + next)
        where amount != 0
        select new Line(touched.Key.Account, touched.Key.Unit, amount);
}
