using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Demonstration.Plan;

/// <summary>
/// Says whether a worker's week may be planned so. Its margins are wider than the law's and the house's, on purpose: the plan must
/// stay possible under the real rules, which this code does not know.
/// </summary>
internal sealed class PlannedWeek(PreparedProblem staff)
{
    private const int Rest = 12 * WeekCalendar.Hour;
    private const int SpanMax = 13 * WeekCalendar.Hour;
    private const int NightSpanMax = 25 * WeekCalendar.Hour;
    private const int YoungSpanMax = 4 * WeekCalendar.Hour;
    private const int GapMax = 285;
    private const int WorkWithoutBreakMax = 330;
    private const int WakingNightsMax = 4;
    private const int PaidPermilleMin = 450;
    private const int CommuteMax = 75;
    private const int TravelMargin = 3;

    private readonly Dictionary<DraftWorker, PreparedWorker> prepared = [];
    private readonly int paidWaitMax = staff.Limits[ParameterKeys.PaidWaitMinutesMax];
    private readonly int breakMinutes = staff.Limits[ParameterKeys.BreakMinutes] + 5;
    private readonly int engagementMin = staff.Limits[ParameterKeys.EngagementPaidMinutesMin];
    private readonly int splitsPerDayMax = staff.Limits[ParameterKeys.SplitsPerDayMax];
    private readonly int splitsPerWeekMax = staff.Limits[ParameterKeys.SplitsPerWeekMax];

    /// <summary>Paid minutes and splits of a week; null where it must not be planned.</summary>
    public WeekSums? Sums(DraftWorker worker, IReadOnlyList<Booking> week, int paidMax)
    {
        var sums = new WeekSums();
        for (var first = 0; first < week.Count;)
        {
            if (Duty(worker, week, first) is not { } duty || (duty.Next < week.Count && week[duty.Next].Start - duty.End < RestAfter(duty)))
                return null;

            sums = sums.With(duty);
            first = duty.Next;
        }

        var allowed = sums.Paid <= paidMax && sums.Splits <= splitsPerWeekMax && sums.WakingNights <= WakingNightsMax;
        return allowed ? sums : null;
    }

    public PreparedWorker Prepared(DraftWorker worker)
    {
        if (!prepared.TryGetValue(worker, out var found))
            prepared[worker] = found = staff.Workers[staff.Index.Workers[worker.Id]];
        return found;
    }

    public int PlaceIndex(Place place) => staff.Index.Places[place.Id];

    public Journey Leave(DraftWorker worker, in Booking from, in Booking to) =>
        staff.Travel.Leave(Prepared(worker), from.Place, to.Place, from.End);

    /// <summary>Time off that a long duty displaced is owed after it.</summary>
    private static int RestAfter(in PlannedDuty duty) => Rest + Math.Max(0, duty.End - duty.Start - SpanMax);

    private PlannedDuty? Duty(DraftWorker worker, IReadOnlyList<Booking> week, int first)
    {
        var duty = PlannedDuty.Of(week[first]);
        var next = first + 1;
        for (; next < week.Count && week[next].Start - week[next - 1].End <= GapMax; next++)
        {
            var (before, after) = (week[next - 1], week[next]);
            var journey = Leave(worker, before, after);
            var idle = after.Start - before.End - journey.Minutes;
            if (!journey.Possible || journey.TaxiPence > 0 || idle < (journey.Minutes > 0 ? TravelMargin : 0))
                return null;

            var waits = idle <= paidWaitMax || (before.Visit.Outing is { } outing && outing == after.Visit.Outing);
            duty = duty.Then(after, journey.Minutes + (waits ? idle : 0), waits ? 0 : 1, idle >= breakMinutes, engagementMin);
        }

        duty = duty.Closed(next, engagementMin);
        return Allowed(worker, week, first, duty) ? duty : null;
    }

    private bool Allowed(DraftWorker worker, IReadOnlyList<Booking> week, int first, in PlannedDuty duty)
    {
        var (span, who) = (duty.End - duty.Start, Prepared(worker));
        var outward = staff.Travel.Arrive(who, week[first].Place, duty.Start);
        var home = staff.Travel.GoHome(who, week[duty.Next - 1].Place, duty.End);
        return IsShort(outward) && IsShort(home)
            && duty.Splits <= splitsPerDayMax
            && span <= (worker.IsYoung ? YoungSpanMax : duty.HasNight ? NightSpanMax : SpanMax)
            && (duty.HasBreak || duty.Working <= WorkWithoutBreakMax)
            && duty.Paid * 1_000 >= PaidPermilleMin * (span + outward.Minutes + home.Minutes);
    }

    private static bool IsShort(in Journey journey) => journey.Possible && journey.TaxiPence == 0 && journey.Minutes <= CommuteMax;
}

/// <summary>Sums over the duties of a planned week.</summary>
internal readonly record struct WeekSums(int Paid, int Splits, int WakingNights)
{
    public WeekSums With(in PlannedDuty duty) => new(Paid + duty.Paid, Splits + duty.Splits, WakingNights + duty.WakingNights);
}

/// <summary>Visits without a rest between them.</summary>
internal readonly record struct PlannedDuty(
    int Start, int End, int Next, int Working, int Paid, int Engagement, int Splits, bool HasBreak, bool HasNight, int WakingNights)
{
    public static PlannedDuty Of(in Booking first) => default(PlannedDuty) with
    {
        Start = first.Start,
        End = first.End,
        Working = first.Visit.Minutes,
        Paid = first.Visit.Minutes,
        Engagement = first.Visit.Minutes,
        HasBreak = first.Visit.BreakInside,
        HasNight = first.Visit.IsNight,
        WakingNights = first.Visit.Kind == VisitKind.WakingNight ? 1 : 0,
    };

    /// <summary>Goes on with another visit after a gap of which some minutes are paid.</summary>
    public PlannedDuty Then(in Booking next, int paidGap, int splits, bool isBreak, int engagementMin)
    {
        var topUp = splits > 0 ? Math.Max(0, engagementMin - Engagement) : 0;
        var work = paidGap + next.Visit.Minutes;
        return this with
        {
            End = next.End,
            Working = Working + work,
            Paid = Paid + topUp + work,
            Engagement = splits > 0 ? work : Engagement + work,
            Splits = Splits + splits,
            HasBreak = HasBreak || isBreak || next.Visit.BreakInside,
            HasNight = HasNight || next.Visit.IsNight,
            WakingNights = WakingNights + (next.Visit.Kind == VisitKind.WakingNight ? 1 : 0),
        };
    }

    public PlannedDuty Closed(int next, int engagementMin) =>
        this with { Next = next, Paid = Paid + Math.Max(0, engagementMin - Engagement) };
}
