using Rostering.CpSat.Model;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Encoding;

/// <summary>A rule as constraints: the second half of the pair. Accepts exactly what the rule's checker accepts.</summary>
public abstract class RuleEncoding
{
    /// <summary>The worker may not make the visit at this start, whatever else happens: the node is never built.</summary>
    public virtual bool ForbidsNode(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex) => false;

    /// <summary>The two may not follow each other: the arc is never built.</summary>
    public virtual bool ForbidsArc(in ArcShape arc) => false;

    /// <summary>Adds the rule's constraints and objective terms to a model whose nodes and arcs exist.</summary>
    public virtual void Encode(RotaEncoding encoding)
    {
    }
}

/// <summary>The encoding of a pair rule: a pair that breaks a hard rule is not built; what another pair costs is weighed with its node.</summary>
public abstract class PairEncoding(IPairRule rule) : RuleEncoding
{
    private FindingSink? sink;

    /// <inheritdoc/>
    public override bool ForbidsNode(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex)
    {
        sink ??= new FindingSink(RuleCatalogue.Weights(problem), keep: false);
        sink.Clear();
        rule.CheckPair(problem, worker, visit, startIndex, sink);
        return sink.Score.Hard > 0;
    }

    /// <inheritdoc/>
    public override void Encode(RotaEncoding encoding)
    {
        FindingSink costs = new(RuleCatalogue.Weights(encoding.Problem), keep: true);
        foreach (EncodedNode node in encoding.Visits.SelectMany(visit => visit.Nodes))
        {
            costs.Clear();
            rule.CheckPair(encoding.Problem, node.Worker, encoding.Problem.Visits[node.Item.Visit], node.Item.StartIndex, costs);
            foreach (Finding cost in costs.Findings)
            {
                encoding.Objective.Add(cost.Term, LinearExpr.Term(node.Present, cost.Amount));
            }
        }
    }
}
