using Rostering.CpSat.Model;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Encoding;

/// <summary>
/// What a duty is worth against the time it ties up: 1,000 × paid minutes − a rate × tied-up minutes, from leaving home to being back.
/// </summary>
public static class DutyWorth
{
    private const long Permille = 1000;

    /// <summary>For each node of a worker, the worth of the duty if it ends there; what it would be elsewhere binds nothing.</summary>
    /// <param name="rate">Paid over tied-up time that makes a worth of 0, in thousandths.</param>
    public static IReadOnlyList<LinearExpr> AtEnd(RotaEncoding encoding, EncodedWorker worker, int rate)
    {
        long topUpMax = encoding.Problem.Limits[ParameterKeys.EngagementPaidMinutesMin] * Permille;
        IReadOnlyList<LinearExpr> worth = worker.Accumulate(
            node => (Length(node) * (Permille - rate)) - (rate * FromHome(node)),
            arc => ((arc.Shape.PaidMinutes + Length(arc.To!)) * Permille) - (rate * (arc.Shape.Minutes + Length(arc.To!))),
            arc => arc.DutyContinues,
            arc => arc.Shape.Kind == GapKind.Split ? (TopUp(worker, arc.From!), topUpMax) : (LinearExpr.Constant(0), 0));
        return [.. worker.Nodes.Select(node => worth[node.Index] + TopUp(worker, node) - (rate * ToHome(node)))];
    }

    private static LinearExpr TopUp(EncodedWorker worker, EncodedNode node) => LinearExpr.Term(worker.TopUps[node.Index], Permille);

    // No arc passes over fixed work: duties that begin at a node all come from home, or all from other work; and so where they end.
    private static long FromHome(EncodedNode node) =>
        node.Into.Where(arc => !arc.Shape.DutyContinues).Select(arc => (long)arc.Shape.FromHome.Minutes).DefaultIfEmpty(0).Max();

    private static long ToHome(EncodedNode node) =>
        node.From.Where(arc => !arc.Shape.DutyContinues).Select(arc => (long)arc.Shape.ToHome.Minutes).DefaultIfEmpty(0).Max();

    private static long Length(EncodedNode node) => node.Item.End - node.Item.Start;
}
