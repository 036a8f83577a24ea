using Rostering.Solver.Encoding;

namespace Rostering.Solver.Rules.LastTransport;

/// <summary>Leaves out every arc with a journey that cannot be made.</summary>
public sealed class LastTransportEncoding : RuleEncoding
{
    /// <inheritdoc/>
    public override bool ForbidsArc(in ArcShape arc) => !arc.Journey.Possible || !arc.FromHome.Possible || !arc.ToHome.Possible;
}
