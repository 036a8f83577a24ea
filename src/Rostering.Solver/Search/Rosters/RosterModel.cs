using Rostering.CpSat.Engine;
using Rostering.CpSat.Model;
using Rostering.CpSat.Proto;

namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// Part of a roster as a CP-SAT model: the cells that are free are variables, all others stay as they are. Hard rules are constraints,
/// so the roster that it starts from has to keep them.
/// </summary>
internal sealed partial class RosterModel
{
    private readonly RosterProblem problem;
    private readonly byte[] roster;
    private readonly CpModel model = new();
    private readonly BoolVar?[] cells;
    private readonly bool[] isFree;
    private readonly LinearExprBuilder objective = LinearExpr.NewBuilder();

    private RosterModel(RosterProblem problem, ReadOnlySpan<byte> roster)
    {
        (this.problem, this.roster) = (problem, roster.ToArray());
        cells = new BoolVar?[problem.People * problem.Days * problem.Shifts];
        isFree = new bool[problem.People * problem.Days];
    }

    /// <summary>Models the cells for which <paramref name="isFree"/> answers yes.</summary>
    public static RosterModel Build(RosterProblem problem, ReadOnlySpan<byte> roster, Func<int, int, bool> isFree)
    {
        RosterModel part = new(problem, roster);
        for (int person = 0; person < problem.People; person++)
        {
            for (int day = 0; day < problem.Days; day++)
            {
                if (isFree(person, day))
                {
                    part.Free(person, day);
                }
            }
        }

        for (int person = 0; person < problem.People; person++)
        {
            if (part.isFree.AsSpan(person * problem.Days, problem.Days).Contains(true))
            {
                part.AddRow(person);
            }
        }

        part.AddCover();
        part.model.Minimize(part.objective);
        return part;
    }

    /// <summary>Solves it; the roster is the one it started from where nothing was found.</summary>
    public async Task<RosterModelAnswer> SolveAsync(ICpSatEngine engine, SatParameters parameters, SolveObserver? observer, CancellationToken stop)
    {
        CpSolver solver = new(engine) { Parameters = parameters };
        await solver.SolveAsync(model, observer, stop);
        return new RosterModelAnswer(solver.HasSolution ? Read(solver.Response.Solution) : roster, solver.Status == CpSolverStatus.Optimal, solver.BestObjectiveBound);
    }

    /// <summary>The roster that the values of a solution make.</summary>
    public byte[] Read(IReadOnlyList<long> values)
    {
        byte[] read = [.. roster];
        for (int i = 0; i < cells.Length; i++)
        {
            if (cells[i] is { } cell && values[cell.Index] != 0)
            {
                read[i / problem.Shifts] = (byte)(i % problem.Shifts);
            }
        }

        return read;
    }

    private void Free(int person, int day)
    {
        int cell = (person * problem.Days) + day;
        isFree[cell] = true;
        List<BoolVar> choices = [];
        for (int shift = 0; shift < problem.Shifts; shift++)
        {
            long cost = problem.CellCost(person, day, shift);
            if (cost < LevelCost.OneHard)
            {
                BoolVar choice = model.NewBoolVar();
                cells[(cell * problem.Shifts) + shift] = choice;
                choices.Add(choice);
                objective.AddTerm((LinearExpr)choice, cost);
                model.AddHint((IntVar)choice, roster[cell] == shift ? 1 : 0);
            }
        }

        model.AddExactlyOne(choices);
    }

    private void AddRow(int person)
    {
        RosterContract contract = problem.Contracts[person];
        ulong work = (1UL << problem.Shifts) - 2;
        IEnumerable<ShiftPattern> patterns = contract.Patterns
            .Concat(contract.WorkRuns.AsPatterns(work, 1, problem.Days))
            .Concat(contract.OffRuns.AsPatterns(1, work, problem.Days));
        foreach (ShiftPattern pattern in patterns)
        {
            for (int start = 0; start + pattern.Sets.Count <= problem.Days; start++)
            {
                if (pattern.CountsFrom(start, problem.Days))
                {
                    Penalise([.. pattern.Sets.Select((set, i) => In(person, start + i, set))], pattern.Cost);
                }
            }
        }

        AddWeekends(person, contract.Weekends, work);
        AddSum(Sum(person, shift => contract.Amount.Of.Count == 0 ? 0 : contract.Amount.Of[shift]), contract.Amount);
        foreach (ShiftLimit limit in contract.Limits)
        {
            AddSum(Sum(person, shift => shift == limit.Shift ? 1 : 0), new AmountRule([], 0, 0, limit.Max, limit.OverCost));
        }
    }

    private void AddWeekends(int person, WeekendRule rule, ulong work)
    {
        if (rule == WeekendRule.None || (rule.MaxCost == 0 && rule.Runs == RunRule.Free))
        {
            return;
        }

        Term[] worked = [.. rule.Spans.Select(span => AnyOf([.. Enumerable.Range(span.First, span.Length).Select(day => In(person, day, work))]))];
        AddSum(Added(worked), new AmountRule([], 0, 0, rule.Max, rule.MaxCost));
        foreach (ShiftPattern pattern in rule.Runs.AsPatterns(1, 0, worked.Length))
        {
            for (int start = 0; start + pattern.Sets.Count <= worked.Length; start++)
            {
                if (pattern.CountsFrom(start, worked.Length))
                {
                    Penalise([.. pattern.Sets.Select((set, i) => set == 1 ? worked[start + i] : worked[start + i].Not())], pattern.Cost);
                }
            }
        }
    }

    private void AddCover()
    {
        foreach (int day in Enumerable.Range(0, problem.Days).Where(day => Enumerable.Range(0, problem.People).Any(person => isFree[(person * problem.Days) + day])))
        {
            for (int shift = 1; shift < problem.Shifts; shift++)
            {
                Term there = Added([.. Enumerable.Range(0, problem.People).Select(person => In(person, day, 1UL << shift))]);
                CoverRule rule = problem.CoverOf(day, shift);
                AddSum(there, new AmountRule([], rule.Required, rule.Under, rule.Required, rule.Over));
            }
        }
    }

    // Keeps a sum in its range; where leaving it is only dear, by a variable for what lies outside.
    private void AddSum(Term sum, AmountRule rule)
    {
        if (sum.Expression is null)
        {
            objective.Add(LevelCost.Soft(rule.Cost(sum.Constant)));
            return;
        }

        LinearExpr expression = sum.AsExpr();
        if (rule.UnderCost > 0)
        {
            model.Add(expression + Slack(rule.UnderCost, rule.Min) >= rule.Min);
        }

        if (rule.OverCost > 0 && rule.Max < int.MaxValue)
        {
            model.Add(expression - Slack(rule.OverCost, sum.Most) <= rule.Max);
        }
    }

    private LinearExpr Slack(long cost, long most)
    {
        if (cost >= LevelCost.OneHard || most <= 0)
        {
            return LinearExpr.Constant(0);
        }

        IntVar slack = model.NewIntVar(0, most);
        objective.AddTerm(slack, cost);
        return slack;
    }

    // Charges for all holding at once.
    private void Penalise(Term[] days, long cost)
    {
        Term[] open = [.. days.Where(day => day.Expression is not null)];
        if (cost == 0 || days.Any(day => day.Expression is null && day.Constant == 0))
        {
            return;
        }

        if (open.Length == 0)
        {
            objective.Add(LevelCost.Soft(cost));
            return;
        }

        LinearExpr sum = Added(open).AsExpr();
        if (cost >= LevelCost.OneHard)
        {
            model.Add(sum <= open.Length - 1);
            return;
        }

        BoolVar all = model.NewBoolVar();
        objective.AddTerm((LinearExpr)all, cost);
        model.Add(sum - all <= open.Length - 1);
    }

    private Term AnyOf(Term[] days)
    {
        if (days.Any(day => day.Expression is null && day.Constant > 0))
        {
            return new Term(null, 1, 1);
        }

        Term[] open = [.. days.Where(day => day.Expression is not null)];
        if (open.Length == 0)
        {
            return new Term(null, 0, 0);
        }

        BoolVar any = model.NewBoolVar();
        foreach (Term day in open)
        {
            model.Add(day.AsExpr() <= any);
        }

        model.Add(Added(open).AsExpr() >= any);
        return new Term(any, 0, 1);
    }
}

/// <summary>What CP-SAT made of part of a roster.</summary>
/// <param name="Bound">On the cost of the part that was free; of the whole where all was.</param>
internal sealed record RosterModelAnswer(byte[] Roster, bool Proved, double Bound);
