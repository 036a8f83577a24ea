using Rostering.CpSat.Model;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.Burden;

/// <summary>Asks weigh on their nodes and splits on their arcs. Days off: a literal for each day; excess ≥ wanted − 7 + days worked. Unsocial minutes: excess ≥ Σ − share.</summary>
public sealed class BurdenEncoding() : PairEncoding(new BurdenRule())
{
    public override void Encode(RotaEncoding encoding)
    {
        base.Encode(encoding);
        foreach (EncodedWorker worker in encoding.Workers)
        {
            EncodedArc[] splits = [.. worker.Arcs.Where(arc => arc.Shape.Kind == GapKind.Split)];
            encoding.Objective.Add(BurdenRule.Split, LinearExpr.Sum(splits.Select(arc => (ILiteral)arc.Literal)));
            TiedUpEncoding.Encode(encoding, worker);
            EncodeDaysOff(encoding, worker);
            EncodeUnsocial(encoding, worker);
        }
    }

    private static void EncodeDaysOff(RotaEncoding encoding, EncodedWorker worker)
    {
        List<ILiteral> worked = [];
        for (int day = 0; day < BurdenRule.DaysOfWeek; day++)
        {
            uint bit = 1u << day;
            EncodedNode[] nodes = [.. worker.Nodes.Where(node => (BurdenRule.DaysTouched(encoding.Problem.Clock, node.Item) & bit) != 0)];
            if (nodes.FirstOrDefault(node => node.Held) is { } held)
            {
                worked.Add(held.Present);
            }
            else if (nodes.Length > 0)
            {
                worked.Add(encoding.AnyOf([.. nodes.Select(node => node.Present)], $"works_{worker.Worker.Index}_{day}"));
            }
        }

        int beyond = worker.Worker.ClearDaysOffWanted - BurdenRule.DaysOfWeek;
        if (beyond + worked.Count > 0)
        {
            encoding.Objective.Add(
                BurdenRule.DayOff, encoding.Excess(LinearExpr.Sum(worked) + beyond, beyond + worked.Count, $"days_off_short_{worker.Worker.Index}"));
        }
    }

    private static void EncodeUnsocial(RotaEncoding encoding, EncodedWorker worker)
    {
        LinearExprBuilder minutes = LinearExpr.NewBuilder();
        long most = 0;
        foreach (EncodedNode node in worker.Visits)
        {
            PreparedVisit visit = encoding.Problem.Visits[node.Item.Visit];
            minutes.AddTerm(node.Present, visit.UnsocialMinutes[node.Item.StartIndex]);
            most += visit.UnsocialMinutes[node.Item.StartIndex];
        }

        int share = worker.Worker.UnsocialShare;
        if (most > share)
        {
            encoding.Objective.Add(BurdenRule.Unsocial, encoding.Excess(minutes - share, most - share, $"unsocial_{worker.Worker.Index}"));
        }
    }
}
