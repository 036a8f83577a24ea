using System.Collections.Immutable;
using Rostering.CpSat.Model;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Encoding;

/// <summary>
/// A week, or a part of one, as a CP-SAT model. Every worker's week is a path through a network in which time is spread out: a node is a
/// visit at one of its starts, an arc two pieces of work one directly after the other. Times being constants of the arcs, so are journeys,
/// waits, splits and their costs; what remains to decide is which arcs are taken.
/// </summary>
public sealed class RotaEncoding
{
    private readonly Dictionary<int, EncodedVisit> visits = [];

    private RotaEncoding(PreparedProblem problem, EncodingScope scope)
    {
        Problem = problem;
        Scope = scope;
        Objective = new EncodedObjective(RuleCatalogue.Weights(problem));
    }

    public CpModel Model { get; } = new();
    public PreparedProblem Problem { get; }

    /// <summary>What is free and what is held.</summary>
    public EncodingScope Scope { get; }
    public EncodedObjective Objective { get; }

    /// <summary>The free visits.</summary>
    public IReadOnlyCollection<EncodedVisit> Visits => visits.Values;

    /// <summary>The workers whose week may change.</summary>
    public IReadOnlyList<EncodedWorker> Workers { get; private set; } = [];

    /// <summary>Builds the model of all rules.</summary>
    public static RotaEncoding Build(PreparedProblem problem, EncodingScope scope) => Build(problem, scope, EncodingCatalogue.All());

    /// <summary>Builds the model of some rules.</summary>
    public static RotaEncoding Build(PreparedProblem problem, EncodingScope scope, IReadOnlyList<RuleEncoding> rules)
    {
        RotaEncoding encoding = new(problem, scope);
        foreach (int visit in scope.Candidates.Keys.Order())
        {
            encoding.visits.Add(visit, new EncodedVisit(encoding.Model, problem.Visits[visit]));
        }

        NetworkBuilder network = new(encoding, rules);
        encoding.Workers = [.. scope.Workers().Select(worker => network.Build(problem.Workers[worker]))];
        encoding.SeatVisits();
        foreach (RuleEncoding rule in rules)
        {
            rule.Encode(encoding);
        }

        return encoding;
    }

    /// <summary>The visit as encoded; <c>null</c> for a held one.</summary>
    public EncodedVisit? Visit(int visit) => visits.GetValueOrDefault(visit);

    /// <summary>The starts a visit may take, each with the literal that it does: of a free visit all, of a held one the start it has, if any.</summary>
    public IEnumerable<(ILiteral Taken, int Minute)> StartsOf(int visit) => Visit(visit) is { } free
        ? free.Starts.Select((start, o) => ((ILiteral)start, free.Visit.Starts[o]))
        : Scope.Held.Covered(visit) ? [(Model.TrueLiteral(), Scope.Held.Start(visit))] : [];

    /// <summary>Links in which a free visit takes part.</summary>
    public IEnumerable<PreparedLink> FreeLinks(LinkKind kind) =>
        Problem.Links.Where(link => link.Kind == kind && (Scope.Free(link.First) || Scope.Free(link.Second)));

    /// <summary>At least 0 and at least the amount; driven down to exactly that by the objective it must be added to.</summary>
    /// <param name="max">A number the amount cannot exceed.</param>
    public LinearExpr Excess(LinearExpr amount, long max, string name)
    {
        IntVar excess = Model.NewIntVar(0, Math.Max(0, max), name);
        Model.Add(excess >= amount);
        return excess;
    }

    /// <summary>True exactly when one of the literals is.</summary>
    public BoolVar AnyOf(IReadOnlyCollection<ILiteral> literals, string name)
    {
        BoolVar any = Model.NewBoolVar(name);
        foreach (ILiteral literal in literals)
        {
            Model.AddImplication(literal, any);
        }

        Model.AddBoolOr([.. literals, any.Not()]);
        return any;
    }

    /// <summary>Literals of the free visits of a person that a worker may make.</summary>
    public IEnumerable<ILiteral> MadeBy(PreparedPerson person, int worker) =>
        person.Visits.Select(Visit).OfType<EncodedVisit>().SelectMany(v => v.Nodes).Where(n => n.Worker.Index == worker).Select(n => n.Present);

    /// <summary>What the week takes from a fund, in thousandths of a penny × 1,000, held work included.</summary>
    public LinearExpr FundMilliPencePermille(PreparedFund fund) => FundExpressions.Money(this, fund.Index);

    /// <summary>Minutes the week takes from a fund × 1,000, held work included.</summary>
    public LinearExpr FundMinutesPermille(PreparedFund fund) => FundExpressions.Minutes(this, fund.Index);

    /// <summary>The schedule of a solution.</summary>
    public Schedule Read(CpSolver solver)
    {
        Schedule schedule = Scope.Held.Copy();
        foreach (EncodedVisit visit in visits.Values)
        {
            schedule.Set(visit.Visit.Index, -1, []);
        }

        foreach (EncodedVisit visit in visits.Values.Where(v => solver.BooleanValue(v.Covered)))
        {
            ImmutableArray<EncodedNode> taken = [.. visit.Nodes.Where(node => solver.BooleanValue(node.Present))];
            schedule.Set(visit.Visit.Index, taken[0].Item.StartIndex, [.. taken.Select(node => node.Worker.Index)]);
        }

        return schedule;
    }

    /// <summary>Hints every literal of the network from a schedule.</summary>
    public void Hint(Schedule schedule)
    {
        foreach (EncodedVisit visit in visits.Values)
        {
            int start = schedule.StartIndex(visit.Visit.Index);
            Model.AddHint(visit.Covered, start >= 0);
            for (int o = 0; o < visit.Starts.Count; o++)
            {
                Model.AddHint(visit.Starts[o], o == start);
            }
        }

        foreach (EncodedWorker worker in Workers)
        {
            HashSet<EncodedNode> taken = [.. worker.Nodes.Where(node => node.Held || Makes(schedule, node))];
            foreach (EncodedNode node in worker.Nodes.Where(node => !node.Held))
            {
                Model.AddHint(node.Present, taken.Contains(node));
            }

            HashSet<(EncodedNode?, EncodedNode?)> path = Path([.. worker.Nodes.Where(taken.Contains)]);
            foreach (EncodedArc arc in worker.Arcs)
            {
                Model.AddHint(arc.Literal, path.Contains((arc.From, arc.To)));
            }
        }
    }

    private static HashSet<(EncodedNode?, EncodedNode?)> Path(IReadOnlyList<EncodedNode> taken) =>
        [.. Enumerable.Range(0, taken.Count + 1).Select(i => (i == 0 ? null : taken[i - 1], i == taken.Count ? null : taken[i]))];

    private static bool Makes(Schedule schedule, EncodedNode node) =>
        schedule.StartIndex(node.Item.Visit) == node.Item.StartIndex && schedule.Workers(node.Item.Visit).Contains(node.Worker.Index);

    // A visit has all its workers or none, and all at the same start.
    private void SeatVisits()
    {
        foreach (EncodedVisit visit in visits.Values)
        {
            for (int o = 0; o < visit.Starts.Count; o++)
            {
                int start = o;
                LinearExpr team = LinearExpr.Sum(visit.Nodes.Where(node => node.Item.StartIndex == start).Select(node => node.Present));
                Model.Add(team == LinearExpr.Term(visit.Starts[o], visit.Visit.Seats));
            }
        }
    }
}
