using NodaTime;

namespace Rostering.Ledger.Forecasts;

/// <summary>How far a fund has come in its year, and how fast its money goes.</summary>
public sealed record FundCourse
{
    /// <summary>The first day of the fund's year.</summary>
    public required LocalDate YearFrom { get; init; }

    /// <summary>The day that the fund is looked at on.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The last day that commitments were made for, if that is later.</summary>
    public LocalDate? PlannedThrough { get; init; }

    /// <summary>What was awarded for the year, after raises and cuts, and can be planned with.</summary>
    public required Money Allocated { get; init; }

    /// <summary>What was delivered and bought in the year.</summary>
    public required Money Spent { get; init; }

    /// <summary>What is promised to planned visits.</summary>
    public required Money Committed { get; init; }

    /// <summary>What the fund can still pay with: its main balance and what is committed, less what is overspent.</summary>
    public required Money Left { get; init; }

    /// <summary>What a week costs lately.</summary>
    public required Money Weekly { get; init; }

    /// <summary>The first day after the fund's year.</summary>
    public LocalDate YearEnd => YearFrom.PlusYears(1);

    /// <summary>What would be left of the award if it went by the same amount each day, at the end of a day.</summary>
    public Money StraightLine(LocalDate day)
    {
        var length = Period.DaysBetween(YearFrom, YearEnd);
        var gone = Math.Clamp(Period.DaysBetween(YearFrom, day) + 1, 0, length);
        return Allocated - new Money((long)((Int128)Allocated.Pence * gone / length));
    }

    /// <summary>The weekly cost that some days show: their spending, brought to seven days.</summary>
    public static Money WeeklyOf(Money spent, int days) => new(days <= 0 ? 0 : (long)((Int128)spent.Pence * 7 / days));
}
