using Rostering.CpSat.Model;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Encoding;

/// <summary>One worker at one piece of work at one time: a free visit that may be theirs, or work that is held.</summary>
public sealed class EncodedNode(PreparedWorker worker, TimelineItem item, ILiteral present, bool held)
{
    public PreparedWorker Worker { get; } = worker;

    /// <summary>The work, laid out as on a timeline.</summary>
    public TimelineItem Item { get; } = item;

    /// <summary>True when the worker does this work at this time.</summary>
    public ILiteral Present { get; } = present;

    /// <summary>The work is held: it is in every solution.</summary>
    public bool Held { get; } = held;

    /// <summary>Position among the worker's nodes, in order of time.</summary>
    public int Index { get; internal set; }

    /// <summary>Arcs that arrive here.</summary>
    public List<EncodedArc> Into { get; } = [];

    /// <summary>Arcs that leave from here.</summary>
    public List<EncodedArc> From { get; } = [];
}

/// <summary>An arc with its literal and its ends; an end is <c>null</c> at the start or the end of the week.</summary>
public sealed record EncodedArc(ArcShape Shape, EncodedNode? From, EncodedNode? To, BoolVar Literal);
