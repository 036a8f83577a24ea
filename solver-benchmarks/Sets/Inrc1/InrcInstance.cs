namespace Rostering.SolverBenchmarks.Sets.Inrc1;

/// <summary>
/// An instance of the First International Nurse Rostering Competition (Haspeslagh, De Causmaecker, Stølevik and Schaerf 2010) as its text file gives it.
/// Shifts, people and days are numbered from 0.
/// </summary>
public sealed record InrcInstance(
    DayOfWeek FirstDay,
    int Days,
    IReadOnlyList<InrcShift> Shifts,
    IReadOnlyList<InrcPattern> Patterns,
    IReadOnlyList<InrcPerson> People,
    int[][] Demand,
    IReadOnlyList<InrcRequest> Requests)
{
    /// <summary>The weekday of a day.</summary>
    public DayOfWeek WeekdayOf(int day) => (DayOfWeek)(((int)FirstDay + day) % 7);
}

/// <summary>A shift and the skills it asks for.</summary>
/// <param name="IsNight">It ends on the next day.</param>
public sealed record InrcShift(string Id, bool IsNight, IReadOnlyList<string> Skills);

/// <summary>A sequence of days that a contract may call unwanted.</summary>
public sealed record InrcPattern(int Weight, IReadOnlyList<InrcPatternDay> Days);

/// <summary>One day of a pattern.</summary>
/// <param name="Shift">The shift; −1 for a day off; <c>null</c> for any shift.</param>
/// <param name="Weekday">The weekday it has to be; <c>null</c> for any.</param>
public sealed record InrcPatternDay(int? Shift, DayOfWeek? Weekday);

/// <summary>A limit and what each unit beyond it costs; nothing where the limit is switched off.</summary>
public readonly record struct InrcLimit(int Weight, int Value)
{
    /// <summary>Cost of falling short of it.</summary>
    public int Below(int value) => Weight * Math.Max(0, Value - value);

    /// <summary>Cost of going above it.</summary>
    public int Above(int value) => Weight * Math.Max(0, value - Value);
}

/// <summary>What a contract asks for. Weights are 0 where a rule is switched off.</summary>
public sealed record InrcContract
{
    public required InrcLimit MaxAssignments { get; init; }
    public required InrcLimit MinAssignments { get; init; }
    public required InrcLimit MaxWorkRun { get; init; }
    public required InrcLimit MinWorkRun { get; init; }
    public required InrcLimit MaxOffRun { get; init; }
    public required InrcLimit MinOffRun { get; init; }
    public required InrcLimit MaxWeekendRun { get; init; }
    public required InrcLimit MinWeekendRun { get; init; }
    public required InrcLimit MaxWeekends { get; init; }

    /// <summary>The days of a weekend, the first first.</summary>
    public required IReadOnlyList<DayOfWeek> Weekend { get; init; }

    public required int CompleteWeekends { get; init; }
    public required int IdenticalShifts { get; init; }
    public required int NoNightBeforeFreeWeekend { get; init; }
    public required int TwoFreeDaysAfterNight { get; init; }
    public required int AlternativeSkill { get; init; }

    /// <summary>The unwanted among the instance's patterns.</summary>
    public required IReadOnlyList<int> Unwanted { get; init; }

    /// <summary>First day and length of each weekend of a horizon, days outside it left out.</summary>
    public IEnumerable<(int First, int Length)> WeekendsOf(InrcInstance instance)
    {
        for (int first = 1 - Weekend.Count; first < instance.Days; first++)
        {
            int from = Math.Max(0, first);
            int to = Math.Min(instance.Days, first + Weekend.Count);
            if (instance.WeekdayOf(first + 7) == Weekend[0] && to > from)
            {
                yield return (from, to - from);
            }
        }
    }
}

/// <summary>A person with a contract and skills.</summary>
public sealed record InrcPerson(string Id, InrcContract Contract, IReadOnlySet<string> Skills)
{
    /// <summary>Whether the person has all the skills that a shift asks for.</summary>
    public bool CanWork(InrcShift shift) => shift.Skills.All(Skills.Contains);
}

/// <summary>A wish of a person for a day: to be on or off, the whole day or one shift of it.</summary>
/// <param name="Shift"><c>null</c> for the whole day.</param>
public sealed record InrcRequest(int Person, int Day, int? Shift, bool On, int Weight)
{
    /// <summary>Whether a day's shift, −1 for a day off, is against the wish.</summary>
    public bool IsBroken(int shift) => On != (Shift is { } wanted ? shift == wanted : shift >= 0);
}
