using System.Collections.Immutable;

namespace Rostering.Ledger.Positions;

/// <summary>What a cut means to a person in hours, and a pace at which the money left lasts to the end.</summary>
/// <param name="LostPerWeek">The hours a week that the award no longer stands for.</param>
/// <param name="FullWeeks">The weeks that the money left would last if nothing changed.</param>
/// <param name="Weeks">The hours of each week left, in equal steps down, which together use the money and no more.</param>
public sealed record CutPlan(Minutes LostPerWeek, int FullWeeks, ImmutableArray<Minutes> Weeks)
{
    private const long MinutesInHour = 60;

    /// <summary>
    /// Plans the weeks that are left. The steps go down evenly from the hours of today, so that support is never withdrawn at a
    /// stroke; where the money lasts for all of them as they are, nothing changes.
    /// </summary>
    /// <param name="weekly">The hours a week before the cut.</param>
    /// <param name="cutPermille">The share of the award that is cut, in thousandths.</param>
    /// <param name="left">The money left for the weeks to come.</param>
    /// <param name="penceAnHour">What an hour costs.</param>
    /// <param name="weeks">How many weeks are left.</param>
    public static CutPlan Of(Minutes weekly, int cutPermille, Money left, long penceAnHour, int weeks)
    {
        var affordable = Math.Min(left.Pence * MinutesInHour / penceAnHour, weekly.Count * weeks);
        var lost = weekly.Split(cutPermille, 1000 - cutPermille)[0];
        var full = (int)Math.Min(weeks, left.Pence * MinutesInHour / penceAnHour / Math.Max(1, weekly.Count));
        return new(lost, full, Steps(weekly.Count, affordable, weeks));
    }

    // Week n of N is short of the full hours by n parts of the shortfall, so that the step is the same from week to week. Where the
    // last weeks would fall below nought the steps are too steep to be a plan, and every week gets the same.
    private static ImmutableArray<Minutes> Steps(long weekly, long affordable, int weeks)
    {
        var shortfall = new Minutes(weekly * weeks - affordable);
        var shortOf = shortfall.Split([.. Enumerable.Range(1, weeks).Select(week => (long)week)]);
        if (shortOf.Any(missing => missing.Count > weekly))
            shortOf = shortfall.Split([.. Enumerable.Repeat(1L, weeks)]);
        return [.. shortOf.Select(missing => new Minutes(weekly) - missing)];
    }
}
