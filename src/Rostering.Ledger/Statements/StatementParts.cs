using System.Collections.Immutable;
using NodaTime;

namespace Rostering.Ledger.Statements;

/// <summary>1. What the council awards for the year and for the period, and what changed in the period.</summary>
public sealed record Allocation(Money Year, Money Period, ImmutableArray<AllocationChange> Changes);

/// <summary>An award, an uplift or a cut that took effect in the period.</summary>
public sealed record AllocationChange(LocalDate On, EntryKind Kind, Money Amount, Minutes Time, string From, string To, string Reason, int Seq);

/// <summary>2 and 12. What a fund holds, by what it is for.</summary>
public sealed record Holdings
{
    /// <summary>What can be planned with, within the cap on surplus.</summary>
    public required Money Available { get; init; }

    /// <summary>What is left beyond the cap; the council can ask for it back.</summary>
    public required Money SurplusAboveCap { get; init; }

    public required Money Committed { get; init; }

    public required Money Banked { get; init; }

    public required Money Contingency { get; init; }

    /// <summary>Support that the provider failed to give and still owes.</summary>
    public required Money Owed { get; init; }

    /// <summary>What was delivered beyond what the fund had.</summary>
    public required Money Overspent { get; init; }

    /// <summary>What the person can spend or plan, in all.</summary>
    public Money Main => Available + SurplusAboveCap;

    public Money Total => Main + Committed + Banked + Contingency + Owed - Overspent;
}

/// <summary>3. Money that arrived.</summary>
public sealed record MoneyReceived(LocalDate On, string Reference, bool FromPerson, Money Amount);

/// <summary>4. The person's own contribution: what fell due and was paid in the period, and what is still to be paid.</summary>
public sealed record Contribution(Money Due, Money Paid, Money Outstanding);

/// <summary>How a planned visit ended.</summary>
public enum SupportOutcome
{
    /// <summary>Support was given.</summary>
    Given,

    /// <summary>Support was given from banked hours.</summary>
    FromBank,

    /// <summary>Support that was owed was given.</summary>
    MadeGood,

    /// <summary>Contingency paid for it, or for what it cost beyond the usual.</summary>
    Emergency,

    /// <summary>The person declined it on the day.</summary>
    Declined,

    /// <summary>The person was ill or away.</summary>
    Absent,

    /// <summary>The provider failed to give it.</summary>
    NotGiven,

    /// <summary>The person banked it by choice.</summary>
    BankedByChoice,
}

/// <summary>5. A visit of the period, whether or not it took place.</summary>
public sealed record SupportLine
{
    public required LocalDate On { get; init; }

    /// <summary>When it was planned to start, as recorded; empty where it is not.</summary>
    public required string Start { get; init; }

    public required SupportOutcome Outcome { get; init; }

    public required Minutes Planned { get; init; }

    public required Minutes Delivered { get; init; }

    public required string Role { get; init; }

    /// <summary>The line of the rate card.</summary>
    public required string Rate { get; init; }

    /// <summary>Price of an hour, where it is recorded.</summary>
    public required Money? HourlyRate { get; init; }

    public required Money Travel { get; init; }

    /// <summary>What the visit costs the fund.</summary>
    public required Money Price { get; init; }

    /// <summary>What banked time cost more, or less, than when it was banked.</summary>
    public required Money PriceVariance { get; init; }

    /// <summary>Who called the visit off; empty where nobody did.</summary>
    public required string CancelledBy { get; init; }

    /// <summary>Whether the line takes back an earlier one.</summary>
    public required bool TakenBack { get; init; }

    public required int Seq { get; init; }
}

/// <summary>6. Something bought for the person, or paid to a team by agreement.</summary>
public sealed record PurchaseLine(LocalDate On, string What, string Outcome, bool FromBank, Money Amount, int Seq);

/// <summary>7. The management charge, and the signed sheet that states it.</summary>
public sealed record ChargeLine(LocalDate On, string Sheet, Money Amount, int Seq);

/// <summary>8. A change to what an earlier statement said, by what it does to the fund's total.</summary>
public sealed record Adjustment(LocalDate On, EntryKind Kind, LocalDate RelatesTo, Money Amount, int Seq);

/// <summary>9. A planned visit that money is promised to.</summary>
public sealed record CommittedVisit(LocalDate On, string Visit, Money Amount, Minutes Time);

/// <summary>10. Hours banked by choice: how they moved in the period, and what they are for.</summary>
public sealed record BankedHours
{
    public required Minutes Opening { get; init; }

    public required Minutes Banked { get; init; }

    public required Minutes Used { get; init; }

    public required Minutes Returned { get; init; }

    public required Minutes Expired { get; init; }

    public required Minutes Closing { get; init; }

    public required Minutes? Cap { get; init; }

    public required ImmutableArray<TrancheLeft> Tranches { get; init; }

    public TrancheLeft? NextToExpire => Tranches.Where(tranche => tranche.ExpiresOn is not null).MinBy(tranche => tranche.ExpiresOn);
}

/// <summary>What is left of hours that were banked at one time for one purpose.</summary>
public sealed record TrancheLeft(int Seq, LocalDate BankedOn, string Purpose, LocalDate? ExpiresOn, string ReinstateOn, Minutes Left, Money Value);

/// <summary>11. Money kept for emergencies.</summary>
public sealed record ContingencyMoney(Money Target, Money Opening, Money ToppedUp, Money Returned, ImmutableArray<ContingencyDraw> Draws, Money Closing)
{
    public Money Drawn => Draws.Aggregate(Money.Zero, (sum, draw) => sum + draw.Amount);
}

/// <summary>A draw on contingency: why, on what record, and who approved it.</summary>
public sealed record ContingencyDraw(LocalDate On, string Reason, string Record, string ApprovedBy, Money Amount, int Seq);

/// <summary>Help from the organisation's own reserve, for good.</summary>
public sealed record GiftLine(LocalDate On, string Reason, Money Amount, int Seq);

/// <summary>13. The year so far beside an even pace.</summary>
/// <param name="Allocated">The allocation of the year up to the period's last day, spread evenly.</param>
/// <param name="Used">What was used of it.</param>
public sealed record YearToDate(Money Allocated, Money Used)
{
    /// <summary>What was used for every hundred pounds of an even pace, in whole percent; none before there is a pace.</summary>
    public long? PacePercent => Allocated > Money.Zero ? (long)((Int128)Used.Pence * 100 / Allocated.Pence) : null;
}

/// <summary>What the council was invoiced in the period, what of all invoices is unpaid, and what is still to be invoiced.</summary>
public sealed record Invoiced(Money InPeriod, Money Unpaid, Money StillToInvoice);
