using System.Collections.Immutable;
using NodaTime;

namespace Rostering.Ledger.Statements;

/// <summary>A posted entry of a fund, as a statement reads it.</summary>
public sealed record StatementEntry
{
    /// <summary>The entry's number in its fund.</summary>
    public required int Seq { get; init; }

    public required EntryKind Kind { get; init; }

    public required LocalDate EffectiveOn { get; init; }

    public required ImmutableSortedDictionary<string, string> Detail { get; init; }

    public required string Evidence { get; init; }

    public string? CheckedBy { get; init; }

    public int? Resolves { get; init; }

    public int? Reverses { get; init; }

    public int? Tranche { get; init; }

    /// <summary>The day in an earlier, closed period that a late fact belongs to.</summary>
    public LocalDate? RelatesTo { get; init; }

    /// <summary>The reference of the remittance that brought the money, as the bank shows it.</summary>
    public string? Remittance { get; init; }

    public required ImmutableArray<Line> Lines { get; init; }

    /// <summary>What the entry does to an account: above nought a debit, below a credit.</summary>
    public long On(Account account, Unit unit = Unit.Gbp)
    {
        long sum = 0;
        foreach (var line in Lines)
        {
            if (line.Account == account && line.Unit == unit)
                sum += line.Amount;
        }

        return sum;
    }

    /// <summary>What the entry adds to an account that holds money for the person.</summary>
    public Money Adds(Account account) => new(checked(-On(account)));

    /// <summary>What the entry adds to an account that holds time for the person.</summary>
    public Minutes AddsTime(Account account) => new(checked(-On(account, Unit.Min)));

    /// <summary>What the entry says under a key, or nothing.</summary>
    public string Says(string key) => Detail.GetValueOrDefault(key, "");
}
