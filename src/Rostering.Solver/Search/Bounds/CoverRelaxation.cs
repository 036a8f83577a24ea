using Rostering.CpSat.Model;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;
using Rostering.Solver.Rules.Burden;
using Rostering.Solver.Rules.ContractedHours;
using Rostering.Solver.Rules.Cost;
using Rostering.Solver.Rules.FundLimit;
using Rostering.Solver.Rules.Uncovered;

namespace Rostering.Solver.Search.Bounds;

/// <summary>
/// A part of a week with most of its rules left out: who may make a visit, one place at a time, paid and working hours, and what funds hold.
/// Every lawful rota is a solution of it and costs no less there, so its optimum bounds theirs. Starts are left open: a visit takes up
/// the time that it takes up at each of its starts, and costs what it costs at the cheapest.
/// </summary>
internal sealed class CoverRelaxation
{
    private readonly PreparedProblem problem;
    private readonly Candidates candidates;
    private readonly FindingSink sink;
    private readonly LinearExprBuilder uncovered = LinearExpr.NewBuilder();
    private readonly LinearExprBuilder soft = LinearExpr.NewBuilder();
    private readonly Dictionary<int, BoolVar> covered = [];
    private readonly Dictionary<int, List<Seat>> seats = [];

    /// <summary>The relaxation of some visits of a week.</summary>
    /// <param name="inSeveralParts">Workers of whose week this is not the whole: what their week costs as a whole is left out.</param>
    public CoverRelaxation(PreparedProblem problem, Candidates candidates, IEnumerable<int> visits, IReadOnlySet<int> inSeveralParts)
    {
        (this.problem, this.candidates) = (problem, candidates);
        sink = new FindingSink(RuleCatalogue.Weights(problem), keep: false);
        foreach (int visit in visits)
        {
            AddVisit(problem.Visits[visit]);
        }

        foreach ((int worker, List<Seat> mine) in seats)
        {
            AddTime(problem.Workers[worker], mine);
            if (!inSeveralParts.Contains(worker))
            {
                AddWeek(problem.Workers[worker], mine);
            }
        }

        foreach (PreparedLink link in problem.Links.Where(link => link.Kind == LinkKind.Synchronised && covered.ContainsKey(link.First) && covered.ContainsKey(link.Second)))
        {
            Model.Add(covered[link.First].AsExpr() == covered[link.Second].AsExpr());
        }

        foreach (IGrouping<int, (Seat Seat, int Permille)> shares in seats.Values.SelectMany(mine => mine).SelectMany(seat => seat.Visit.Funds, (seat, share) => (share.Fund, seat, share.Permille)).GroupBy(x => x.Fund, x => (x.seat, x.Permille)))
        {
            AddFund(problem.Funds[shares.Key], [.. shares]);
        }
    }

    public CpModel Model { get; } = new();

    /// <summary>What stays uncovered, weighted by need.</summary>
    public LinearExpr Uncovered => uncovered;

    /// <summary>Points of the soft objectives that the relaxation sees.</summary>
    public LinearExpr Soft => soft;

    private void AddVisit(PreparedVisit visit)
    {
        BoolVar made = Model.NewBoolVar();
        covered[visit.Index] = made;
        long weight = UncoveredRule.Amount(visit) * problem.Weight(UncoveredRule.Of(visit.Source.Need).Key);
        uncovered.Add(weight).AddTerm(made, -weight);
        List<BoolVar> takers = [];
        foreach (int worker in candidates.Workers[visit.Index])
        {
            BoolVar takes = Model.NewBoolVar();
            takers.Add(takes);
            Seat seat = SeatOf(visit, problem.Workers[worker], takes);
            soft.AddTerm(takes, seat.Points);
            (seats.TryGetValue(worker, out List<Seat>? mine) ? mine : seats[worker] = []).Add(seat);
        }

        Model.Add(LinearExpr.Sum(takers) == LinearExpr.Term(made, visit.Seats));
    }

    private Seat SeatOf(PreparedVisit visit, PreparedWorker worker, BoolVar takes)
    {
        int[] starts = [.. Enumerable.Range(0, visit.Starts.Length).Where(start => candidates.May(worker.Index, visit.Index, start))];
        return new Seat(
            takes, visit,
            visit.Starts[starts[^1]],
            visit.Starts[starts[0]] + visit.Minutes,
            starts.Min(start => problem.VisitMilliPence(worker, visit, start)),
            starts.Min(start => visit.UnsocialMinutes[start]),
            starts.Min(start => PairPoints(worker, visit, start) + (problem.VisitMilliPence(worker, visit, start) * problem.Weight(WeightKeys.Cost))));
    }

    private long PairPoints(PreparedWorker worker, PreparedVisit visit, int start)
    {
        sink.Clear();
        RuleWalk.Pair(problem, worker, visit, start, sink);
        return sink.Score.Soft;
    }

    private void AddTime(PreparedWorker worker, List<Seat> mine)
    {
        foreach (IEnumerable<Seat> together in Cliques(mine))
        {
            Model.AddAtMostOne(together.Select(seat => seat.Takes));
        }

        Model.Add(Visiting(mine) <= Math.Max(0, Math.Min(worker.PaidMinutesMax, worker.WorkingMinutesMax - (long)worker.OutsideMinutes)));
    }

    // Paid time beyond the visits, for travel, waiting and top-ups, may fill a contract; it costs a minute's basic pay at the least.
    private void AddWeek(PreparedWorker worker, List<Seat> mine)
    {
        IntVar beyond = Model.NewIntVar(0, worker.PaidMinutesMax);
        soft.AddTerm(beyond, mine.Min(seat => problem.MinuteMilliPence(worker, seat.Visit.Team)) * problem.Weight(CostRule.Pay.Key));
        LinearExpr paid = Visiting(mine) + beyond;
        AddExcess(ContractedHoursRule.BelowContract, worker.PaidMinutesDue - paid, worker.PaidMinutesDue);
        if (worker.TypicalMinutes >= 0)
        {
            AddExcess(ContractedHoursRule.Swing, paid - (worker.TypicalMinutes + worker.SwingFree), worker.PaidMinutesMax + mine.Sum(seat => seat.Visit.Minutes));
            AddExcess(ContractedHoursRule.Swing, (worker.TypicalMinutes - worker.SwingFree) - paid, worker.TypicalMinutes);
        }

        LinearExpr unsocial = LinearExpr.WeightedSum(mine.Select(seat => (ILiteral)seat.Takes), mine.Select(seat => (long)seat.Unsocial));
        AddExcess(BurdenRule.Unsocial, unsocial - worker.UnsocialShare, mine.Sum(seat => seat.Unsocial));
    }

    private static LinearExpr Visiting(List<Seat> mine) => LinearExpr.WeightedSum(mine.Select(seat => (ILiteral)seat.Takes), mine.Select(seat => (long)seat.Visit.Minutes));

    private void AddExcess(Term term, LinearExpr amount, int most)
    {
        long weight = problem.Weight(term.Key);
        if (weight > 0 && most > 0)
        {
            IntVar excess = Model.NewIntVar(0, most);
            Model.Add(excess >= amount);
            soft.AddTerm(excess, weight);
        }
    }

    // Seats whose times all hold one minute, whatever start each gets.
    private static IEnumerable<IEnumerable<Seat>> Cliques(List<Seat> mine) =>
        from minute in mine.Where(seat => seat.Begun < seat.NotEnded).Select(seat => seat.Begun).Distinct()
        let together = mine.Where(seat => seat.Begun <= minute && minute < seat.NotEnded).ToArray()
        where together.Length > 1
        select together;

    private void AddFund(PreparedFund fund, (Seat Seat, int Permille)[] shares)
    {
        IEnumerable<ILiteral> takes = shares.Select(share => (ILiteral)share.Seat.Takes);
        Model.Add(LinearExpr.WeightedSum(takes, shares.Select(share => share.Seat.MilliPence * share.Permille)) <= FundLimitRule.Limit(fund.MilliPencePermilleMax));
        if (fund.MinutesPermilleMax < long.MaxValue)
        {
            Model.Add(LinearExpr.WeightedSum(takes, shares.Select(share => (long)share.Seat.Visit.Minutes * share.Permille)) <= FundLimitRule.Limit(fund.MinutesPermilleMax));
        }
    }

    /// <summary>A worker taking a seat of a visit.</summary>
    /// <param name="Begun">Minute at which the visit has begun, whatever its start.</param>
    /// <param name="NotEnded">Minute before which it has not ended.</param>
    /// <param name="MilliPence">Its cost at the cheapest start.</param>
    /// <param name="Points">What the worker's making it weighs at the best start.</param>
    private readonly record struct Seat(BoolVar Takes, PreparedVisit Visit, int Begun, int NotEnded, long MilliPence, int Unsocial, long Points);
}
