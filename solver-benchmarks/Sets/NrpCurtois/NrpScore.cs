namespace Rostering.SolverBenchmarks.Sets.NrpCurtois;

/// <summary>What a roster costs, and how many hard rules it breaks, by the definition of Curtois and Qu (2014), worked out from the roster alone.</summary>
/// <param name="Violations">Each rule is counted for each person, day or run that breaks it.</param>
public sealed record NrpScore(long Cost, int Violations)
{
    /// <summary>The score of a roster: for each person and day the shift worked, or −1.</summary>
    public static NrpScore Of(NrpInstance instance, int[][] roster)
    {
        int violations = instance.People.Index().Sum(person => ViolationsOf(instance, person.Item, roster[person.Index]));
        return new NrpScore(Requests(instance, roster) + Cover(instance, roster), violations);
    }

    private static long Requests(NrpInstance instance, int[][] roster) =>
        instance.OnRequests.Sum(wish => roster[wish.Person][wish.Day] == wish.Shift ? 0L : wish.Weight)
        + instance.OffRequests.Sum(wish => roster[wish.Person][wish.Day] == wish.Shift ? (long)wish.Weight : 0);

    private static long Cover(NrpInstance instance, int[][] roster) => instance.Cover.Sum(cover =>
    {
        int there = roster.Count(row => row[cover.Day] == cover.Shift);
        return there < cover.Required ? (cover.Required - there) * (long)cover.Under : (there - cover.Required) * (long)cover.Over;
    });

    private static int ViolationsOf(NrpInstance instance, NrpPerson person, int[] row) =>
        Follows(instance, row) + Limits(instance, person, row) + Runs(person.Limits, row) + person.DaysOff.Count(day => row[day] >= 0);

    private static int Follows(NrpInstance instance, int[] row) =>
        Enumerable.Range(1, row.Length - 1).Count(day => row[day] >= 0 && row[day - 1] >= 0 && instance.Shifts[row[day - 1]].NotAfter.Contains(row[day]));

    private static int Limits(NrpInstance instance, NrpPerson person, int[] row)
    {
        int minutes = row.Where(shift => shift >= 0).Sum(shift => instance.Shifts[shift].Minutes);
        int weekends = Enumerable.Range(0, row.Length / 7).Count(week => row[(week * 7) + 5] >= 0 || row[(week * 7) + 6] >= 0);
        int oftenBroken = person.MaxOfShift.Index().Count(limit => row.Count(shift => shift == limit.Index) > limit.Item);
        return oftenBroken + (minutes > person.Limits.MaxMinutes ? 1 : 0) + (minutes < person.Limits.MinMinutes ? 1 : 0) + (weekends > person.Limits.MaxWeekends ? 1 : 0);
    }

    // A run that touches an end of the horizon is taken to go on outside it, so it is never too short.
    private static int Runs(NrpLimits limits, int[] row)
    {
        int broken = 0;
        for (int start = 0, end; start < row.Length; start = end)
        {
            bool works = row[start] >= 0;
            for (end = start + 1; end < row.Length && row[end] >= 0 == works;)
            {
                end++;
            }

            bool inside = start > 0 && end < row.Length;
            broken += works && end - start > limits.MaxRun ? 1 : 0;
            broken += inside && end - start < (works ? limits.MinRun : limits.MinDaysOff) ? 1 : 0;
        }

        return broken;
    }
}
