using Rostering.CpSat.Model;

namespace Rostering.Solver.Encoding;

/// <summary>
/// Keeps a running sum within its limit where a run ends. Only a lower bound of the sum is carried, and only where some run through a node
/// could break the limit: most runs cannot, and need no variable at all.
/// </summary>
internal sealed class RunLimit(CpModel model, EncodedWorker worker, RunTerms terms)
{
    private readonly LinearExpr?[] sums = new LinearExpr?[worker.Nodes.Count];

    // Least and most that a run can come to at a node.
    private readonly long[] low = new long[worker.Nodes.Count];
    private readonly long[] high = new long[worker.Nodes.Count];

    // Up to safe, every way on keeps the limit; above open, none does.
    private readonly long[] safe = new long[worker.Nodes.Count];
    private readonly long[] open = new long[worker.Nodes.Count];

    public void Apply()
    {
        foreach (EncodedNode node in worker.Nodes)
        {
            Reach(node);
        }

        foreach (EncodedNode node in worker.Nodes.Reverse())
        {
            LookAhead(node);
        }

        foreach (EncodedNode node in worker.Nodes.Where(node => high[node.Index] > safe[node.Index]))
        {
            Constrain(node);
        }
    }

    private void Reach(EncodedNode node)
    {
        bool begins = node.Into.Any(arc => !terms.Continues(arc.Shape));
        (long least, long most) = begins ? (terms.Start(node), terms.Start(node)) : (RunTerms.NoLimit, -RunTerms.NoLimit);
        foreach (EncodedArc arc in Onward(node))
        {
            int before = arc.From!.Index;
            least = Math.Min(least, low[before] + terms.Step(arc) - terms.Relief(arc.From).Max);
            most = Math.Max(most, high[before] + terms.Step(arc));
        }

        (low[node.Index], high[node.Index]) = (least, most);
    }

    private void LookAhead(EncodedNode node)
    {
        (long every, long some) = (RunTerms.NoLimit, -RunTerms.NoLimit);
        foreach (EncodedArc arc in node.From)
        {
            (long all, long best) = terms.Continues(arc.Shape)
                ? (safe[arc.To!.Index] - terms.Step(arc), open[arc.To.Index] - terms.Step(arc))
                : (terms.Limit(arc.Shape), terms.Slack is null ? terms.Limit(arc.Shape) : RunTerms.NoLimit);
            every = Math.Min(every, all);
            some = Math.Max(some, best + terms.Relief(node).Max);
        }

        (safe[node.Index], open[node.Index]) = (every, some);
    }

    private void Constrain(EncodedNode node)
    {
        int index = node.Index;
        long least = Math.Max(safe[index], low[index]);
        long most = Math.Min(high[index], open[index]);
        if (least > most)
        {
            model.AddBoolOr(node.Present.Not()); // However a run came here, it cannot go on within the limit.
            return;
        }

        IntVar sum = model.NewIntVar(least, most, $"run_{worker.Worker.Index}_{index}");
        sums[index] = sum;
        foreach (EncodedArc arc in Onward(node).Where(arc => sums[arc.From!.Index] is not null && high[arc.From.Index] + terms.Step(arc) > least))
        {
            model.Add(sum >= sums[arc.From!.Index]! - terms.Relief(arc.From).Amount + terms.Step(arc)).OnlyEnforceIf(arc.Literal);
        }

        if (terms.Start(node) > least)
        {
            model.Add(sum >= terms.Start(node)).OnlyEnforceIf([node.Present, .. Onward(node).Select(arc => arc.Literal.Not())]);
        }

        End(node, sum, most);
    }

    private void End(EncodedNode node, IntVar sum, long most)
    {
        long[] limits = [.. node.From.Where(arc => !terms.Continues(arc.Shape)).Select(arc => terms.Limit(arc.Shape)).Distinct().Where(bound => bound < most)];
        if (limits.Length == 0)
        {
            return;
        }

        LinearExpr less = sum - terms.Relief(node).Amount;
        LinearExpr kept = terms.Slack is null ? less : less - terms.Slack(node, most - limits.Min());
        foreach (long bound in limits)
        {
            model.Add(kept <= bound).OnlyEnforceIf(worker.Leaves(node, arc => !terms.Continues(arc) && terms.Limit(arc) == bound));
        }
    }

    private IEnumerable<EncodedArc> Onward(EncodedNode node) => node.Into.Where(arc => terms.Continues(arc.Shape));
}
