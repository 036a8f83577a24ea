namespace Rostering.Solver.Problem;

/// <summary>Keys of the rule parameters. Each key ends in its unit.</summary>
public static class ParameterKeys
{
    /// <summary>Average working week, adults (WTR 1998 reg 4).</summary>
    public const string WeeklyAverageMinutes = "wtr.weekly-average.minutes";

    /// <summary>Weeks of the reference period (reg 4(3)).</summary>
    public const string ReferenceWeeks = "wtr.reference-period.weeks";

    /// <summary>Daily rest, adults (reg 10).</summary>
    public const string DailyRestMinutes = "wtr.daily-rest.minutes";

    /// <summary>Daily rest, ages 16 and 17 (reg 10(2)).</summary>
    public const string YoungDailyRestMinutes = "wtr.young.daily-rest.minutes";

    /// <summary>A day of weekly rest (reg 11(1)).</summary>
    public const string WeeklyRestMinutes = "wtr.weekly-rest.minutes";

    /// <summary>Two days of weekly rest together (reg 11(2)(b)).</summary>
    public const string FortnightRestMinutes = "wtr.fortnight-rest.minutes";

    /// <summary>Weekly rest, ages 16 and 17 (reg 11(3)).</summary>
    public const string YoungWeeklyRestMinutes = "wtr.young.weekly-rest.minutes";

    /// <summary>Daily working time above which a break is due (reg 12(1)).</summary>
    public const string BreakAfterMinutes = "wtr.break-after.minutes";

    /// <summary>Length of the break (reg 12(3)).</summary>
    public const string BreakMinutes = "wtr.break.minutes";

    /// <summary>Working time above which a break is due, ages 16 and 17 (reg 12(4)).</summary>
    public const string YoungBreakAfterMinutes = "wtr.young.break-after.minutes";

    /// <summary>Length of the break, ages 16 and 17 (reg 12(4)).</summary>
    public const string YoungBreakMinutes = "wtr.young.break.minutes";

    /// <summary>Working day, ages 16 and 17 (reg 5A).</summary>
    public const string YoungDayMinutes = "wtr.young.day.minutes";

    /// <summary>Working week, ages 16 and 17 (reg 5A).</summary>
    public const string YoungWeekMinutes = "wtr.young.week.minutes";

    /// <summary>Start of the hours closed to ages 16 and 17, in minutes after midnight (reg 6A).</summary>
    public const string YoungNightFromMinuteOfDay = "wtr.young.night-from.minute-of-day";

    /// <summary>End of the hours closed to ages 16 and 17, in minutes after midnight (reg 6A).</summary>
    public const string YoungNightToMinuteOfDay = "wtr.young.night-to.minute-of-day";

    /// <summary>Start of night time, in minutes after midnight (reg 2).</summary>
    public const string NightFromMinuteOfDay = "wtr.night-from.minute-of-day";

    /// <summary>End of night time, in minutes after midnight (reg 2).</summary>
    public const string NightToMinuteOfDay = "wtr.night-to.minute-of-day";

    /// <summary>Average working day of a night worker (reg 6(1)); six such days make the week's limit.</summary>
    public const string NightAverageMinutes = "wtr.night-average.minutes";

    /// <summary>Working day of a night worker with special hazard or heavy strain (reg 6(7)).</summary>
    public const string NightHazardMinutes = "wtr.night-hazard.minutes";

    /// <summary>A gap between visits of at least this length ends a duty; a shorter one splits it (house rule).</summary>
    public const string DutyEndsAfterGapMinutes = "house.duty-ends-after-gap.minutes";

    /// <summary>Idle time in a gap up to which waiting is paid and the shift is not split (house rule).</summary>
    public const string PaidWaitMinutesMax = "house.paid-wait-max.minutes";

    /// <summary>Splits allowed in a day (house rule).</summary>
    public const string SplitsPerDayMax = "house.splits-per-day-max.count";

    /// <summary>Splits allowed in a week (house rule).</summary>
    public const string SplitsPerWeekMax = "house.splits-per-week-max.count";

    /// <summary>Longest split (house rule).</summary>
    public const string SplitMinutesMax = "house.split-max.minutes";

    /// <summary>Least minutes paid for an engagement, however short (house rule, H13).</summary>
    public const string EngagementPaidMinutesMin = "house.engagement-paid-min.minutes";

    /// <summary>Paid time over tied-up time of a duty below which it is refused, in thousandths (house rule).</summary>
    public const string PaidOverTiedUpPermilleMin = "house.paid-over-tied-up-min.permille";

    /// <summary>Paid time over tied-up time of a duty that is felt as worth its while, in thousandths (house rule).</summary>
    public const string PaidOverTiedUpPermilleWanted = "house.paid-over-tied-up-wanted.permille";

    /// <summary>Teams a worker may work in within a week (Oakwood [000:472]).</summary>
    public const string TeamsMax = "house.teams-max.count";

    /// <summary>Shortest visit to a person (house rule, H13).</summary>
    public const string VisitMinutesMin = "house.visit-min.minutes";

    /// <summary>Grid of starts a visit may be moved on (house rule).</summary>
    public const string StartStepMinutes = "house.start-step.minutes";

    /// <summary>Clear days off wanted in a week (house rule).</summary>
    public const string ClearDaysOffWanted = "house.clear-days-off-wanted.count";

    /// <summary>Unsocial minutes in a week felt as a fair share (house rule).</summary>
    public const string UnsocialFairMinutes = "house.unsocial-fair.minutes";

    /// <summary>Swing of variable hours around the typical week that nobody minds (house rule).</summary>
    public const string SwingFreeMinutes = "house.swing-free.minutes";

    /// <summary>Time before a visit in which a published rota changes only with a yes (house rule, H14).</summary>
    public const string FreezeMinutes = "house.freeze.minutes";

    /// <summary>Visits after which a worker counts as known to a person (house rule).</summary>
    public const string KnownAfterVisits = "house.known-after.visits";

    /// <summary>Pay with the employer's costs on top, over pay alone, in thousandths (1,250 is 25 % on top).</summary>
    public const string OnCostPermille = "pay.on-cost.permille";

    /// <summary>Pay for a sleepover while asleep, in thousandths of basic pay.</summary>
    public const string SleepoverPayPermille = "pay.sleepover.permille";

    /// <summary>Travel between visits is charged to the fund visited next (1) or to overheads (0).</summary>
    public const string ChargeTravelToFund = "fund.charge-travel.flag";

    /// <summary>Every key, in the order above.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        WeeklyAverageMinutes, ReferenceWeeks, DailyRestMinutes, YoungDailyRestMinutes, WeeklyRestMinutes, FortnightRestMinutes,
        YoungWeeklyRestMinutes, BreakAfterMinutes, BreakMinutes, YoungBreakAfterMinutes, YoungBreakMinutes, YoungDayMinutes,
        YoungWeekMinutes, YoungNightFromMinuteOfDay, YoungNightToMinuteOfDay, NightFromMinuteOfDay, NightToMinuteOfDay,
        NightAverageMinutes, NightHazardMinutes, DutyEndsAfterGapMinutes, PaidWaitMinutesMax, SplitsPerDayMax, SplitsPerWeekMax,
        SplitMinutesMax, EngagementPaidMinutesMin, PaidOverTiedUpPermilleMin, PaidOverTiedUpPermilleWanted, TeamsMax, VisitMinutesMin,
        StartStepMinutes, ClearDaysOffWanted, UnsocialFairMinutes, SwingFreeMinutes, FreezeMinutes, KnownAfterVisits,
        OnCostPermille, SleepoverPayPermille, ChargeTravelToFund,
    ];
}
