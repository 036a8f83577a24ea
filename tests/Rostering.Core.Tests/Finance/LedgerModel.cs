using Rostering.Ledger;
using static Rostering.Ledger.Account;

namespace Rostering.Core.Tests.Finance;

/// <summary>
/// What the ledger promises, said once more and plainly, for a random attacker to compare with: dictionaries instead of
/// tables, and no code of the kernel or the database.
/// </summary>
internal sealed class LedgerModel(IReadOnlyDictionary<long, long> remittances)
{
    private static readonly Account[] Floored =
    [
        Cash, CouncilReceivable, ContributionReceivable, Overspend, WriteOff, Main, Contingency, Bank, Owed, Committed, CouncilCredit,
        RefundDue, Payable, BonusPayable, SupportEarned, WaitingEarned, ChargeEarned, Reserve,
    ];

    private static readonly EntryKind[] Facts = [EntryKind.Deliver, EntryKind.Decline, EntryKind.Fail, EntryKind.UseBank];
    private static readonly EntryKind[] TwoPeople = [EntryKind.Draw, EntryKind.Refund, EntryKind.Reversal];

    private readonly Dictionary<long, long> left = new(remittances);

    public Dictionary<int, Book> Books { get; } = [];

    public IEnumerable<long> Remittances => left.Keys;

    public static bool IsDebit(Account account) => account is <= WriteOff;

    /// <summary>Takes the entry and says what the ledger has to answer, or why it has to refuse it.</summary>
    public (Answer? Answer, RefusalReason? Refusal) Post(JournalEntry entry)
    {
        if (!Books.TryGetValue(entry.Fund, out var book))
            return (null, RefusalReason.NoOpenFund);
        if (book.Keys.TryGetValue(entry.Key, out var known))
            return known.Entry == entry ? (new Answer(known.Seq, known.Overspent, true), null) : (null, RefusalReason.KeyUsed);
        if (entry.EffectiveOn <= book.ClosedThrough)
            return (null, RefusalReason.PeriodClosed);

        var (lines, overspent) = Split(book, entry);
        if (WhyNot(book, entry, lines) is { } reason)
            return (null, reason);
        Take(book, entry, lines);
        book.Keys.Add(entry.Key, (entry, book.Entries.Count, overspent));
        return (new Answer(book.Entries.Count, overspent, false), null);
    }

    /// <summary>Delivered facts take from overspend what main lacks; a reversal repeats with the signs changed.</summary>
    private static (List<Line> Lines, long Overspent) Split(Book book, JournalEntry entry)
    {
        if (entry.Kind == EntryKind.Reversal)
            return (book.Entries.TryGetValue(entry.Reverses!.Value, out var reversed) ? [.. reversed.Lines.Select(line => line with { Amount = -line.Amount })] : [], 0);
        var lines = entry.Lines.ToList();
        var main = lines.FindIndex(line => line is { Account: Main, Unit: Unit.Gbp, Amount: > 0 });
        var lacking = main < 0 || !Facts.Contains(entry.Kind) ? 0 : Math.Max(0, lines[main].Amount - Math.Max(0, -book.Balance(Main, Unit.Gbp)));
        if (lacking == 0)
            return (lines, 0);
        if (lines[main].Amount == lacking)
            lines[main] = new Line(Overspend, Unit.Gbp, lacking);
        else
            lines = [.. lines.Select((line, at) => at == main ? line with { Amount = line.Amount - lacking } : line), new Line(Overspend, Unit.Gbp, lacking)];
        return (lines, lacking);
    }

    private RefusalReason? WhyNot(Book book, JournalEntry entry, List<Line> lines)
    {
        if (lines.Count == 0)
            return RefusalReason.NoSuchAccount;
        foreach (var line in lines.Where(line => Floored.Contains(line.Account) && !(line.Account == Main && line.Unit == Unit.Min)))
        {
            if ((IsDebit(line.Account) ? 1 : -1) * (book.Balance(line.Account, line.Unit) + line.Amount) < 0)
                return RefusalReason.TooLittle;
        }

        if (entry.Resolves is { } resolved && book.Resolved.Contains(resolved))
            return RefusalReason.Resolution;
        if (entry.Reverses is { } reversed && book.Reversed.Contains(reversed))
            return RefusalReason.Reversal;
        if (TrancheOf(book, entry) is { } tranche
            && (book.Tranches[tranche].Pence < Sum(lines, Bank, Unit.Gbp) || book.Tranches[tranche].Minutes < Sum(lines, Bank, Unit.Min)))
            return RefusalReason.Tranche;
        if (RemittanceOf(book, entry) is { } remittance && left[remittance] < Sum(lines, Cash, Unit.Gbp))
            return RefusalReason.Remittance;
        if (lines.Where(line => line.Unit == Unit.Gbp).Sum(line => line.Amount) != 0 || lines.Where(line => line.Unit == Unit.Min).Sum(line => line.Amount) != 0)
            return RefusalReason.Unbalanced;
        if (TwoPeople.Contains(entry.Kind) && (entry.CheckedBy is null || entry.CheckedBy == entry.MadeBy))
            return RefusalReason.SecondPerson;
        if (entry.Kind == EntryKind.Receipt && entry.Remittance is null)
            return RefusalReason.Incomplete;
        return entry.Kind == EntryKind.Reversal
            ? book.Entries[entry.Reverses!.Value].Entry.Kind is EntryKind.Reversal or EntryKind.Commit ? RefusalReason.Reversal : null
            : ResolvesWrongly(book, entry) ? RefusalReason.Resolution : null;
    }

    private static bool ResolvesWrongly(Book book, JournalEntry entry)
    {
        var debited = entry.Lines.Where(line => line is { Account: Committed, Amount: > 0 }).ToDictionary(line => line.Unit, line => line.Amount);
        if (entry.Resolves is not { } resolved)
            return debited.Count > 0;
        return !book.Pending.TryGetValue(resolved, out var pending)
            || debited.GetValueOrDefault(Unit.Gbp) != pending.Pence || debited.GetValueOrDefault(Unit.Min) != pending.Minutes;
    }

    private void Take(Book book, JournalEntry entry, List<Line> lines)
    {
        var seq = book.Entries.Count + 1;
        foreach (var line in lines)
            book.Balances[(line.Account, line.Unit)] = book.Balance(line.Account, line.Unit) + line.Amount;
        if (entry.Resolves is { } resolved)
        {
            book.Resolved.Add(resolved);
            book.Pending.Remove(resolved);
        }

        if (Sum(lines, Committed, Unit.Gbp) < 0 || Sum(lines, Committed, Unit.Min) < 0)
            book.Pending.Add(seq, (-Sum(lines, Committed, Unit.Gbp), -Sum(lines, Committed, Unit.Min)));
        if (entry.Kind == EntryKind.Bank)
            book.Tranches.Add(seq, (0, 0));
        if ((entry.Kind == EntryKind.Bank ? seq : TrancheOf(book, entry)) is { } tranche)
            book.Tranches[tranche] = (book.Tranches[tranche].Pence - Sum(lines, Bank, Unit.Gbp), book.Tranches[tranche].Minutes - Sum(lines, Bank, Unit.Min));
        if (RemittanceOf(book, entry) is { } remittance)
            left[remittance] -= Sum(lines, Cash, Unit.Gbp);
        if (entry.Reverses is { } reversed)
            book.Reversed.Add(reversed);
        book.Entries.Add(seq, (entry, lines));
    }

    private static int? TrancheOf(Book book, JournalEntry entry) => entry.Reverses is { } reversed
        ? book.Entries[reversed].Entry.Kind == EntryKind.Bank ? reversed : TrancheOf(book, book.Entries[reversed].Entry)
        : entry.Tranche;

    private static long? RemittanceOf(Book book, JournalEntry entry) => entry.Reverses is { } reversed ? RemittanceOf(book, book.Entries[reversed].Entry) : entry.Remittance;

    private static long Sum(List<Line> lines, Account account, Unit unit) => lines.Where(line => line.Account == account && line.Unit == unit).Sum(line => line.Amount);

    /// <summary>What the ledger has to answer.</summary>
    internal sealed record Answer(int Seq, long Overspent, bool Replayed);

    /// <summary>All that is known of one fund.</summary>
    internal sealed class Book
    {
        public Dictionary<(Account, Unit), long> Balances { get; } = [];

        public Dictionary<int, (long Pence, long Minutes)> Pending { get; } = [];

        public Dictionary<int, (long Pence, long Minutes)> Tranches { get; } = [];

        public HashSet<int> Resolved { get; } = [];

        public HashSet<int> Reversed { get; } = [];

        public Dictionary<int, (JournalEntry Entry, List<Line> Lines)> Entries { get; } = [];

        public Dictionary<string, (JournalEntry Entry, int Seq, long Overspent)> Keys { get; } = new(StringComparer.Ordinal);

        public NodaTime.LocalDate ClosedThrough { get; set; } = Rostering.Testing.LedgerDatabase.Opening.PlusDays(-1);

        public long Balance(Account account, Unit unit) => Balances.GetValueOrDefault((account, unit));
    }
}
