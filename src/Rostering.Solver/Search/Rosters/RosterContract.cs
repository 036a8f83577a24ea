namespace Rostering.Solver.Search.Rosters;

/// <summary>What the row of a person under a contract costs.</summary>
public sealed class RosterContract
{
    /// <summary>Sequences of days that cost something wherever, or on the days where, they occur.</summary>
    public IReadOnlyList<ShiftPattern> Patterns { get; init; } = [];

    /// <summary>Lengths of runs of working days.</summary>
    public RunRule WorkRuns { get; init; } = RunRule.Free;

    /// <summary>Lengths of runs of days off.</summary>
    public RunRule OffRuns { get; init; } = RunRule.Free;

    /// <summary>Weekends worked.</summary>
    public WeekendRule Weekends { get; init; } = WeekendRule.None;

    /// <summary>The sum of what the shifts amount to: minutes, or one each.</summary>
    public AmountRule Amount { get; init; } = AmountRule.Free;

    /// <summary>How often each shift may be worked; the price of each time above.</summary>
    public IReadOnlyList<ShiftLimit> Limits { get; init; } = [];
}

/// <summary>A sequence of days, each in a set of shifts, and its price.</summary>
/// <param name="Sets">For each day the shifts that fit, a bit each; bit 0 is the day off.</param>
/// <param name="Starts">Days on which it counts when it starts there; <c>null</c> for every day.</param>
public sealed record ShiftPattern(IReadOnlyList<ulong> Sets, long Cost, IReadOnlySet<int>? Starts = null)
{
    /// <summary>Whether the pattern counts when it starts on a day of a horizon.</summary>
    public bool CountsFrom(int day, int days) => day + Sets.Count <= days && Starts?.Contains(day) != false;
}

/// <summary>A range for the length of a run, priced by the day that it is too short or too long.</summary>
/// <param name="OpenEnds">A run that touches an end of the horizon may go on outside, so it is never too short.</param>
public sealed record RunRule(int Min, long ShortCost, int Max, long LongCost, bool OpenEnds)
{
    /// <summary>Any length is free.</summary>
    public static RunRule Free { get; } = new(0, 0, int.MaxValue, 0, OpenEnds: false);

    private const int LongestCap = 255;

    /// <summary>The length from which on runs are alike: none is too short any more, and each day more costs the same.</summary>
    public int Cap => Math.Min(LongestCap, Math.Max(Math.Max(Min, 1), LongCost > 0 && Max < int.MaxValue ? Max + 1 : 1));

    /// <summary>Price of a run.</summary>
    public long Cost(int length, bool touchesEnd) => Shortfall(length, touchesEnd) + (length > Max ? (length - Max) * LongCost : 0);

    /// <summary>Price of a run for being too short.</summary>
    public long Shortfall(int length, bool touchesEnd) => length > 0 && length < Min && !(OpenEnds && touchesEnd) ? (Min - length) * ShortCost : 0;

    /// <summary>
    /// The same prices as patterns: each day above the longest is a stretch one day too long that lies in the run, and each length that is too
    /// short is a stretch with others at its sides.
    /// </summary>
    /// <param name="inside">Shifts of the days that make the run.</param>
    /// <param name="outside">Shifts of all other days.</param>
    public IEnumerable<ShiftPattern> AsPatterns(ulong inside, ulong outside, int days)
    {
        if (LongCost > 0 && Max < days)
        {
            yield return new ShiftPattern([.. Enumerable.Repeat(inside, Max + 1)], LongCost);
        }

        for (int length = 1; ShortCost > 0 && length < Min && length <= days; length++)
        {
            ulong[] run = [.. Enumerable.Repeat(inside, length)];
            long cost = (Min - length) * ShortCost;
            yield return new ShiftPattern([outside, .. run, outside], cost);
            if (!OpenEnds && length < days)
            {
                yield return new ShiftPattern([.. run, outside], cost, new HashSet<int> { 0 });
                yield return new ShiftPattern([outside, .. run], cost, new HashSet<int> { days - length - 1 });
            }
            else if (!OpenEnds)
            {
                yield return new ShiftPattern(run, cost);
            }
        }
    }
}

/// <summary>Weekends worked: their number and the lengths of their runs.</summary>
/// <param name="Spans">First day and length of each weekend, the days outside the horizon left out.</param>
public sealed record WeekendRule(IReadOnlyList<(int First, int Length)> Spans, int Max, long MaxCost, RunRule Runs)
{
    /// <summary>Weekends are days like others.</summary>
    public static WeekendRule None { get; } = new([], int.MaxValue, 0, RunRule.Free);

    /// <summary>Price of a number of weekends worked.</summary>
    public long CountCost(int count) => count > Max ? (count - Max) * MaxCost : 0;
}

/// <summary>A range for the sum of what shifts amount to, priced by the unit.</summary>
/// <param name="Of">What each shift amounts to.</param>
public sealed record AmountRule(IReadOnlyList<int> Of, int Min, long UnderCost, int Max, long OverCost)
{
    /// <summary>Any sum is free.</summary>
    public static AmountRule Free { get; } = new([], 0, 0, int.MaxValue, 0);

    /// <summary>Price of a sum.</summary>
    public long Cost(int sum) => sum < Min ? (Min - sum) * UnderCost : sum > Max ? (sum - Max) * OverCost : 0;
}

/// <summary>How often one shift may be worked.</summary>
public readonly record struct ShiftLimit(int Shift, int Max, long OverCost)
{
    /// <summary>Price of working it so often.</summary>
    public long Cost(int count) => count > Max ? (count - Max) * OverCost : 0;
}
