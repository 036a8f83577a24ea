using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Problem;
using static Rostering.Solver.Problem.ParameterKeys;

namespace Rostering.Solver.Demonstration.Tables;

/// <summary>
/// Limits of the Working Time Regulations 1998 with the dates from which they hold. Nobody with legal training has reviewed them, so
/// <see cref="RuleParameter.ReviewedBy"/> stays empty.
/// </summary>
internal static class LawParameters
{
    private const string Regulations = "Working Time Regulations 1998 (SI 1998/1833)";

    /// <summary>The Regulations came into force.</summary>
    private static readonly LocalDate Start = new(1998, 10, 1);

    /// <summary>SI 2002/3128 limited the working day, week and night of 16 and 17 year olds.</summary>
    private static readonly LocalDate YoungStart = new(2003, 4, 6);

    public static ImmutableArray<RuleParameter> All { get; } =
    [
        Adult(WeeklyAverageMinutes, 2_880, "reg 4(1): 48 hours"),
        Adult(ReferenceWeeks, 17, "reg 4(3): 17 weeks, where no agreement sets another period"),
        Adult(DailyRestMinutes, 660, "reg 10(1): 11 hours"),
        Adult(YoungDailyRestMinutes, 720, "reg 10(2): 12 hours"),
        Adult(WeeklyRestMinutes, 1_440, "reg 11(1): 24 hours"),
        Adult(FortnightRestMinutes, 2_880, "reg 11(2)(b): 48 hours"),
        Adult(YoungWeeklyRestMinutes, 2_880, "reg 11(3): 48 hours"),
        Adult(BreakAfterMinutes, 360, "reg 12(1): 6 hours"),
        Adult(BreakMinutes, 20, "reg 12(3): 20 minutes; one break only, Hughes v Corps of Commissionaires"),
        Adult(YoungBreakAfterMinutes, 270, "reg 12(4): four and a half hours"),
        Adult(YoungBreakMinutes, 30, "reg 12(4): 30 minutes"),
        Young(YoungDayMinutes, 480, "reg 5A(1)(a): 8 hours"),
        Young(YoungWeekMinutes, 2_400, "reg 5A(1)(b): 40 hours"),
        Young(YoungNightFromMinuteOfDay, 1_320, "reg 6A with reg 2, restricted period: from 22:00"),
        Young(YoungNightToMinuteOfDay, 360, "reg 6A with reg 2, restricted period: to 06:00"),
        Adult(NightFromMinuteOfDay, 1_380, "reg 2, night time: from 23:00"),
        Adult(NightToMinuteOfDay, 360, "reg 2, night time: to 06:00"),
        Adult(NightAverageMinutes, 480, "reg 6(1): 8 hours"),
        Adult(NightHazardMinutes, 480, "reg 6(7): 8 hours"),
    ];

    private static RuleParameter Adult(string key, long value, string where) => Of(key, value, Start, $"{Regulations}, {where}");

    private static RuleParameter Young(string key, long value, string where) =>
        Of(key, value, YoungStart, $"{Regulations}, as amended by SI 2002/3128, {where}");

    private static RuleParameter Of(string key, long value, LocalDate from, string source) => new()
    {
        Key = key,
        ValidFrom = from,
        KnownFrom = from,
        Value = value,
        Source = source,
    };
}
