using System.Collections.Immutable;
using NodaTime;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.Statements;

/// <summary>The days that a statement is for, both of them included.</summary>
public readonly record struct StatementPeriod(LocalDate From, LocalDate To)
{
    public bool Contains(LocalDate day) => day >= From && day <= To;
}

/// <summary>
/// All that a statement shows and the ledger does not know, as it was on the day of issue. It is stored with the statement, so
/// that a name that is changed later changes no statement that was issued.
/// </summary>
public sealed record StatementHeader
{
    public required int Fund { get; init; }

    /// <summary>The statement's number in its fund, from 1 without a gap.</summary>
    public required int Number { get; init; }

    public required string Person { get; init; }

    public required string Provider { get; init; }

    public required string Council { get; init; }

    /// <summary>Whom to ask at the council.</summary>
    public required string CouncilContact { get; init; }

    public required string PurchaseOrder { get; init; }

    public required string FundingOption { get; init; }

    public required StatementPeriod Period { get; init; }

    /// <summary>The first day of the fund's year that the period's last day lies in.</summary>
    public required LocalDate YearFrom { get; init; }

    public required LocalDate IssuedOn { get; init; }

    /// <summary>The day by which the council wants the statement issued.</summary>
    public required LocalDate DueOn { get; init; }

    /// <summary>Whether the person wants pictures in the easy-read edition.</summary>
    public required bool Pictures { get; init; }

    public required FundTerms Terms { get; init; }

    /// <summary>The last entry that the statement before this one could know; none for a fund's first.</summary>
    public required int? PreviousSeq { get; init; }

    /// <summary>The names of those who approved what the statement shows, by the ids that the ledger has for them.</summary>
    public ImmutableSortedDictionary<string, string> Names { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The last day of the fund's year.</summary>
    public LocalDate YearTo => YearFrom.PlusYears(1).PlusDays(-1);

    /// <summary>The name that an id stands for, or the id where no name is known.</summary>
    public string NameOf(string id) => Names.GetValueOrDefault(id, id);
}

/// <summary>What the ledger stood at when a statement was issued: the last entry of the fund, and the hash of its chain.</summary>
public sealed record StatementSeal(int Seq, string Hash);
