using Rostering.CpSat.Model;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Encoding;

/// <summary>One worker's week as a path through nodes in order of time, from the start of the week to its end.</summary>
public sealed class EncodedWorker
{
    private readonly CpModel model;
    private readonly PreparedProblem problem;
    private readonly Dictionary<EncodedNode, ILiteral> dutyEnds = [];
    private IReadOnlyList<LinearExpr>? topUps;
    private IReadOnlyList<LinearExpr>? workingInDuty;

    internal EncodedWorker(CpModel model, PreparedProblem problem, PreparedWorker worker, IReadOnlyList<EncodedNode> nodes, IReadOnlyList<EncodedArc> arcs)
    {
        (this.model, this.problem, Worker, Nodes, Arcs) = (model, problem, worker, nodes, arcs);
    }

    public PreparedWorker Worker { get; }

    /// <summary>Nodes in order of time.</summary>
    public IReadOnlyList<EncodedNode> Nodes { get; }

    /// <summary>All arcs, those of the week's start and end included.</summary>
    public IReadOnlyList<EncodedArc> Arcs { get; }

    /// <summary>Nodes that are visits.</summary>
    public IEnumerable<EncodedNode> Visits => Nodes.Where(node => node.Item.Visit >= 0);

    /// <summary>
    /// A sum that runs along each duty or engagement: at a node whose way in does not continue, its own start value; else the value of the
    /// node before plus the step of the arc. Fully determined in every solution.
    /// </summary>
    /// <param name="start">Value at a node that begins a run.</param>
    /// <param name="step">What an arc that continues adds, the work it reaches included.</param>
    /// <param name="continues">Whether the run goes on over an arc.</param>
    /// <param name="enter">What beginning a run over a given arc adds besides.</param>
    public IReadOnlyList<LinearExpr> Accumulate(
        Func<EncodedNode, long> start,
        Func<EncodedArc, long> step,
        Func<ArcShape, bool> continues,
        Func<EncodedArc, long>? enter = null) => new RunningSum(model, start, step, continues, enter).Over(Nodes);

    /// <summary>Keeps a sum that runs along each duty or stretch within a limit where the run ends.</summary>
    public void LimitRuns(RunTerms terms) => new RunLimit(model, this, terms).Apply();

    /// <summary>True when a duty ends with this node.</summary>
    public ILiteral EndsDuty(EncodedNode node) => Leaves(node, arc => !arc.DutyContinues);

    /// <summary>True when the worker leaves a node over such an arc.</summary>
    public ILiteral Leaves(EncodedNode node, Func<ArcShape, bool> over)
    {
        EncodedArc[] arcs = [.. node.From.Where(arc => over(arc.Shape))];
        if (arcs.Length == node.From.Count)
        {
            return node.Present;
        }

        bool endsDuty = arcs.SequenceEqual(node.From.Where(arc => !arc.Shape.DutyContinues));
        return endsDuty && dutyEnds.TryGetValue(node, out ILiteral? known) ? known : NewLeaves(node, arcs, endsDuty);
    }

    /// <summary>Paid minutes added to an engagement that ends with a node, so that it reaches the least paid; 0 elsewhere.</summary>
    public IReadOnlyList<LinearExpr> TopUps => topUps ??= EncodeTopUps();

    /// <summary>Working minutes of a duty up to and with each node.</summary>
    public IReadOnlyList<LinearExpr> WorkingInDuty => workingInDuty ??= Accumulate(
        node => node.Item.End - node.Item.Start, arc => arc.Shape.PaidMinutes + arc.To!.Item.End - arc.To.Item.Start, arc => arc.DutyContinues);

    /// <summary>Paid minutes of the week.</summary>
    public LinearExpr PaidMinutes() => Minutes(outside: false).AddSum(TopUps);

    /// <summary>Working minutes of the week, work for others included.</summary>
    public LinearExpr WorkingMinutes() => Minutes(outside: true);

    /// <summary>Cost to the provider of the worker's week, in thousandths of a penny.</summary>
    public LinearExpr MilliPence()
    {
        LinearExprBuilder sum = LinearExpr.NewBuilder(Nodes.Count + Arcs.Count);
        foreach (EncodedNode node in Visits)
        {
            sum.AddTerm(node.Present, problem.VisitMilliPence(Worker, problem.Visits[node.Item.Visit], node.Item.StartIndex));
            sum.AddTerm(TopUps[node.Index], problem.MinuteMilliPence(Worker, problem.Visits[node.Item.Visit].Team));
        }

        foreach (EncodedArc arc in Arcs)
        {
            sum.AddTerm(arc.Literal, ArrivalMilliPence(arc.Shape) + DepartureMilliPence(arc.Shape));
        }

        return sum;
    }

    /// <summary>What an arc costs that is charged to the visit it reaches: journey, paid wait, taxi from home.</summary>
    internal long ArrivalMilliPence(in ArcShape arc)
    {
        if (!arc.ReachesVisit)
        {
            return 0;
        }

        return arc.DutyContinues
            ? (arc.PaidMinutes * problem.MinuteMilliPence(Worker, problem.Visits[arc.To.Visit].Team)) + problem.Travel.MilliPence(arc.Journey)
            : arc.FromHome.TaxiPence * 1000L;
    }

    /// <summary>What an arc costs that is charged to the visit it leaves: a taxi home.</summary>
    internal static long DepartureMilliPence(in ArcShape arc) => arc.LeavesVisit && !arc.DutyContinues ? arc.ToHome.TaxiPence * 1000L : 0;

    private LinearExprBuilder Minutes(bool outside)
    {
        LinearExprBuilder sum = LinearExpr.NewBuilder(Nodes.Count + Arcs.Count);
        foreach (EncodedNode node in Nodes)
        {
            if (node.Item.Visit >= 0)
            {
                sum.AddTerm(node.Present, node.Item.End - node.Item.Start);
            }
            else if (outside && node.Item.Outside)
            {
                sum.Add((long)(node.Item.End - node.Item.Start));
            }
        }

        foreach (EncodedArc arc in Arcs.Where(arc => arc.Shape.PaidMinutes > 0))
        {
            sum.AddTerm(arc.Literal, arc.Shape.PaidMinutes);
        }

        return sum;
    }

    private IReadOnlyList<LinearExpr> EncodeTopUps()
    {
        int least = problem.Limits[ParameterKeys.EngagementPaidMinutesMin];
        IReadOnlyList<LinearExpr> engaged = Accumulate(
            node => node.Item.End - node.Item.Start,
            arc => arc.Shape.PaidMinutes + arc.To!.Item.End - arc.To.Item.Start,
            arc => arc.EngagementContinues,
            enter: arc => arc.Shape.PaidMinutes);
        return [.. Nodes.Select(node => TopUp(node, engaged[node.Index], least))];
    }

    private LinearExpr TopUp(EncodedNode node, LinearExpr engaged, int least)
    {
        if (node.Item.Visit < 0 || node.Item.End - node.Item.Start >= least)
        {
            return LinearExpr.Constant(0);
        }

        ILiteral ends = Leaves(node, arc => !arc.EngagementContinues);
        IntVar lacking = model.NewIntVar(0, least, $"lacking_{Worker.Index}_{node.Index}");
        model.AddMaxEquality(lacking, LinearExpr.Constant(0), least - engaged);
        IntVar topUp = model.NewIntVar(0, least, $"top_up_{Worker.Index}_{node.Index}");
        model.Add(topUp == lacking).OnlyEnforceIf(ends);
        model.Add(topUp == 0).OnlyEnforceIf(ends.Not());
        return topUp;
    }

    private BoolVar NewLeaves(EncodedNode node, EncodedArc[] arcs, bool endsDuty)
    {
        BoolVar literal = model.NewBoolVar($"leaves_{Worker.Index}_{node.Index}");
        model.Add(LinearExpr.Sum(arcs.Select(arc => (ILiteral)arc.Literal)) == literal);
        if (endsDuty)
        {
            dutyEnds.Add(node, literal);
        }

        return literal;
    }
}
