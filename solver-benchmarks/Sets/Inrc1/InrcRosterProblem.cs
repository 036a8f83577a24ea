using System.Numerics;
using Rostering.Solver.Search.Rosters;

namespace Rostering.SolverBenchmarks.Sets.Inrc1;

/// <summary>Puts an instance in the words of the search: shift n of the instance is shift n + 1 there, where 0 is the day off.</summary>
public sealed class InrcRosterProblem
{
    private readonly InrcInstance instance;
    private readonly ulong work;
    private readonly ulong nights;

    private InrcRosterProblem(InrcInstance instance)
    {
        this.instance = instance;
        work = (2UL << instance.Shifts.Count) - 2;
        nights = instance.Shifts.Index().Where(shift => shift.Item.IsNight).Aggregate(0UL, (set, shift) => set | SetOf(shift.Index));
    }

    /// <summary>The instance as a roster problem.</summary>
    public static RosterProblem From(InrcInstance instance)
    {
        InrcRosterProblem words = new(instance);
        Dictionary<InrcContract, RosterContract> contracts = instance.People.Select(person => person.Contract).Distinct().ToDictionary(contract => contract, words.Contract);
        return new RosterProblem
        {
            Days = instance.Days,
            Shifts = instance.Shifts.Count + 1,
            Contracts = [.. instance.People.Select(person => contracts[person.Contract])],
            CellCosts = words.CellCosts(),
            Cover = [.. instance.Demand.SelectMany(day => day.Select(required => new CoverRule(required, LevelCost.OneHard, LevelCost.OneHard)).Prepend(default))],
        };
    }

    private RosterContract Contract(InrcContract contract)
    {
        (int First, int Length)[] weekends = [.. contract.WeekendsOf(instance)];
        return new RosterContract
        {
            Patterns = [.. Unwanted(contract), .. AfterNights(contract), .. weekends.SelectMany(weekend => Weekend(contract, weekend.First, weekend.Length)).Where(pattern => pattern.Cost > 0)],
            WorkRuns = Runs(contract.MinWorkRun, contract.MaxWorkRun),
            OffRuns = Runs(contract.MinOffRun, contract.MaxOffRun),
            Weekends = new WeekendRule(weekends, contract.MaxWeekends.Value, contract.MaxWeekends.Weight, Runs(contract.MinWeekendRun, contract.MaxWeekendRun)),
            Amount = new AmountRule(
                [0, .. instance.Shifts.Select(_ => 1)],
                contract.MinAssignments.Value,
                contract.MinAssignments.Weight,
                contract.MaxAssignments.Value,
                contract.MaxAssignments.Weight),
        };
    }

    private static RunRule Runs(InrcLimit min, InrcLimit max) =>
        min.Weight == 0 && max.Weight == 0 ? RunRule.Free : new(min.Weight == 0 ? 0 : min.Value, min.Weight, max.Weight == 0 ? int.MaxValue : max.Value, max.Weight, OpenEnds: false);

    private IEnumerable<ShiftPattern> Unwanted(InrcContract contract) => contract.Unwanted.Select(i => instance.Patterns[i]).Select(pattern => new ShiftPattern(
        [.. pattern.Days.Select(day => day.Shift switch { null => work, -1 => 1UL, int shift => SetOf(shift) })],
        pattern.Weight,
        Enumerable.Range(0, instance.Days).Where(start => pattern.Days.Index().All(day => day.Item.Weekday is null || day.Item.Weekday == instance.WeekdayOf(start + day.Index))).ToHashSet()));

    private IEnumerable<ShiftPattern> AfterNights(InrcContract contract) => contract.TwoFreeDaysAfterNight == 0 ? [] :
    [
        new ShiftPattern([nights, work & ~nights], contract.TwoFreeDaysAfterNight),
        new ShiftPattern([nights, nights | 1, work & ~nights], contract.TwoFreeDaysAfterNight),
    ];

    // Every way of working part of a weekend is a pattern of its own; so is every way of working one shift on part of it.
    private IEnumerable<ShiftPattern> Weekend(InrcContract contract, int first, int length)
    {
        HashSet<int> here = [first];
        for (uint worked = 1; worked < (1u << length) - 1; worked++)
        {
            yield return new ShiftPattern([.. Sets(worked, length, work)], (long)contract.CompleteWeekends * Incompleteness(worked, length), here);
            foreach (int shift in Enumerable.Range(0, instance.Shifts.Count))
            {
                yield return new ShiftPattern([.. Sets(worked, length, SetOf(shift))], (long)contract.IdenticalShifts * (length - BitOperations.PopCount(worked)), here);
            }
        }

        if (first > 0)
        {
            yield return new ShiftPattern([nights, .. Enumerable.Repeat(1UL, length)], contract.NoNightBeforeFreeWeekend, new HashSet<int> { first - 1 });
        }
    }

    private IEnumerable<ulong> Sets(uint chosen, int length, ulong set) => Enumerable.Range(0, length).Select(day => ((chosen >> day) & 1) != 0 ? set : (work | 1) & ~set);

    private static int Incompleteness(uint worked, int length) => Enumerable.Range(0, length).Where(day => ((worked >> day) & 1) != 0).Sum(day =>
        (day > 0 && ((worked >> (day - 1)) & 1) == 0 ? day : 0) + (day < length - 1 && ((worked >> (day + 1)) & 1) == 0 ? length - 1 - day : 0));

    private long[] CellCosts()
    {
        int shifts = instance.Shifts.Count + 1;
        long[] costs = new long[instance.People.Count * instance.Days * shifts];
        for (int i = 0; i < costs.Length; i++)
        {
            InrcPerson person = instance.People[i / shifts / instance.Days];
            costs[i] = i % shifts > 0 && !person.CanWork(instance.Shifts[(i % shifts) - 1]) ? person.Contract.AlternativeSkill : 0;
        }

        foreach (InrcRequest wish in instance.Requests)
        {
            for (int shift = 0; shift < shifts; shift++)
            {
                costs[(((wish.Person * instance.Days) + wish.Day) * shifts) + shift] += wish.IsBroken(shift - 1) ? wish.Weight : 0;
            }
        }

        return costs;
    }

    private static ulong SetOf(int shift) => 2UL << shift;
}
