using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Encoding;

/// <summary>
/// Two pieces of work of one worker with nothing between them, as known before any literal exists. Where <see cref="FromStart"/> holds,
/// <see cref="To"/> is the week's first work; where <see cref="ToEnd"/> holds, <see cref="From"/> is its last; both hold for an empty week.
/// </summary>
/// <param name="Kind">Kind of the gap; <c>null</c> at the start and the end of the week.</param>
/// <param name="FromHome">Journey from home where the arc begins a duty.</param>
/// <param name="ToHome">Journey home where the arc ends a duty.</param>
public readonly record struct ArcShape(
    PreparedWorker Worker, TimelineItem From, TimelineItem To, bool FromStart, bool ToEnd, GapKind? Kind, int Minutes, Journey Journey, int Idle, Journey FromHome, Journey ToHome)
{
    /// <summary>The duty goes on over this gap.</summary>
    public bool DutyContinues => Kind is GapKind.Paid or GapKind.Outing or GapKind.Split;

    /// <summary>The engagement goes on over this gap.</summary>
    public bool EngagementContinues => Kind is GapKind.Paid or GapKind.Outing;

    /// <summary>Minutes of the gap that are paid.</summary>
    public int PaidMinutes => DutyContinues ? TimelineTerms.PaidMinutes(new TimelineGap(Kind!.Value, Minutes, Journey, Idle)) : 0;

    /// <summary>The arc leaves a visit.</summary>
    public bool LeavesVisit => !FromStart && From.Visit >= 0;

    /// <summary>The arc arrives at a visit.</summary>
    public bool ReachesVisit => !ToEnd && To.Visit >= 0;
}
