using Rostering.CpSat.Model;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Encoding;

/// <summary>
/// What a duty lacks to be worth the time it ties up: a rate in thousandths × tied-up minutes − 1,000 × paid minutes, from leaving home to
/// being back. At most 0 in a duty that is worth it.
/// </summary>
public static class DutyWorth
{
    /// <summary>Lacking units that make one paid minute.</summary>
    public const int Permille = 1000;

    /// <summary>Keeps every duty worth its time at a rate, but for a slack.</summary>
    /// <param name="rate">Paid over tied-up time that a duty should reach, in thousandths.</param>
    /// <param name="slack">What a duty may lack, as in <see cref="RunTerms.Slack"/>.</param>
    public static void Limit(RotaEncoding encoding, EncodedWorker worker, int rate, Func<EncodedNode, long, LinearExpr>? slack = null)
    {
        int least = encoding.Problem.Limits[ParameterKeys.EngagementPaidMinutesMin];
        worker.LimitRuns(new RunTerms
        {
            Start = node => node.Item.Visit < 0 ? 0 : (rate * (FromHome(node) + Length(node))) - (Permille * Length(node)),
            Step = arc => (rate * (arc.Shape.Minutes + Length(arc.To!))) - (Permille * (arc.Shape.PaidMinutes + Length(arc.To!))),
            Continues = arc => arc.DutyContinues,
            Limit = arc => arc.LeavesVisit ? -rate * (long)arc.ToHome.Minutes : RunTerms.NoLimit,
            Relief = node => (LinearExpr.Term(worker.TopUps[node.Index], Permille), Permille * Math.Max(0, least - Length(node))),
            Slack = slack,
        });
    }

    // No arc passes over fixed work: duties that begin at a node all come from home, or all from other work.
    private static long FromHome(EncodedNode node) =>
        node.Into.Where(arc => !arc.Shape.DutyContinues).Select(arc => (long)arc.Shape.FromHome.Minutes).DefaultIfEmpty(0).Max();

    private static long Length(EncodedNode node) => node.Item.End - node.Item.Start;
}
