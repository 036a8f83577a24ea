using Rostering.CpSat.Model;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Encoding;

/// <summary>Builds a worker's nodes and arcs, leaving out what a rule forbids or held work makes impossible.</summary>
internal sealed class NetworkBuilder(RotaEncoding encoding, IReadOnlyList<RuleEncoding> rules)
{
    private readonly ArcShapes shapes = new(encoding.Problem);
    private readonly ILiteral held = encoding.Model.TrueLiteral();
    private readonly ILookup<int, int> freeVisits = encoding.Scope.Candidates
        .SelectMany(pair => pair.Value.Select(worker => (worker, visit: pair.Key)))
        .OrderBy(x => x.visit)
        .ToLookup(x => x.worker, x => x.visit);

    public EncodedWorker Build(PreparedWorker worker)
    {
        List<EncodedNode> nodes = [.. Fixed(worker), .. Held(worker), .. FreeNodes(worker)];
        nodes.Sort((a, b) => Order(a).CompareTo(Order(b)));
        for (int i = 0; i < nodes.Count; i++)
        {
            nodes[i].Index = i;
            if (nodes[i].Item.Visit >= 0)
            {
                encoding.Visit(nodes[i].Item.Visit)?.Nodes.Add(nodes[i]);
            }
        }

        List<EncodedArc> arcs = Arcs(worker, nodes);
        Flow(nodes, arcs);
        return new EncodedWorker(encoding.Model, encoding.Problem, worker, nodes, arcs);
    }

    // The timeline's order: by start, fixed duties first, then by visit.
    private static (int, int) Order(EncodedNode node) => (node.Item.Start, node.Item.Visit);

    private IEnumerable<EncodedNode> Fixed(PreparedWorker worker) => worker.FixedDuties.Select(duty =>
        new EncodedNode(worker, new TimelineItem(-1, -1, duty.Time.Start, duty.Time.End, -1, duty.Outside, 0), held, held: true));

    private IEnumerable<EncodedNode> Held(PreparedWorker worker) => encoding.Scope.Held.Visits(worker.Index).ToArray()
        .Where(visit => !encoding.Scope.Free(visit))
        .Select(visit => new EncodedNode(worker, Item(encoding.Problem.Visits[visit], encoding.Scope.Held.StartIndex(visit)), held, held: true));

    private IEnumerable<EncodedNode> FreeNodes(PreparedWorker worker) =>
        from v in freeVisits[worker.Index]
        let visit = encoding.Problem.Visits[v]
        from start in Enumerable.Range(0, visit.Starts.Length)
        where !rules.Any(rule => rule.ForbidsNode(encoding.Problem, worker, visit, start))
        select new EncodedNode(worker, Item(visit, start), encoding.Model.NewBoolVar($"present_{worker.Index}_{v}_{start}"), held: false);

    private static TimelineItem Item(PreparedVisit visit, int start) =>
        new(visit.Index, start, visit.Starts[start], visit.Starts[start] + visit.Minutes, visit.Place, Outside: false, 0);

    private List<EncodedArc> Arcs(PreparedWorker worker, List<EncodedNode> nodes)
    {
        List<EncodedArc> arcs = [];
        int firstHeld = nodes.FindIndex(node => node.Held);
        int lastHeld = nodes.FindLastIndex(node => node.Held);
        for (int i = 0; i < nodes.Count; i++)
        {
            if (firstHeld < 0 || i <= firstHeld)
            {
                Add(arcs, shapes.First(worker, nodes[i].Item), null, nodes[i]);
            }

            AddOnward(arcs, worker, nodes, i);
            if (i >= lastHeld)
            {
                Add(arcs, shapes.Last(worker, nodes[i].Item), nodes[i], null);
            }
        }

        if (firstHeld < 0)
        {
            Add(arcs, ArcShapes.Empty(worker), null, null);
        }

        return arcs;
    }

    // No arc passes over held work.
    private void AddOnward(List<EncodedArc> arcs, PreparedWorker worker, List<EncodedNode> nodes, int i)
    {
        for (int j = i + 1; j < nodes.Count; j++)
        {
            if (nodes[j].Item.Visit < 0 || nodes[j].Item.Visit != nodes[i].Item.Visit)
            {
                Add(arcs, shapes.Between(worker, nodes[i].Item, nodes[j].Item), nodes[i], nodes[j]);
            }

            if (nodes[j].Held)
            {
                return;
            }
        }
    }

    private void Add(List<EncodedArc> arcs, in ArcShape shape, EncodedNode? from, EncodedNode? to)
    {
        foreach (RuleEncoding rule in rules)
        {
            if (rule.ForbidsArc(shape))
            {
                return;
            }
        }

        EncodedArc arc = new(shape, from, to, encoding.Model.NewBoolVar($"arc_{shape.Worker.Index}_{from?.Index}_{to?.Index}"));
        from?.From.Add(arc);
        to?.Into.Add(arc);
        arcs.Add(arc);
    }

    private void Flow(List<EncodedNode> nodes, List<EncodedArc> arcs)
    {
        CpModel model = encoding.Model;
        model.AddExactlyOne(arcs.Where(arc => arc.From is null).Select(arc => (ILiteral)arc.Literal));
        model.AddExactlyOne(arcs.Where(arc => arc.To is null).Select(arc => (ILiteral)arc.Literal));
        foreach (EncodedNode node in nodes)
        {
            model.AddExactlyOne([.. node.Into.Select(arc => (ILiteral)arc.Literal), node.Present.Not()]);
            model.AddExactlyOne([.. node.From.Select(arc => (ILiteral)arc.Literal), node.Present.Not()]);
        }
    }
}
