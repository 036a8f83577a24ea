using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Tests.Builders;

/// <summary>The figures of law, house rules, travel and weights that tests start from: Great Britain in 2026.</summary>
internal static class TestTerms
{
    public static ImmutableArray<RuleParameter> Parameters { get; } =
    [
        .. new (string Key, long Value)[]
        {
            (ParameterKeys.WeeklyAverageMinutes, 48 * 60),
            (ParameterKeys.ReferenceWeeks, 17),
            (ParameterKeys.DailyRestMinutes, 11 * 60),
            (ParameterKeys.YoungDailyRestMinutes, 12 * 60),
            (ParameterKeys.WeeklyRestMinutes, 24 * 60),
            (ParameterKeys.FortnightRestMinutes, 48 * 60),
            (ParameterKeys.YoungWeeklyRestMinutes, 48 * 60),
            (ParameterKeys.BreakAfterMinutes, 6 * 60),
            (ParameterKeys.BreakMinutes, 20),
            (ParameterKeys.YoungBreakAfterMinutes, 270),
            (ParameterKeys.YoungBreakMinutes, 30),
            (ParameterKeys.YoungDayMinutes, 8 * 60),
            (ParameterKeys.YoungWeekMinutes, 40 * 60),
            (ParameterKeys.YoungNightFromMinuteOfDay, 22 * 60),
            (ParameterKeys.YoungNightToMinuteOfDay, 6 * 60),
            (ParameterKeys.NightFromMinuteOfDay, 23 * 60),
            (ParameterKeys.NightToMinuteOfDay, 6 * 60),
            (ParameterKeys.NightAverageMinutes, 8 * 60),
            (ParameterKeys.NightHazardMinutes, 8 * 60),
            (ParameterKeys.DutyEndsAfterGapMinutes, 360),
            (ParameterKeys.PaidWaitMinutesMax, 30),
            (ParameterKeys.SplitsPerDayMax, 1),
            (ParameterKeys.SplitsPerWeekMax, 4),
            (ParameterKeys.SplitMinutesMax, 300),
            (ParameterKeys.EngagementPaidMinutesMin, 60),
            (ParameterKeys.PaidOverTiedUpPermilleMin, 350),
            (ParameterKeys.PaidOverTiedUpPermilleWanted, 750),
            (ParameterKeys.TeamsMax, 2),
            (ParameterKeys.VisitMinutesMin, 30),
            (ParameterKeys.StartStepMinutes, 15),
            (ParameterKeys.ClearDaysOffWanted, 2),
            (ParameterKeys.UnsocialFairMinutes, 960),
            (ParameterKeys.SwingFreeMinutes, 240),
            (ParameterKeys.FreezeMinutes, 7 * 24 * 60),
            (ParameterKeys.KnownAfterVisits, 3),
            (ParameterKeys.OnCostPermille, 1250),
            (ParameterKeys.SleepoverPayPermille, 1000),
            (ParameterKeys.ChargeTravelToFund, 1),
        }.Select(p => Parameter(p.Key, p.Value)),
    ];

    /// <summary>Points per unit; 1,000 points are one penny.</summary>
    public static ImmutableDictionary<string, long> Weights { get; } = new Dictionary<string, long>(StringComparer.Ordinal)
    {
        [WeightKeys.UncoveredCritical] = 8,
        [WeightKeys.UncoveredSubstantial] = 4,
        [WeightKeys.UncoveredModerate] = 2,
        [WeightKeys.UncoveredLow] = 1,
        [WeightKeys.Accepted] = 100_000,
        [WeightKeys.Known] = 200_000,
        [WeightKeys.Stranger] = 500_000,
        [WeightKeys.Face] = 300_000,
        [WeightKeys.ChangedWorker] = 1_000_000,
        [WeightKeys.ChangedStart] = 5_000,
        [WeightKeys.Split] = 400_000,
        [WeightKeys.TiedUp] = 3_000,
        [WeightKeys.DayOff] = 1_000_000,
        [WeightKeys.Unsocial] = 500,
        [WeightKeys.RecentAsk] = 100_000,
        [WeightKeys.BelowContract] = 2_000,
        [WeightKeys.Swing] = 1_000,
        [WeightKeys.WantedStart] = 2_000,
        [WeightKeys.WishOff] = 500_000,
        [WeightKeys.WishWork] = 300_000,
        [WeightKeys.Locality] = 50_000,
        [WeightKeys.Interest] = 20_000,
        [WeightKeys.Cost] = 1,
        [WeightKeys.Mile] = 5_000,
        [WeightKeys.SecondWorker] = 200_000,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public static TravelTerms Travel { get; } = new()
    {
        Modes =
        [
            new ModeTerms { Mode = TravelMode.Walk, MetresPerMinute = 80, FixedMinutes = 0, MetresMax = 4_000 },
            new ModeTerms { Mode = TravelMode.Bicycle, MetresPerMinute = 230, FixedMinutes = 2, MetresMax = 12_000 },
            new ModeTerms { Mode = TravelMode.Bus, MetresPerMinute = 300, FixedMinutes = 12 },
            new ModeTerms { Mode = TravelMode.Car, MetresPerMinute = 500, FixedMinutes = 4 },
        ],
        DetourPermille = 1_300,
        FirstBus = [.. Enumerable.Repeat(new LocalTime(6, 0), 7)],
        LastBus = [.. Enumerable.Repeat(new LocalTime(23, 0), 7)],
        MileagePence = 45,
        Source = "assumed for tests",
    };

    public static RuleParameter Parameter(string key, long value) => new()
    {
        Key = key,
        ValidFrom = new LocalDate(2020, 1, 1),
        KnownFrom = new LocalDate(2020, 1, 1),
        Value = value,
        Source = "test",
    };
}
