using NodaTime;

namespace Rostering.Core.Funds;

/// <summary>Whose a fund is, and who awards it. What is personal is kept here, apart from the ledger, and can be corrected and erased.</summary>
public sealed class FundHolder
{
    public required int FundId { get; init; }
    public required long ProviderId { get; init; }

    /// <summary>The provider's own books, from which gifts come.</summary>
    public required int Organisation { get; init; }

    /// <summary>The opaque id of the person.</summary>
    public required string Person { get; init; }

    public required string Name { get; set; }
    public required string CouncilId { get; init; }
    public required string PurchaseOrder { get; set; }
    public required string FundingOption { get; set; }

    /// <summary>The first day of one of the fund's years; the others start on the same day of theirs.</summary>
    public required LocalDate YearStartsOn { get; init; }

    /// <summary>Whether the person's easy-read statement has pictures.</summary>
    public required bool Pictures { get; set; }
}

/// <summary>An authority that awards funds, as a provider knows it.</summary>
public sealed class Council
{
    public required long ProviderId { get; init; }
    public required string Id { get; init; }
    public required string Name { get; set; }
    public required string Contact { get; set; }
}
