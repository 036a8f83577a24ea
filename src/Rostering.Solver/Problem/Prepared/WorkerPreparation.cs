using System.Collections.Immutable;
using NodaTime;

namespace Rostering.Solver.Problem.Prepared;

/// <summary>Turns a worker into integers and picks the limits that hold by age, contract and history.</summary>
internal static class WorkerPreparation
{
    private const int AdultAge = 18;
    private const int WorkingDaysPerWeek = 5;
    private const int NightAverageDaysPerWeek = 6;
    private const int FullDayAwayMinutes = 480;
    private const int UnsocialHistoryWeeks = 4;

    public static PreparedWorker Prepare(PreparedProblem problem, Worker worker, int index)
    {
        Limits limits = problem.Limits;
        int age = Period.Between(worker.BirthDate, problem.Source.WeekStart, PeriodUnits.Years).Years;
        bool young = age < AdultAge;
        ImmutableArray<(MinuteSpan, AbsenceKind)> away = [.. worker.Absences.Select(a => (Minutes(problem, a.Time), a.Kind))];
        ImmutableArray<FixedDuty> fixedDuties = FixedDuties(problem, worker);
        return new PreparedWorker
        {
            Index = index,
            Source = worker,
            Home = problem.Index.Places[worker.Home],
            Age = age,
            Modes = worker.Modes,
            TakesBus = worker.Modes.Contains(TravelMode.Bus),
            Available = Merge(worker.Available.Select(span => Minutes(problem, span))),
            Away = away,
            Certified = Certified(problem, worker),
            FixedDuties = fixedDuties,
            OutsideMinutes = fixedDuties.Where(duty => duty.Outside).Sum(duty => duty.Time.Length),
            TeamPay = [.. problem.Source.Teams.Select(team => worker.Teams.FirstOrDefault(m => m.Team == team.Id)?.PencePerHour ?? -1)],
            TeamsMax = worker.CapWaiver is { } waiver && waiver.Until >= problem.Source.WeekStart.PlusDays(6) ? worker.Teams.Length : limits[ParameterKeys.TeamsMax],
            LastDutyThroughNight = worker.History.LastDuty is { } last && ThroughNight(problem, Minutes(problem, last)),
            DailyRest = limits[young ? ParameterKeys.YoungDailyRestMinutes : ParameterKeys.DailyRestMinutes],
            RestOwed = worker.History.RestOwedMinutes,
            WeeklyRest = WeeklyRest(limits, worker.Contract.WeeklyRest, young),
            WeeklyRestsDue = WeeklyRestsDue(worker, young),
            BreakAfter = limits[young ? ParameterKeys.YoungBreakAfterMinutes : ParameterKeys.BreakAfterMinutes],
            Break = limits[young ? ParameterKeys.YoungBreakMinutes : ParameterKeys.BreakMinutes],
            WorkingMinutesMax = WorkingMinutesMax(limits, worker, young),
            NightWorkingMinutesMax = worker.Contract.NightWorker
                ? AverageRemainder(worker, limits[ParameterKeys.NightAverageMinutes] * NightAverageDaysPerWeek)
                : int.MaxValue,
            DutyWorkingMinutesMax = young ? limits[ParameterKeys.YoungDayMinutes] : int.MaxValue,
            HazardNightMinutesMax = worker.Contract.NightWorker ? limits[ParameterKeys.NightHazardMinutes] : int.MaxValue,
            SplitsPerDutyMax = limits[ParameterKeys.SplitsPerDayMax],
            SplitsPerWeekMax = limits[ParameterKeys.SplitsPerWeekMax],
            SplitMinutesMax = limits[ParameterKeys.SplitMinutesMax],
            PaidOverTiedUpMin = limits[ParameterKeys.PaidOverTiedUpPermilleMin],
            PaidMinutesMax = worker.Contract.MinutesMax,
            PaidMinutesDue = PaidMinutesDue(problem, worker, away),
            TypicalMinutes = worker.Contract.Kind is ContractKind.VariableHours or ContractKind.ZeroHours ? worker.History.TypicalMinutes : -1,
            SwingFree = limits[ParameterKeys.SwingFreeMinutes],
            PaidOverTiedUpWanted = limits[ParameterKeys.PaidOverTiedUpPermilleWanted],
            ClearDaysOffWanted = limits[ParameterKeys.ClearDaysOffWanted],
            UnsocialShare = UnsocialShare(limits, worker.History),
            Wishes = [.. worker.Wishes.Select(wish => (Minutes(problem, wish.Time), wish.Kind))],
        };
    }

    private static MinuteSpan Minutes(PreparedProblem problem, LocalInterval span) => new(problem.Clock.Minute(span.Start), problem.Clock.Minute(span.End));

    private static ImmutableArray<MinuteSpan> Merge(IEnumerable<MinuteSpan> spans)
    {
        List<MinuteSpan> merged = [];
        foreach (MinuteSpan span in spans.OrderBy(s => s.Start))
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
            {
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, span.End) };
            }
            else
            {
                merged.Add(span);
            }
        }

        return [.. merged];
    }

    private static ImmutableArray<FixedDuty> FixedDuties(PreparedProblem problem, Worker worker)
    {
        IEnumerable<(MinuteSpan Time, bool Outside)> before = worker.History.LastDuty is { } last ? [(Minutes(problem, last), false)] : [];
        IEnumerable<(MinuteSpan Time, bool Outside)> outside = Merge(worker.OutsideWork.Select(span => Minutes(problem, span))).Select(time => (time, true));
        int endsAfterGap = problem.Limits[ParameterKeys.DutyEndsAfterGapMinutes];
        List<FixedDuty> duties = [];
        foreach ((MinuteSpan time, bool isOutside) in before.Concat(outside).OrderBy(d => d.Time.Start))
        {
            bool goesOn = duties.Count > 0 && time.Start - duties[^1].Time.End < endsAfterGap;
            duties.Add(new FixedDuty(time, isOutside, goesOn ? duties[^1].RunStart : time.Start));
        }

        return [.. duties];
    }

    private static ImmutableArray<(int, MinuteSpan)> Certified(PreparedProblem problem, Worker worker) =>
    [
        .. from certificate in worker.Certificates
           where problem.Index.Competencies.ContainsKey(certificate.Competency)
           group Validity(problem, certificate) by problem.Index.Competencies[certificate.Competency] into spans
           from span in Merge(spans)
           select (spans.Key, span),
    ];

    private static MinuteSpan Validity(PreparedProblem problem, Certificate certificate) => new(
        problem.Clock.DayStart(problem.Clock.Day(certificate.ValidFrom)),
        problem.Clock.DayStart(problem.Clock.Day(certificate.ValidTo ?? LocalDate.MaxIsoValue) + 1));

    private static bool ThroughNight(PreparedProblem problem, MinuteSpan duty) => problem.NightTime.Any(night => duty.Contains(night.Start, night.End));

    private static int WeeklyRest(Limits limits, WeeklyRestForm form, bool young) => (young, form) switch
    {
        (true, _) => limits[ParameterKeys.YoungWeeklyRestMinutes],
        (_, WeeklyRestForm.TwoDaysTogetherEachFortnight) => limits[ParameterKeys.FortnightRestMinutes],
        _ => limits[ParameterKeys.WeeklyRestMinutes],
    };

    // The fortnightly forms bind in the second week only: until then the worker may still get the rest.
    private static int WeeklyRestsDue(Worker worker, bool young)
    {
        WorkHistory history = worker.History;
        return (young, worker.Contract.WeeklyRest) switch
        {
            (true, _) or (_, WeeklyRestForm.OneDayEachWeek) => 1,
            (_, WeeklyRestForm.TwoDaysEachFortnight) => history.SecondWeekOfFortnight ? Math.Max(0, 2 - history.RestDaysLastWeek) : 0,
            _ => history.SecondWeekOfFortnight && !history.TwoDaysTogetherLastWeek ? 1 : 0,
        };
    }

    private static int WorkingMinutesMax(Limits limits, Worker worker, bool young)
    {
        if (young)
        {
            return limits[ParameterKeys.YoungWeekMinutes];
        }

        return worker.Contract.OptedOutOf48Hours ? int.MaxValue : AverageRemainder(worker, limits[ParameterKeys.WeeklyAverageMinutes]);
    }

    // What this week may hold so that the average over the reference period, this week included, stays within the limit.
    private static int AverageRemainder(Worker worker, int weeklyMinutes) =>
        (int)Math.Max(0, ((long)weeklyMinutes * (worker.History.Weeks + 1)) - worker.History.WorkedMinutes);

    // A fair share of every recent week and this one, less what the recent weeks held; never more than one week's share.
    private static int UnsocialShare(Limits limits, WorkHistory history)
    {
        int fair = limits[ParameterKeys.UnsocialFairMinutes];
        return Math.Clamp(((UnsocialHistoryWeeks + 1) * fair) - history.UnsocialMinutes, 0, fair);
    }

    private static int PaidMinutesDue(PreparedProblem problem, Worker worker, ImmutableArray<(MinuteSpan Time, AbsenceKind Kind)> away)
    {
        int daysAway = Enumerable.Range(0, 7).Count(day => away
            .Where(a => a.Kind != AbsenceKind.Commitment)
            .Sum(a => a.Time.Overlap(problem.Clock.DayStart(day), problem.Clock.DayStart(day + 1))) >= FullDayAwayMinutes);
        return worker.Contract.ContractedMinutes * Math.Max(0, WorkingDaysPerWeek - daysAway) / WorkingDaysPerWeek;
    }
}
