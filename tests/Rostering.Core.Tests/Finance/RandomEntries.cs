using System.Collections.Immutable;
using Rostering.Ledger;
using Rostering.Testing;
using static Rostering.Ledger.Account;

namespace Rostering.Core.Tests.Finance;

/// <summary>Entries as a hurried, forgetful and sometimes dishonest application might post them: most hold, many do not.</summary>
internal sealed class RandomEntries(LedgerDatabase database, LedgerModel model, Random random)
{
    private readonly int[] funds = [.. model.Books.Keys];
    private readonly long[] remittances = [.. model.Remittances];

    public JournalEntry Next()
    {
        var fund = funds[(int)(funds.Length * Math.Pow(random.NextDouble(), 2))];
        var book = model.Books[fund];
        return random.Next(100) switch
        {
            < 12 => Award(fund),
            < 30 => Entry(fund, EntryKind.Commit, Both(Main, Committed, 1500)),
            < 48 when book.Pending.Count > 0 => Resolution(fund, book),
            < 58 => Entry(fund, EntryKind.Deliver, Both(Main, SupportEarned, 2500)),
            < 63 => Entry(fund, EntryKind.Bank, Both(Main, Bank, 800)),
            < 69 when book.Tranches.Count > 0 => FromBank(fund, book),
            < 73 => Entry(fund, EntryKind.Invoice, Of(CouncilReceivable, Awarded, 3000)),
            < 77 => Entry(fund, EntryKind.Receipt, Of(Cash, CouncilReceivable, 3000)) with { Remittance = random.Next(10) == 0 ? null : Pick(remittances) },
            < 80 => Entry(fund, EntryKind.Withdraw, Of(SupportEarned, Cash, 1500)),
            < 83 => Entry(fund, EntryKind.Retain, Of(Main, Contingency, 900)),
            < 85 => Entry(fund, EntryKind.Draw, Of(Contingency, SupportEarned, 400)) with { CheckedBy = random.Next(3) == 0 ? "worker-1" : "worker-2" },
            < 90 when book.Entries.Count > 0 => Entry(fund, EntryKind.Reversal, []) with { Reverses = random.Next(1, book.Entries.Count + 1) },
            < 94 when book.Entries.Count > 0 => Pick(book.Entries.Values.ToList()).Entry,
            < 95 when book.Entries.Count > 0 => Pick(book.Entries.Values.ToList()).Entry with { Evidence = "another" },
            < 97 => Award(fund) with { EffectiveOn = LedgerDatabase.Opening.PlusDays(random.Next(-3, 10)) },
            _ => Unbalanced(Award(fund)),
        };
    }

    private JournalEntry Award(int fund)
    {
        var pence = random.Next(10, 8000);
        return Entry(fund, EntryKind.Award, new(Awarded, Unit.Gbp, pence), new(Main, Unit.Gbp, pence / 10 - pence), new(Contingency, Unit.Gbp, -(pence / 10)));
    }

    private JournalEntry Resolution(int fund, LedgerModel.Book book)
    {
        var (seq, pending) = Pick(book.Pending.ToList());
        var kind = Pick([EntryKind.Release, EntryKind.Expire, EntryKind.Deliver, EntryKind.Decline, EntryKind.Fail]);
        var target = kind switch { EntryKind.Release or EntryKind.Expire => Main, EntryKind.Decline => WaitingEarned, EntryKind.Fail => Owed, _ => SupportEarned };
        var cost = target is Main or Owed ? pending.Pence : Math.Max(1, pending.Pence + random.Next(-300, 300));
        List<Line> lines = [new(Committed, Unit.Gbp, pending.Pence), new(target, Unit.Gbp, -cost)];
        if (cost != pending.Pence)
            lines.Add(new(Main, Unit.Gbp, cost - pending.Pence));
        if (pending.Minutes > 0 && random.Next(20) > 0)
            lines.AddRange([new(Committed, Unit.Min, pending.Minutes), new(target, Unit.Min, -pending.Minutes)]);
        return Entry(fund, kind, [.. lines]) with { Resolves = random.Next(20) == 0 ? random.Next(1, book.Entries.Count + 1) : seq };
    }

    private JournalEntry FromBank(int fund, LedgerModel.Book book)
    {
        var (seq, banked) = Pick(book.Tranches.ToList());
        var pence = Math.Max(1, Math.Min(banked.Pence, random.Next(1, 600)) + random.Next(-1, 2));
        return random.Next(2) == 0
            ? Entry(fund, EntryKind.UseBank, new(Bank, Unit.Gbp, pence), new(SupportEarned, Unit.Gbp, -pence)) with { Tranche = seq }
            : Entry(fund, EntryKind.Unbank, new(Bank, Unit.Gbp, pence), new(Main, Unit.Gbp, -pence)) with { Tranche = seq };
    }

    private JournalEntry Entry(int fund, EntryKind kind, params ImmutableArray<Line> lines) =>
        database.Entry(fund, kind, lines) with { EffectiveOn = LedgerDatabase.Opening.PlusDays(10 + random.Next(300)) };

    private static JournalEntry Unbalanced(JournalEntry entry) =>
        entry with { Lines = entry.Lines.SetItem(0, entry.Lines[0] with { Amount = entry.Lines[0].Amount + 1 }) };

    private ImmutableArray<Line> Of(Account debit, Account credit, int most)
    {
        var pence = random.Next(1, most);
        return [new(debit, Unit.Gbp, pence), new(credit, Unit.Gbp, -pence)];
    }

    private ImmutableArray<Line> Both(Account debit, Account credit, int most)
    {
        var minutes = random.Next(0, 90);
        return minutes < 20 ? Of(debit, credit, most) : Of(debit, credit, most).AddRange(new Line(debit, Unit.Min, minutes), new Line(credit, Unit.Min, -minutes));
    }

    private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
