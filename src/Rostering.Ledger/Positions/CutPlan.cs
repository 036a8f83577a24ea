using System.Collections.Immutable;

namespace Rostering.Ledger.Positions;

/// <summary>What a cut means to a person in hours, and a pace at which the money left lasts to the end.</summary>
/// <param name="LostPerWeek">The hours a week that the award no longer stands for.</param>
/// <param name="FullWeeks">The weeks that the money left would last if nothing changed.</param>
/// <param name="Weeks">The hours of each week left, which together use the money and no more.</param>
public sealed record CutPlan(Minutes LostPerWeek, int FullWeeks, ImmutableArray<Minutes> Weeks)
{
    private const long MinutesInHour = 60;

    /// <summary>
    /// Plans the weeks that are left. What the fund has saved eases the way from the hours of before to the hours that the award
    /// still stands for, in even steps, so that support is never withdrawn at a stroke where that can be helped.
    /// </summary>
    /// <param name="weekly">The hours a week before the cut.</param>
    /// <param name="cutPermille">The share of the award that is cut, in thousandths.</param>
    /// <param name="left">The money left for the weeks to come.</param>
    /// <param name="penceAnHour">What an hour costs.</param>
    /// <param name="weeks">How many weeks are left.</param>
    public static CutPlan Of(Minutes weekly, int cutPermille, Money left, long penceAnHour, int weeks)
    {
        var lost = weekly.Split(cutPermille, 1000 - cutPermille)[0].Count;
        var affordable = Math.Max(0, left.Pence) * MinutesInHour / penceAnHour;
        var full = (int)Math.Min(weeks, affordable / Math.Max(1, weekly.Count));
        var lower = weekly.Count - lost;
        var saved = Math.Min(affordable, weekly.Count * weeks) - lower * weeks;
        IEnumerable<long> plan = saved >= 0
            ? Eased(saved, lost, weeks).Select(extra => lower + extra)
            : new Minutes(affordable).Split([.. Enumerable.Repeat(1L, weeks)]).Select(time => time.Count);
        return new(new(lost), full, [.. plan.Select(count => new Minutes(count))]);
    }

    // Full hours for as long as it takes until what is saved suffices for even steps down: of k steps the first is k parts of what
    // is left of it and the last is one, and k is the least number for which the first is not above what was lost.
    private static IEnumerable<long> Eased(long saved, long lost, int weeks)
    {
        if (saved == 0)
            return Enumerable.Repeat(0L, weeks);
        for (var full = 0; ; full++)
        {
            var rest = saved - full * lost;
            var steps = (int)Math.Max(rest > 0 ? 1 : 0, (2 * rest + lost - 1) / lost - 1);
            if (steps > weeks - full)
                continue;
            var extras = steps == 0 ? [] : new Minutes(rest).Split([.. Enumerable.Range(1, steps).Reverse().Select(part => (long)part)]).Select(extra => extra.Count);
            return [.. Enumerable.Repeat(lost, full), .. extras, .. Enumerable.Repeat(0L, weeks - full - steps)];
        }
    }
}
