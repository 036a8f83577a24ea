using System.Collections.Immutable;
using NodaTime;
using Rostering.Ledger;

namespace Rostering.Core.Funds;

/// <summary>All that the page of one fund shows beside its line and its entries.</summary>
public sealed record FundDetails
{
    public required FundLine Line { get; init; }
    public required FundHead Head { get; init; }
    public required ImmutableArray<AccountBalance> Balances { get; init; }

    /// <summary>How what is left changed in each week of the fund's year that had entries, by the week's number from nought; what came before the year counts to the first.</summary>
    public required ImmutableArray<(int Week, Money Change)> Weeks { get; init; }

    public required ImmutableArray<BankedTranche> Tranches { get; init; }
    public required ImmutableArray<ContingencyMove> ContingencyMoves { get; init; }
    public required ImmutableArray<CommittedWeek> Committed { get; init; }

    public required ImmutableArray<StatementLine> Statements { get; init; }

    /// <summary>Pence and minutes of support in the last weeks, from which an hour's price is taken.</summary>
    public required (Money Money, Minutes Time) Support { get; init; }
}

/// <summary>Who holds a fund, on which terms, and where its chain of entries ends.</summary>
public sealed record FundHead(
    string FundingOption, string CouncilContact, LocalDate OpenedOn, LocalDate LockedThrough, int Seq, string Hash, TermsInForce? Terms);

/// <summary>The terms of a day, with where they come from.</summary>
public sealed record TermsInForce(int Version, LocalDate EffectiveFrom, string Reason, string RecordedBy);

/// <summary>What an account held on a day, as was known at a time; above nought where that is usual.</summary>
public sealed record AccountBalance(Account Account, Unit Unit, long Balance);

/// <summary>One amount banked for a purpose, and what is left of it.</summary>
public sealed record BankedTranche(
    int Seq, LocalDate BankedOn, string Purpose, string AgreedBy, string ReinstateOn, Money Banked, Minutes BankedTime, Money Left, Minutes LeftTime, string? ExpiresOn);

/// <summary>What went into contingency or out of it, and why.</summary>
public sealed record ContingencyMove(int Seq, LocalDate On, EntryKind Kind, Money Change, string? Reason, string? Record, string? CheckedBy);

/// <summary>What is promised to visits of a week that are not resolved yet.</summary>
public sealed record CommittedWeek(LocalDate Week, int Visits, Money Money, Minutes Time);

/// <summary>A statement that was issued, and the entry that its seal reaches to.</summary>
public sealed record StatementLine(int Number, LocalDate From, LocalDate To, LocalDate IssuedOn, int Seq);
