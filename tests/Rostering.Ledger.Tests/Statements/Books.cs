using System.Collections.Immutable;
using FsCheck.Fluent;
using FsCheck;
using NodaTime;
using Rostering.Ledger.Statements;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.Tests.Statements;

/// <summary>Small books of one fund, written by hand or at random.</summary>
internal sealed class Books
{
    public static readonly LocalDate YearFrom = new(2026, 4, 1);
    public static readonly StatementPeriod September = new(new(2026, 9, 1), new(2026, 9, 30));

    private readonly List<StatementEntry> entries = [];

    public IReadOnlyList<StatementEntry> Entries => entries;

    public static StatementHeader Header { get; } = new()
    {
        Fund = 7,
        Number = 2,
        Person = "Ada Byrne",
        Provider = "Oakwood",
        Council = "Northshire Council",
        CouncilContact = "Social work finance, 01234 567890",
        PurchaseOrder = "PO-7781",
        FundingOption = "Option 2, individual service fund",
        Period = September,
        YearFrom = YearFrom,
        IssuedOn = new(2026, 10, 12),
        DueOn = new(2026, 10, 30),
        Pictures = true,
        Terms = new() { SurplusCap = new(4, 12), Bank = new() { CapMinutes = 60 * 60, ExpiryWeeks = 26 }, Statement = new() { Frequency = StatementFrequency.Monthly } },
        PreviousSeq = null,
    };


    public Books Reverse(int seq, LocalDate on) => Add(new()
    {
        Seq = entries.Count + 1,
        Kind = EntryKind.Reversal,
        EffectiveOn = on,
        Detail = ImmutableSortedDictionary<string, string>.Empty.Add("reason", "wrong visit"),
        Evidence = "e",
        CheckedBy = "u2",
        Reverses = seq,
        Tranche = entries[seq - 1].Kind == EntryKind.Bank ? seq : entries[seq - 1].Tranche,
        Lines = [.. entries[seq - 1].Lines.Select(line => line with { Amount = -line.Amount })],
    });

    public Books With(Func<StatementEntry, StatementEntry> change)
    {
        entries[^1] = change(entries[^1]);
        return this;
    }

    public Statement State(StatementHeader? header = null) => Statement.Of(header ?? Header, new(entries.Count, new string('a', 64)), entries);

    /// <summary>What the accounts that hold for the person come to on a day, summed line by line.</summary>
    public long TotalOn(LocalDate day, int seq) => -(
        from entry in entries
        where entry.EffectiveOn <= day && entry.Seq <= seq
        from line in entry.Lines
        where line.Account is Account.Main or Account.Contingency or Account.Bank or Account.Owed or Account.Committed or Account.Overspend
        where line.Unit == Unit.Gbp
        select line.Amount).Sum();

    /// <summary>Any entries at all, in any order of days, some reversed and some known late.</summary>
    public static Gen<Books> Random { get; } =
        from moves in Gen.ListOf(
            from kind in Gen.Elements(Enum.GetValues<EntryKind>().Where(kind => kind is not EntryKind.Reversal).ToArray())
            from debit in Gen.Elements(Enum.GetValues<Account>())
            from credit in Gen.Elements(Enum.GetValues<Account>())
            from pence in Gen.Choose(1, 3_000_000)
            from minutes in Gen.Choose(0, 9_000)
            from day in Gen.Choose(-90, 210)
            from reversed in Gen.Choose(0, 9)
            from text in Gen.Elements("holiday", "a week by the sea with my sister and both of her dogs in a cottage that has a garden", "", "St. Mary's <b>fair</b>")
            select (kind, debit, credit, pence, minutes, day, reversed, text))
        select moves.Aggregate(new Books(), (books, move) => move.reversed == 0 && books.Entries.Count > 0 && books.Entries[^1].Kind != EntryKind.Reversal
            ? books.Reverse(books.Entries.Count, YearFrom.PlusDays(move.day))
            : books.Post(move.kind, YearFrom.PlusDays(move.day), $"from=2026-04-01;to=2027-03-31;purpose={move.text};reason={move.text};cancelledBy={move.text};what={move.text}",
                new(move.debit, Unit.Gbp, move.pence), new(move.credit, Unit.Gbp, -move.pence), new(move.debit, Unit.Min, move.minutes), new(move.credit, Unit.Min, -move.minutes)));

    public Books Post(EntryKind kind, LocalDate on, string detail, params Line[] lines) => Add(new()
    {
        Seq = entries.Count + 1,
        Kind = kind,
        EffectiveOn = on,
        Detail = detail.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToImmutableSortedDictionary(pair => pair[0], pair => pair[1]),
        Evidence = "e",
        CheckedBy = "u2",
        Lines = [.. lines],
    });

    private Books Add(StatementEntry entry)
    {
        entries.Add(entry);
        return this;
    }
}
