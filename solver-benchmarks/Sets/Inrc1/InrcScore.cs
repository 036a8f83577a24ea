namespace Rostering.SolverBenchmarks.Sets.Inrc1;

/// <summary>
/// What a roster costs, and how many hard rules it breaks, by the definition of Haspeslagh et al. (2010), worked out from the roster alone.
/// Nothing is known of the days before and after the horizon: runs begin and end with it, and patterns lie within it.
/// </summary>
/// <param name="Violations">Places of a shift filled too few or too many.</param>
public sealed record InrcScore(long Cost, int Violations)
{
    /// <summary>The score of a roster: for each person and day the shift worked, or −1.</summary>
    public static InrcScore Of(InrcInstance instance, int[][] roster)
    {
        long cost = instance.Requests.Sum(wish => wish.IsBroken(roster[wish.Person][wish.Day]) ? (long)wish.Weight : 0);
        for (int person = 0; person < roster.Length; person++)
        {
            cost += RowCost(instance, instance.People[person], roster[person]);
        }

        return new InrcScore(cost, Uncovered(instance, roster));
    }

    private static int Uncovered(InrcInstance instance, int[][] roster) => Enumerable.Range(0, instance.Days)
        .Sum(day => Enumerable.Range(0, instance.Shifts.Count).Sum(shift => Math.Abs(instance.Demand[day][shift] - roster.Count(row => row[day] == shift))));

    private static long RowCost(InrcInstance instance, InrcPerson person, int[] row)
    {
        InrcContract contract = person.Contract;
        int assigned = row.Count(shift => shift >= 0);
        long cost = contract.MaxAssignments.Above(assigned) + contract.MinAssignments.Below(assigned);
        cost += Runs(row.Select(shift => shift >= 0)).Sum(length => contract.MaxWorkRun.Above(length) + contract.MinWorkRun.Below(length));
        cost += Runs(row.Select(shift => shift < 0)).Sum(length => contract.MaxOffRun.Above(length) + contract.MinOffRun.Below(length));
        cost += row.Where(shift => shift >= 0).Sum(shift => person.CanWork(instance.Shifts[shift]) ? 0 : contract.AlternativeSkill);
        cost += contract.Unwanted.Sum(pattern => Occurrences(instance, instance.Patterns[pattern], row) * instance.Patterns[pattern].Weight);
        cost += contract.TwoFreeDaysAfterNight * Enumerable.Range(0, row.Length).Count(day => WorksSoonAfterNight(instance, row, day));
        return cost + Weekends(instance, contract, row);
    }

    private static long Weekends(InrcInstance instance, InrcContract contract, int[] row)
    {
        (int First, int Length)[] weekends = [.. contract.WeekendsOf(instance)];
        bool[] worked = [.. weekends.Select(weekend => row.Skip(weekend.First).Take(weekend.Length).Any(shift => shift >= 0))];
        long cost = contract.MaxWeekends.Above(worked.Count(works => works));
        cost += Runs(worked).Sum(length => contract.MaxWeekendRun.Above(length) + contract.MinWeekendRun.Below(length));
        foreach ((int first, int length) in weekends)
        {
            int[] shifts = row[first..(first + length)];
            cost += contract.CompleteWeekends * Incompleteness([.. shifts.Select(shift => shift >= 0)]);
            cost += contract.IdenticalShifts * shifts.Where(shift => shift >= 0).Distinct().Sum(shift => length - shifts.Count(other => other == shift));
            bool night = first > 0 && row[first - 1] >= 0 && instance.Shifts[row[first - 1]].IsNight;
            cost += night && shifts.All(shift => shift < 0) ? contract.NoNightBeforeFreeWeekend : 0;
        }

        return cost;
    }

    // A day off at either side of the days worked counts one; a gap between them counts twice its ends' distance from the ends of the weekend.
    private static int Incompleteness(bool[] works)
    {
        int cost = 0;
        for (int day = 0; day < works.Length; day++)
        {
            cost += works[day] && day > 0 && !works[day - 1] ? day : 0;
            cost += works[day] && day < works.Length - 1 && !works[day + 1] ? works.Length - 1 - day : 0;
        }

        return cost;
    }

    private static IEnumerable<int> Runs(IEnumerable<bool> days)
    {
        int length = 0;
        foreach (bool counts in days.Append(false))
        {
            if (!counts && length > 0)
            {
                yield return length;
            }

            length = counts ? length + 1 : 0;
        }
    }

    // Any shift but a night on one of the two days after a night.
    private static bool WorksSoonAfterNight(InrcInstance instance, int[] row, int day) =>
        row[day] >= 0 && instance.Shifts[row[day]].IsNight
        && row.Skip(day + 1).Take(2).Any(shift => shift >= 0 && !instance.Shifts[shift].IsNight);

    private static int Occurrences(InrcInstance instance, InrcPattern pattern, int[] row) =>
        Enumerable.Range(0, Math.Max(0, row.Length - pattern.Days.Count + 1)).Count(start => pattern.Days.Index().All(entry => Fits(instance, entry.Item, row[start + entry.Index], start + entry.Index)));

    private static bool Fits(InrcInstance instance, InrcPatternDay entry, int shift, int day) =>
        (entry.Shift is { } wanted ? shift == wanted : shift >= 0) && (entry.Weekday is null || entry.Weekday == instance.WeekdayOf(day));
}
