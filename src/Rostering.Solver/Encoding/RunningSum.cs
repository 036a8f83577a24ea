using Rostering.CpSat.Model;

namespace Rostering.Solver.Encoding;

/// <summary>Encodes a sum along runs of nodes; constant where it can only have one value.</summary>
internal sealed class RunningSum(
    CpModel model, Func<EncodedNode, long> start, Func<EncodedArc, long> step, Func<ArcShape, bool> continues, Func<EncodedArc, long>? enter)
{
    public IReadOnlyList<LinearExpr> Over(IReadOnlyList<EncodedNode> nodes)
    {
        var sums = new LinearExpr[nodes.Count];
        var lows = new long[nodes.Count];
        var highs = new long[nodes.Count];
        foreach (EncodedNode node in nodes)
        {
            EncodedArc[] arcs = [.. node.Into.Where(arc => continues(arc.Shape))];
            long begin = start(node);
            (lows[node.Index], highs[node.Index]) = (begin, begin);
            foreach (EncodedArc arc in arcs)
            {
                int before = arc.From!.Index;
                lows[node.Index] = Math.Min(lows[node.Index], lows[before] + step(arc));
                highs[node.Index] = Math.Max(highs[node.Index], highs[before] + step(arc));
            }

            foreach (long begun in Entering(node).Select(arc => begin + enter!(arc)))
            {
                lows[node.Index] = Math.Min(lows[node.Index], begun);
                highs[node.Index] = Math.Max(highs[node.Index], begun);
            }

            sums[node.Index] = lows[node.Index] == highs[node.Index]
                ? LinearExpr.Constant(begin)
                : Sum(node, arcs, sums, lows[node.Index], highs[node.Index]);
        }

        return sums;
    }

    private IntVar Sum(EncodedNode node, EncodedArc[] arcs, LinearExpr[] sums, long low, long high)
    {
        IntVar sum = model.NewIntVar(low, high, $"sum_{node.Worker.Index}_{node.Index}");
        foreach (EncodedArc arc in arcs)
        {
            model.Add(sum == sums[arc.From!.Index] + step(arc)).OnlyEnforceIf(arc.Literal);
        }

        EncodedArc[] entering = [.. Entering(node)];
        foreach (EncodedArc arc in entering)
        {
            model.Add(sum == start(node) + enter!(arc)).OnlyEnforceIf(arc.Literal);
        }

        model.Add(sum == start(node)).OnlyEnforceIf([.. arcs.Concat(entering).Select(arc => arc.Literal.Not())]);
        return sum;
    }

    // Arcs that begin a run with another value than the node's own.
    private IEnumerable<EncodedArc> Entering(EncodedNode node) =>
        enter is null ? [] : node.Into.Where(arc => !continues(arc.Shape) && enter(arc) != 0);
}
