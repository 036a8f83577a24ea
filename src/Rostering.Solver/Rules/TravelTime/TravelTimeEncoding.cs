using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.TravelTime;

/// <summary>Leaves out every arc over which the journey does not fit, or along which two pieces of work overlap.</summary>
public sealed class TravelTimeEncoding : RuleEncoding
{
    /// <inheritdoc/>
    public override bool ForbidsArc(in ArcShape arc) => (arc.LeavesVisit || arc.ReachesVisit) && arc.Idle < 0;
}
