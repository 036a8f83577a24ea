using Rostering.CpSat.Model;

namespace Rostering.Solver.Encoding;

/// <summary>A sum that runs along duties or stretches, and what it may come to where a run ends.</summary>
public sealed record RunTerms
{
    /// <summary>Where a limit is asked for and there is none.</summary>
    public const long NoLimit = long.MaxValue / 4;

    /// <summary>Value at a node that begins a run.</summary>
    public required Func<EncodedNode, long> Start { get; init; }

    /// <summary>What an arc that continues adds, the work it reaches included.</summary>
    public required Func<EncodedArc, long> Step { get; init; }

    /// <summary>Whether the run goes on over an arc.</summary>
    public required Func<ArcShape, bool> Continues { get; init; }

    /// <summary>The most a run may come to that ends with an arc; <see cref="NoLimit"/> where anything may.</summary>
    public required Func<ArcShape, long> Limit { get; init; }

    /// <summary>What leaving a node takes off, 0 or more, with the most it can be.</summary>
    public Func<EncodedNode, (LinearExpr Amount, long Max)> Relief { get; init; } = _ => (LinearExpr.Constant(0), 0);

    /// <summary>
    /// What a run that ends with a node may exceed the limit by, priced by whoever gives it; asked for once for each node where a run can,
    /// with the most that it can. <c>null</c> for a hard limit.
    /// </summary>
    public Func<EncodedNode, long, LinearExpr>? Slack { get; init; }
}
