using System.Runtime.InteropServices;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rota;

/// <summary>What lies between two pieces of work of one worker.</summary>
public enum GapKind
{
    /// <summary>Travel and a short wait, both paid: the engagement goes on.</summary>
    Paid,

    /// <summary>A wait that the person's own outing makes, paid however long.</summary>
    Outing,

    /// <summary>Unpaid time inside a duty, with paid travel.</summary>
    Split,

    /// <summary>Time that ends a duty.</summary>
    Rest,

    /// <summary>A gap next to work the rota does not plan.</summary>
    Elsewhere,
}

/// <summary>A piece of work: a visit, or a fixed duty where <paramref name="Visit"/> is -1.</summary>
/// <param name="StartIndex">Index into the visit's starts.</param>
/// <param name="Charged">Cost of the visit with the journey and wait before it, in thousandths of a penny.</param>
public readonly record struct TimelineItem(int Visit, int StartIndex, int Start, int End, int Place, bool Outside, long Charged);

/// <summary>What lies between item <c>k</c> and item <c>k + 1</c>.</summary>
/// <param name="Minutes">From the end of the one to the start of the other; negative where they overlap.</param>
/// <param name="Idle">Minutes left after the journey; negative where the journey does not fit.</param>
public readonly record struct TimelineGap(GapKind Kind, int Minutes, Journey Journey, int Idle);

/// <summary>Work without a rest between: the unit of splits, breaks, span and worth-its-while.</summary>
/// <param name="First">Position of its first item.</param>
/// <param name="Last">Position of its last item.</param>
/// <param name="Working">Working-time clock (law): visits, sleepovers whole, journeys between, paid waits.</param>
/// <param name="MinimumWage">Minimum-wage clock: as working time, but asleep does not count.</param>
/// <param name="Paid">Paid clock: as working time, with every engagement topped up to the least paid.</param>
/// <param name="TiedUp">From leaving home to being back.</param>
/// <param name="TopUp">Paid minutes for which no work was done.</param>
public readonly record struct Duty(
    int First, int Last, int Start, int End, int Working, int MinimumWage, int Paid, int TiedUp, int TopUp, int Splits, bool Night, bool Hazard, bool Break,
    Journey FromHome, Journey ToHome)
{
    public int Span => End - Start;
}

/// <summary>
/// One worker's week laid out: items, the gaps between them and the duties they form, with the four clocks and the cost. Loaded anew for
/// every candidate the search looks at, hence reusable and free of allocation.
/// </summary>
public sealed class WorkerTimeline(PreparedProblem problem)
{
    private readonly List<TimelineItem> items = [];
    private readonly List<TimelineGap> gaps = [];
    private readonly List<Duty> duties = [];
    private readonly TimelineTerms terms = new(problem.Limits);

    public PreparedProblem Problem { get; } = problem;
    public PreparedWorker Worker { get; private set; } = null!;
    public ReadOnlySpan<TimelineItem> Items => CollectionsMarshal.AsSpan(items);
    public ReadOnlySpan<TimelineGap> Gaps => CollectionsMarshal.AsSpan(gaps);
    public ReadOnlySpan<Duty> Duties => CollectionsMarshal.AsSpan(duties);

    /// <summary>Working minutes of the week, work for others included.</summary>
    public int WorkingMinutes { get; private set; }

    /// <summary>Working minutes of the week done for others.</summary>
    public int OutsideMinutes => Worker.OutsideMinutes;

    /// <summary>Paid minutes of the week.</summary>
    public int PaidMinutes { get; private set; }

    /// <summary>Cost to the provider, in thousandths of a penny.</summary>
    public long MilliPence { get; private set; }

    /// <summary>Metres driven between visits.</summary>
    public int DrivenMetres { get; private set; }

    /// <summary>Visits in the week.</summary>
    public int VisitCount { get; private set; }

    /// <summary>Lays out the visits a schedule gives to a worker.</summary>
    public void Load(Schedule schedule, int worker) => Load(schedule, worker, extra: -1, extraStart: -1);

    /// <summary>Lays out a worker's week as it would be with a visit more, which the schedule does not give to them.</summary>
    /// <param name="extraStart">Index into the visit's starts.</param>
    public void Load(Schedule schedule, int worker, int extra, int extraStart)
    {
        Clear(Problem.Workers[worker]);
        int next = 0;
        foreach (int visit in schedule.Visits(worker))
        {
            if (extra >= 0 && Problem.Visits[extra].Starts[extraStart] < schedule.Start(visit))
            {
                AddVisit(extra, extraStart, ref next);
                extra = -1;
            }

            AddVisit(visit, schedule.StartIndex(visit), ref next);
        }

        if (extra >= 0)
        {
            AddVisit(extra, extraStart, ref next);
        }

        AddFixedBefore(int.MaxValue, ref next);
        LayGaps();
        LayDuties();
    }

    private void AddVisit(int visit, int startIndex, ref int nextFixed)
    {
        PreparedVisit data = Problem.Visits[visit];
        int start = data.Starts[startIndex];
        AddFixedBefore(start, ref nextFixed);
        items.Add(new TimelineItem(visit, startIndex, start, start + data.Minutes, data.Place, Outside: false, 0));
        VisitCount++;
    }

    private void Clear(PreparedWorker worker)
    {
        Worker = worker;
        items.Clear();
        gaps.Clear();
        duties.Clear();
        (WorkingMinutes, PaidMinutes, MilliPence, DrivenMetres, VisitCount) = (0, 0, 0, 0, 0);
    }

    private void AddFixedBefore(int start, ref int next)
    {
        for (; next < Worker.FixedDuties.Length && Worker.FixedDuties[next].Time.Start <= start; next++)
        {
            FixedDuty duty = Worker.FixedDuties[next];
            items.Add(new TimelineItem(-1, -1, duty.Time.Start, duty.Time.End, -1, duty.Outside, 0));
        }
    }

    private void LayGaps()
    {
        for (int k = 0; k + 1 < items.Count; k++)
        {
            gaps.Add(terms.Gap(Problem, Worker, items[k], items[k + 1]));
        }
    }

    private void LayDuties()
    {
        WorkingMinutes = OutsideMinutes;
        for (int first = 0; first < items.Count; first++)
        {
            if (items[first].Visit < 0)
            {
                continue;
            }

            int last = first;
            while (last < gaps.Count && gaps[last].Kind is not (GapKind.Rest or GapKind.Elsewhere))
            {
                last++;
            }

            AddDuty(first, last);
            first = last;
        }
    }

    private void AddDuty(int first, int last)
    {
        Journey fromHome = first > 0 && gaps[first - 1].Kind == GapKind.Elsewhere ? Journey.None : Problem.Travel.Arrive(Worker, items[first].Place, items[first].Start);
        Journey toHome = last < gaps.Count && gaps[last].Kind == GapKind.Elsewhere ? Journey.None : Problem.Travel.GoHome(Worker, items[last].Place, items[last].End);
        DutyClocks clocks = default;
        for (int k = first; k <= last; k++)
        {
            PreparedVisit visit = Problem.Visits[items[k].Visit];
            bool arriving = k > first;
            TimelineGap before = arriving ? gaps[k - 1] : default;
            clocks.Add(visit, before, arriving, Worker.Break);
            long charged = Problem.VisitMilliPence(Worker, visit, items[k].StartIndex)
                + (arriving ? ApproachMilliPence(visit, before) : fromHome.TaxiPence * 1000L)
                + (k == last ? toHome.TaxiPence * 1000L : 0);
            items[k] = items[k] with { Charged = charged };
            bool engagementEnds = k == last || gaps[k].Kind == GapKind.Split;
            long topUp = engagementEnds ? clocks.EndEngagement(terms) : 0;
            MilliPence += charged + (topUp * Problem.MinuteMilliPence(Worker, visit.Team));
            DrivenMetres += arriving ? before.Journey.DrivenMetres : 0;
        }

        WorkingMinutes += clocks.Working;
        PaidMinutes += clocks.Paid;
        duties.Add(new Duty(
            first, last, items[first].Start, items[last].End, clocks.Working, clocks.MinimumWage, clocks.Paid,
            items[last].End - items[first].Start + fromHome.Minutes + toHome.Minutes, clocks.TopUp, clocks.Splits, clocks.Night, clocks.Hazard,
            clocks.HasBreak, fromHome, toHome));
    }

    private long ApproachMilliPence(PreparedVisit visit, TimelineGap before) =>
        (TimelineTerms.PaidMinutes(before) * Problem.MinuteMilliPence(Worker, visit.Team)) + Problem.Travel.MilliPence(before.Journey);
}
