using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Problem;
using static Rostering.Solver.Problem.ParameterKeys;

namespace Rostering.Solver.Demonstration.Tables;

/// <summary>House rules and cost parameters. The sources give hardly any of these numbers, so nearly all are assumed and say so.</summary>
internal static class HouseParameters
{
    private static readonly LocalDate Opening = new(2020, 4, 1);
    private static readonly LocalDate Revised = new(2025, 4, 6);

    public static ImmutableArray<RuleParameter> For(DemonstrationProvider provider) =>
    [
        Since(DutyEndsAfterGapMinutes, 360, "Assumed: six hours free are worth going home for"),
        Since(PaidWaitMinutesMax, 30, "Assumed: paid waiting of up to half an hour"),
        Since(SplitsPerDayMax, provider == DemonstrationProvider.Chestnut ? 2 : 1, "Assumed: visiting support splits a day more often than a team around one person"),
        .. Superseded(SplitsPerWeekMax, 5, 4, "Assumed: lowered after consultation"),
        Since(SplitMinutesMax, 300, "Assumed: no split longer than five hours"),
        Since(EngagementPaidMinutesMin, 60, "Assumed: an hour is paid for any call-out, against \"an hour in the morning, an hour at night\""),
        Since(PaidOverTiedUpPermilleMin, 350, "Assumed: a duty paid for less than 35 % of its span is refused"),
        Since(PaidOverTiedUpPermilleWanted, 750, "Assumed: three paid quarters of a span are felt as worth its while"),
        Since(TeamsMax, 2, "Cunningham and Nickson (2010), Oakwood: \"a maximum of two service teams\""),
        .. Superseded(VisitMinutesMin, 15, 30, "Assumed: half an hour, against the criticised 15-minute visit"),
        Since(StartStepMinutes, 15, "Assumed: rotas are written in quarter hours"),
        Since(ClearDaysOffWanted, 2, "Assumed: two clear days off in a week"),
        Since(UnsocialFairMinutes, 960, "Assumed: two evenings or nights a week are a fair share"),
        Since(SwingFreeMinutes, 240, "Assumed: four hours up or down are not felt"),
        Since(FreezeMinutes, 10_080, "Assumed: a week, as workers book their own classes and plans a week ahead"),
        .. Superseded(KnownAfterVisits, 2, 3, "Assumed: a worker is known after the third visit"),
        .. Superseded(
            OnCostPermille, 1_225, 1_250, "Assumed: employer's National Insurance (15 % above £5,000 a year from 6 April 2025, before that 13.8 % above £9,100), pension and holiday"),
        new RuleParameter
        {
            Key = SleepoverPayPermille,
            Jurisdiction = "Scotland",
            ValidFrom = Opening,
            KnownFrom = Opening,
            Value = 1_000,
            Source = "Scottish Government policy since 2020: Real Living Wage for all hours including sleepovers; GB minimum-wage law asks less "
                + "(Royal Mencap Society v Tomlinson-Blake [2021] UKSC 8)",
        },
        Since(ChargeTravelToFund, 1, "Assumed: travel between visits is charged to the fund visited next; the agreement must declare it"),
    ];

    private static RuleParameter Since(string key, long value, string source) => new()
    {
        Key = key,
        ValidFrom = Opening,
        KnownFrom = Opening,
        Value = value,
        Source = source,
    };

    /// <summary>An older value and the one that replaced it, so that a week before the change is planned under the old one.</summary>
    private static ImmutableArray<RuleParameter> Superseded(string key, long before, long after, string source) =>
    [
        Since(key, before, source) with { ValidTo = Revised.PlusDays(-1) },
        Since(key, after, source) with { ValidFrom = Revised, KnownFrom = Revised.PlusDays(-60) },
    ];
}
