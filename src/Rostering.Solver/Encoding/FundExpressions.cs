using Rostering.CpSat.Model;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Encoding;

/// <summary>What an encoded week takes from one fund: the free part as literals, the held part as a constant.</summary>
internal static class FundExpressions
{
    public static LinearExpr Money(RotaEncoding encoding, int fund)
    {
        LinearExprBuilder sum = LinearExpr.NewBuilder();
        foreach (EncodedWorker worker in encoding.Workers)
        {
            foreach (EncodedNode node in worker.Visits)
            {
                PreparedVisit visit = encoding.Problem.Visits[node.Item.Visit];
                Add(sum, node.Present, encoding.Problem.VisitMilliPence(worker.Worker, visit, node.Item.StartIndex) * Permille(encoding, node.Item.Visit, fund));
            }

            foreach (EncodedArc arc in worker.Arcs)
            {
                Add(sum, arc.Literal, arc.Shape.ReachesVisit ? worker.ArrivalMilliPence(arc.Shape) * Permille(encoding, arc.Shape.To.Visit, fund) : 0);
                Add(sum, arc.Literal, arc.Shape.LeavesVisit ? EncodedWorker.DepartureMilliPence(arc.Shape) * Permille(encoding, arc.Shape.From.Visit, fund) : 0);
            }
        }

        return sum.Add(HeldMoney(encoding, fund));
    }

    public static LinearExpr Minutes(RotaEncoding encoding, int fund)
    {
        LinearExprBuilder sum = LinearExpr.NewBuilder();
        foreach (EncodedVisit visit in encoding.Visits)
        {
            Add(sum, visit.Covered, (long)visit.Visit.Minutes * visit.Visit.Seats * Permille(encoding, visit.Visit.Index, fund));
        }

        return sum.Add(encoding.Problem.Visits
            .Where(visit => encoding.Visit(visit.Index) is null)
            .Sum(visit => (long)visit.Minutes * encoding.Scope.Held.Workers(visit.Index).Length * Permille(encoding, visit.Index, fund)));
    }

    private static long HeldMoney(RotaEncoding encoding, int fund)
    {
        HashSet<int> encoded = [.. encoding.Workers.Select(worker => worker.Worker.Index)];
        WorkerTimeline timeline = new(encoding.Problem);
        long sum = 0;
        foreach (int worker in encoding.Problem.Visits
            .Where(visit => Permille(encoding, visit.Index, fund) > 0)
            .SelectMany(visit => encoding.Scope.Held.Workers(visit.Index))
            .Where(worker => !encoded.Contains(worker))
            .Distinct())
        {
            timeline.Load(encoding.Scope.Held, worker);
            sum += timeline.Items.ToArray().Where(item => item.Visit >= 0).Sum(item => item.Charged * Permille(encoding, item.Visit, fund));
        }

        return sum;
    }

    private static void Add(LinearExprBuilder sum, ILiteral literal, long coefficient)
    {
        if (coefficient != 0)
        {
            sum.AddTerm(literal, coefficient);
        }
    }

    private static long Permille(RotaEncoding encoding, int visit, int fund)
    {
        foreach ((int index, int permille) in encoding.Problem.Visits[visit].Funds)
        {
            if (index == fund)
            {
                return permille;
            }
        }

        return 0;
    }
}
