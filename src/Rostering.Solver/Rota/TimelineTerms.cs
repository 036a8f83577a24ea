using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rota;

/// <summary>How gaps between visits are classed and paid, from the parameters in force.</summary>
public sealed class TimelineTerms(Limits limits)
{
    /// <summary>A gap of this length or more ends a duty.</summary>
    public int DutyEndsAfterGap { get; } = limits[ParameterKeys.DutyEndsAfterGapMinutes];

    /// <summary>Idle minutes up to which a wait is paid and splits nothing.</summary>
    public int PaidWaitMax { get; } = limits[ParameterKeys.PaidWaitMinutesMax];

    /// <summary>Least minutes paid for an engagement.</summary>
    public int EngagementPaidMin { get; } = limits[ParameterKeys.EngagementPaidMinutesMin];

    /// <summary>Classes the gap between two items of one worker.</summary>
    public TimelineGap Gap(PreparedProblem problem, PreparedWorker worker, in TimelineItem a, in TimelineItem b)
    {
        int minutes = b.Start - a.End;
        if (minutes >= DutyEndsAfterGap)
        {
            return new TimelineGap(GapKind.Rest, minutes, Journey.None, minutes);
        }

        if (a.Visit < 0 || b.Visit < 0)
        {
            return new TimelineGap(GapKind.Elsewhere, minutes, Journey.None, minutes);
        }

        Journey journey = problem.Travel.Leave(worker, a.Place, b.Place, a.End);
        int idle = minutes - journey.Minutes;
        int outing = problem.Visits[a.Visit].Outing;
        GapKind kind = outing >= 0 && outing == problem.Visits[b.Visit].Outing ? GapKind.Outing : idle <= PaidWaitMax ? GapKind.Paid : GapKind.Split;
        return new TimelineGap(kind, minutes, journey, idle);
    }

    /// <summary>Minutes of a gap that are paid: the journey, and the wait unless the gap is a split.</summary>
    public static int PaidMinutes(in TimelineGap gap) => gap.Journey.Minutes + (gap.Kind is GapKind.Paid or GapKind.Outing ? Math.Max(0, gap.Idle) : 0);
}

/// <summary>Running sums of a duty while its items are walked through.</summary>
internal struct DutyClocks
{
    private int engagement;

    public int Working { get; private set; }
    public int MinimumWage { get; private set; }
    public int Paid { get; private set; }
    public int TopUp { get; private set; }
    public int Splits { get; private set; }
    public bool Night { get; private set; }
    public bool Hazard { get; private set; }
    public bool HasBreak { get; private set; }

    public void Add(PreparedVisit visit, in TimelineGap before, bool arriving, int breakMinutes)
    {
        int approach = arriving ? TimelineTerms.PaidMinutes(before) : 0;
        bool asleep = visit.Source.Kind == VisitKind.Sleepover;
        Working += approach + visit.Minutes;
        MinimumWage += approach + (asleep ? 0 : visit.Minutes);
        Paid += approach + visit.Minutes;
        engagement += approach + visit.Minutes;
        Splits += arriving && before.Kind == GapKind.Split ? 1 : 0;
        Night |= visit.Night;
        Hazard |= visit.Source.SpecialHazard;
        HasBreak |= visit.HoldsBreak || (arriving && before.Idle >= breakMinutes);
    }

    /// <summary>Closes an engagement and gives the minutes by which its pay is topped up.</summary>
    public int EndEngagement(TimelineTerms terms)
    {
        int topUp = Math.Max(0, terms.EngagementPaidMin - engagement);
        (Paid, TopUp, engagement) = (Paid + topUp, TopUp + topUp, 0);
        return topUp;
    }
}
