using System.Collections.Immutable;
using NodaTime;

namespace Rostering.Ledger;

/// <summary>
/// What is asked of the ledger: lines of one fund that sum to nought in pence and in minutes, and stand or fall together. The
/// same <see cref="Key"/> with the same content is the same entry, however often it is posted.
/// </summary>
public sealed record JournalEntry
{
    /// <summary>The fund; an organisation's own books have a number below nought.</summary>
    public required int Fund { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>Unique within the fund; 1 to 120 characters without '|' and line ends.</summary>
    public required string Key { get; init; }

    public required LocalDate EffectiveOn { get; init; }

    /// <summary>The opaque id of what proves the entry, such as a visit, a remittance, an invoice or an agreement.</summary>
    public required string Evidence { get; init; }

    /// <summary>The opaque id of who posts it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>The opaque id of a second person who checked it, where the kind asks for one.</summary>
    public string? CheckedBy { get; init; }

    /// <summary>What the kind has to say beside its lines, in ids, dates, numbers and codes: never a name or a story.</summary>
    public required ImmutableSortedDictionary<string, string> Detail { get; init; }

    /// <summary>Empty for a reversal, whose lines are those of the entry that it reverses.</summary>
    public ImmutableArray<Line> Lines { get; init; } = [];

    /// <summary>The entry of the same fund whose commitment this one resolves.</summary>
    public int? Resolves { get; init; }

    /// <summary>The entry of the same fund that this one reverses.</summary>
    public int? Reverses { get; init; }

    /// <summary>The entry of the same fund that banked the tranche which this one uses.</summary>
    public int? Tranche { get; init; }

    /// <summary>The day in a closed period that a late fact belongs to.</summary>
    public LocalDate? RelatesTo { get; init; }

    /// <summary>The remittance that brought the money.</summary>
    public long? Remittance { get; init; }

    /// <summary>The organisation's entry that a gift comes from.</summary>
    public EntryId? Twin { get; init; }
}

/// <summary>Names a posted entry: the fund and the entry's number in it, counted from 1 without a gap.</summary>
public readonly record struct EntryId(int Fund, int Seq);
