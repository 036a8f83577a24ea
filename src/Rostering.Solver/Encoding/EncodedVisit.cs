using Rostering.CpSat.Model;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Encoding;

/// <summary>A free visit: a literal for each start, of which at most one is true, and the workers' nodes.</summary>
public sealed class EncodedVisit
{
    internal EncodedVisit(CpModel model, PreparedVisit visit)
    {
        Visit = visit;
        Starts = [.. visit.Starts.Select((_, o) => model.NewBoolVar($"start_{visit.Index}_{o}"))];
        Covered = model.NewBoolVar($"covered_{visit.Index}");
        model.Add(LinearExpr.Sum(Starts.Cast<ILiteral>()) == Covered);
    }

    public PreparedVisit Visit { get; }

    /// <summary>For each start of the visit, whether it is taken.</summary>
    public IReadOnlyList<BoolVar> Starts { get; }

    /// <summary>Whether the visit is covered.</summary>
    public BoolVar Covered { get; }

    /// <summary>Nodes of this visit, over all workers and starts.</summary>
    public List<EncodedNode> Nodes { get; } = [];

    /// <summary>Whether a worker makes the visit: a sum of literals of which at most one is true; 0 for a worker who may not.</summary>
    public LinearExpr MadeBy(int worker) => LinearExpr.Sum(Nodes.Where(node => node.Worker.Index == worker).Select(node => node.Present));

    /// <summary>The start in minutes of the week; 0 while uncovered.</summary>
    public LinearExpr Start() => LinearExpr.WeightedSum(Starts, Visit.Starts.Select(start => (long)start));

    /// <summary>Minutes from the start to another minute, whichever comes first; 0 while uncovered.</summary>
    public LinearExpr MinutesFrom(int minute) => LinearExpr.WeightedSum(Starts, Visit.Starts.Select(start => (long)Math.Abs(start - minute)));
}
