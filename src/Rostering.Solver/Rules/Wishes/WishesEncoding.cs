using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.Wishes;

/// <summary>Pairs weigh on their nodes, starts on their literals. A wish to work: missed ≥ 1 − Σ nodes that overlap it.</summary>
public sealed class WishesEncoding() : PairEncoding(new WishesRule())
{
    public override void Encode(RotaEncoding encoding)
    {
        base.Encode(encoding);
        foreach (EncodedVisit visit in encoding.Visits.Where(visit => visit.Visit.Wanted >= 0))
        {
            encoding.Objective.Add(WishesRule.Start, visit.MinutesFrom(visit.Visit.Wanted));
        }

        foreach (EncodedWorker worker in encoding.Workers)
        {
            EncodeWork(encoding, worker);
        }
    }

    private static void EncodeWork(RotaEncoding encoding, EncodedWorker worker)
    {
        foreach (MinuteSpan time in worker.Worker.Wishes.Where(wish => wish.Kind == WishKind.Work).Select(wish => wish.Time))
        {
            IEnumerable<ILiteral> meets = worker.Visits.Where(node => time.Overlap(node.Item.Start, node.Item.End) > 0).Select(node => node.Present);
            encoding.Objective.Add(WishesRule.Work, encoding.Excess(1 - LinearExpr.Sum(meets), 1, $"wish_{worker.Worker.Index}_{time.Start}"));
        }
    }
}
