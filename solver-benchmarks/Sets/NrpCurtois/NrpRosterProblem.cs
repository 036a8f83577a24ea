using Rostering.Solver.Search.Rosters;

namespace Rostering.SolverBenchmarks.Sets.NrpCurtois;

/// <summary>Puts an instance in the words of the search: shift n of the instance is shift n + 1 there, where 0 is the day off.</summary>
public static class NrpRosterProblem
{
    /// <summary>The instance as a roster problem.</summary>
    public static RosterProblem From(NrpInstance instance)
    {
        int shifts = instance.Shifts.Count + 1;
        int unit = Math.Max(1, instance.Shifts.Select(shift => shift.Minutes).Aggregate(0, GreatestCommonDivisor));
        NrpShape shape = new([.. Follows(instance)], [0, .. instance.Shifts.Select(shift => shift.Minutes / unit)], [.. Enumerable.Range(0, instance.Days / 7).Select(week => ((week * 7) + 5, 2))]);
        return new RosterProblem
        {
            Days = instance.Days,
            Shifts = shifts,
            Contracts = [.. instance.People.Select(person => Contract(instance, person, shape, unit))],
            CellCosts = CellCosts(instance, shifts),
            Cover = Cover(instance, shifts),
        };
    }

    private static IEnumerable<ShiftPattern> Follows(NrpInstance instance) => instance.Shifts.Index()
        .Where(shift => shift.Item.NotAfter.Count > 0)
        .Select(shift => new ShiftPattern([1UL << (shift.Index + 1), shift.Item.NotAfter.Aggregate(0UL, (set, next) => set | (1UL << (next + 1)))], LevelCost.OneHard));

    private static RosterContract Contract(NrpInstance instance, NrpPerson person, NrpShape shape, int unit)
    {
        NrpLimits limits = person.Limits;
        return new RosterContract
        {
            Patterns = shape.Follows,
            WorkRuns = new RunRule(limits.MinRun, LevelCost.OneHard, limits.MaxRun, LevelCost.OneHard, OpenEnds: true),
            OffRuns = new RunRule(limits.MinDaysOff, LevelCost.OneHard, int.MaxValue, 0, OpenEnds: true),
            Weekends = new WeekendRule(shape.Weekends, limits.MaxWeekends, LevelCost.OneHard, RunRule.Free),
            Amount = new AmountRule(
                shape.Amounts,
                (limits.MinMinutes + unit - 1) / unit,
                LevelCost.OneHard,
                limits.MaxMinutes / unit,
                LevelCost.OneHard),
            Limits = [.. person.MaxOfShift.Index().Where(limit => limit.Item > 0 && limit.Item < instance.Days).Select(limit => new ShiftLimit(limit.Index + 1, limit.Item, LevelCost.OneHard))],
        };
    }

    private static long[] CellCosts(NrpInstance instance, int shifts)
    {
        long[] costs = new long[instance.People.Count * instance.Days * shifts];
        for (int i = 0; i < costs.Length; i++)
        {
            (int person, int day, int shift) = (i / shifts / instance.Days, i / shifts % instance.Days, i % shifts);
            bool barred = shift > 0 && (instance.People[person].DaysOff.Contains(day) || instance.People[person].MaxOfShift[shift - 1] == 0);
            costs[i] = barred ? LevelCost.OneHard : 0;
        }

        foreach (NrpRequest wish in instance.OnRequests)
        {
            for (int shift = 0; shift < shifts; shift++)
            {
                costs[CellOf(wish, instance.Days, shifts, shift)] += shift == wish.Shift + 1 ? 0 : wish.Weight;
            }
        }

        foreach (NrpRequest wish in instance.OffRequests)
        {
            costs[CellOf(wish, instance.Days, shifts, wish.Shift + 1)] += wish.Weight;
        }

        return costs;
    }

    private static int CellOf(NrpRequest wish, int days, int shifts, int shift) => (((wish.Person * days) + wish.Day) * shifts) + shift;

    private static CoverRule[] Cover(NrpInstance instance, int shifts)
    {
        CoverRule[] rules = new CoverRule[instance.Days * shifts];
        foreach (NrpCover cover in instance.Cover)
        {
            rules[(cover.Day * shifts) + cover.Shift + 1] = new CoverRule(cover.Required, cover.Under, cover.Over);
        }

        return rules;
    }

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);

    // What all contracts have in common: the search shares what it makes of it.
    private sealed record NrpShape(ShiftPattern[] Follows, int[] Amounts, (int First, int Length)[] Weekends);
}
