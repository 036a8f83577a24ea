using Rostering.Solver.Encoding;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.SplitLength;

/// <summary>Leaves out every split that is too long.</summary>
public sealed class SplitLengthEncoding : RuleEncoding
{
    /// <inheritdoc/>
    public override bool ForbidsArc(in ArcShape arc) => arc.Kind == GapKind.Split && arc.Idle > arc.Worker.SplitMinutesMax;
}
