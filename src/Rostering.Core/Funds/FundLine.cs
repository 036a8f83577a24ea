using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.Forecasts;
using Rostering.Ledger.Positions;

namespace Rostering.Core.Funds;

/// <summary>One fund as finance sees it beside the others. Amounts are what the accounts hold, above nought where that is usual.</summary>
public sealed record FundLine
{
    public required int Fund { get; init; }
    public required string Name { get; init; }
    public required string Provider { get; init; }
    public required string Council { get; init; }
    public required string PurchaseOrder { get; init; }
    public required LocalDate YearFrom { get; init; }
    public required LocalDate? ClosedOn { get; init; }

    /// <summary>The award of the fund's year, after raises and cuts.</summary>
    public required Money Allocated { get; init; }

    public required Money Committed { get; init; }

    /// <summary>Support given and things bought, in the fund's year.</summary>
    public required Money Delivered { get; init; }

    public required Money Invoiced { get; init; }
    public required Money Paid { get; init; }
    public required Money Main { get; init; }
    public required Money Contingency { get; init; }
    public required Money Bank { get; init; }
    public required Minutes BankTime { get; init; }
    public required Money Owed { get; init; }
    public required Minutes OwedTime { get; init; }
    public required Money Overspend { get; init; }

    /// <summary>Invoiced to the council, or asked of the person, and not yet paid.</summary>
    public required AgedDebt Receivable { get; init; }

    /// <summary>Unpaid for more than 30 days.</summary>
    public Money Overdue => Receivable.UpTo60Days + Receivable.UpTo90Days + Receivable.Older;

    /// <summary>What the terms keep for emergencies of the year's award, in thousandths.</summary>
    public required int ContingencyPermille { get; init; }

    public required Minutes? BankCap { get; init; }

    /// <summary>Whether something is banked without a purpose.</summary>
    public required bool UnpurposedBank { get; init; }

    /// <summary>Delivered and bought in the eight weeks before.</summary>
    public required Money Recent { get; init; }

    public required int RecentDays { get; init; }
    public required LocalDate? PlannedThrough { get; init; }
    public required LocalDate On { get; init; }

    public Money ContingencyTarget => new(Allocated.Pence * ContingencyPermille / 1000);

    /// <summary>How much of its target contingency holds; nothing where there is no target.</summary>
    public int? ContingencyPercent => ContingencyTarget.Pence <= 0 ? null : (int)(Contingency.Pence * 100 / ContingencyTarget.Pence);

    /// <summary>The course of the money that can be planned with, which contingency is no part of.</summary>
    public FundCourse Course => new()
    {
        YearFrom = YearFrom,
        On = On,
        PlannedThrough = PlannedThrough,
        Allocated = Allocated - ContingencyTarget,
        Spent = Delivered,
        Committed = Committed,
        Left = Main + Committed - Overspend,
        Weekly = Weekly,
    };

    /// <summary>What the last weeks cost; before anything is delivered, what the planned weeks will.</summary>
    private Money Weekly =>
        Recent > Money.Zero || PlannedThrough is not { } planned
            ? FundCourse.WeeklyOf(Recent, RecentDays)
            : FundCourse.WeeklyOf(Committed, Math.Max(7, Period.DaysBetween(On, planned) + 1));
}
