using NodaTime.Text;
using NodaTime;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Ledger.Statements;

/// <summary>Follows banked hours: how they moved in the period, and what is left of each tranche.</summary>
internal sealed class BankHistory(StatementBooks books)
{
    public BankedHours BankedHours() => new()
    {
        Opening = Time(books.Before),
        Banked = Moved(EntryKind.Bank),
        Used = -(Moved(EntryKind.UseBank) + Moved(EntryKind.Purchase)),
        Returned = -(Moved(EntryKind.Unbank) + Moved(EntryKind.CloseOut)),
        Expired = -Moved(EntryKind.ExpireBank),
        Closing = Time(books.All),
        Cap = books.Header.Terms.Bank.CapMinutes is { } minutes ? new(minutes) : null,
        Tranches = [.. books.All.Where(entry => entry.Kind == EntryKind.Bank).Select(Left).Where(tranche => tranche.Left != Minutes.Zero || tranche.Value != Money.Zero)],
    };

    private Minutes Moved(EntryKind kind) => Time(books.Within.Concat(books.Late).Where(entry => books.Subject(entry).Kind == kind));

    private static Minutes Time(IEnumerable<StatementEntry> entries) =>
        entries.Aggregate(Minutes.Zero, (sum, entry) => sum + entry.AddsTime(Account.Bank));

    private TrancheLeft Left(StatementEntry bank)
    {
        var moves = books.All.Where(entry => entry.Seq == bank.Seq || entry.Tranche == bank.Seq || books.Subject(entry).Seq == bank.Seq
            || books.Subject(entry).Tranche == bank.Seq).ToList();
        return new(bank.Seq, bank.EffectiveOn, bank.Says(DetailKeys.Purpose), ExpiresOn(bank),
            bank.Says(DetailKeys.ReinstateOn), Time(moves), StatementBooks.Sum(moves, entry => entry.Adds(Account.Bank)));
    }

    private LocalDate? ExpiresOn(StatementEntry bank) =>
        LocalDatePattern.Iso.Parse(bank.Says(DetailKeys.ExpiresOn)) is { Success: true } day ? day.Value
        : books.Header.Terms.Bank.ExpiryWeeks is { } weeks ? bank.EffectiveOn.PlusWeeks(weeks)
        : null;
}
