using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules.Absence;
using Rostering.Solver.Rules.Cost;
using Rostering.Solver.Search;

namespace Rostering.Solver.Explain.Packages;

/// <summary>
/// Puts a package into a week. What is planned stays where it is as far as it can: a visit of the package goes where it costs least, and
/// where it fits nowhere one other visit may change hands for it. Nobody loses a visit for the package.
/// </summary>
internal sealed class PackageFitting
{
    private const int MilliPencePerPenny = 1000;

    private readonly PackageWeek week;
    private readonly PreparedProblem problem;
    private readonly Candidates candidates;
    private readonly Evaluator evaluator;
    private readonly Insertion insertion;

    private PackageFitting(PackageWeek week)
    {
        this.week = week;
        problem = PreparedProblem.From(week.Problem);
        HashSet<int> teams = [.. problem.Visits.Where(IsOfPackage).Select(visit => visit.Team)];
        candidates = new Candidates(problem, visit => teams.Contains(visit.Team));
        evaluator = new Evaluator(new Schedule(problem));
        insertion = new Insertion(evaluator, candidates);
    }

    /// <summary>The best plan found for the week.</summary>
    public static PackageFit Of(PackageWeek week)
    {
        PackageFitting fitting = new(week);
        Construction construction = new(fitting.evaluator, fitting.candidates);
        construction.Keep();
        construction.Cover(visit => !fitting.IsOfPackage(visit), step: static () => { }, CancellationToken.None);
        fitting.StandByWhatIsPlanned();
        long before = fitting.MilliPence();
        construction.Cover(fitting.IsOfPackage, step: static () => { }, CancellationToken.None);
        foreach (PreparedVisit gap in fitting.Gaps().ToList())
        {
            fitting.MakeRoom(gap);
        }

        return new PackageFit
        {
            Week = week,
            Schedule = fitting.evaluator.Schedule.Copy(),
            Gaps = [.. fitting.Gaps().OrderBy(visit => visit.Starts[0]).ThenBy(visit => visit.Index).Select(visit => visit.Index)],
            ExtraPence = (fitting.MilliPence() - before) / MilliPencePerPenny,
        };
    }

    private bool IsOfPackage(PreparedVisit visit) => week.Package.Contains(visit.Source.Id);

    private IEnumerable<PreparedVisit> Gaps() => problem.Visits.Where(visit => IsOfPackage(visit) && !evaluator.Schedule.Covered(visit.Index));

    private long MilliPence() => RotaChecker.Check(evaluator.Schedule).Terms.Single(term => term.Key == CostRule.Pay.Key).Amount;

    // Where a planned visit breaks a rule somebody answers for it, and the package takes nobody's place; a worker who is away makes none.
    private void StandByWhatIsPlanned()
    {
        foreach (PreparedVisit visit in problem.Visits.Where(visit => !evaluator.Schedule.Covered(visit.Index)))
        {
            if (visit.Published is { } planned && visit.StartIndex(planned.Start) is >= 0 and int start && !planned.Workers.Any(worker => AbsenceRule.Prevents(problem.Workers[worker], visit, planned.Start)))
            {
                evaluator.Assign(visit.Index, start, planned.Workers.AsSpan());
            }
        }
    }

    // Somebody could come if another visit of theirs went to somebody else: the cheapest such exchange of two visits is made.
    private void MakeRoom(PreparedVisit gap)
    {
        if (gap.Seats > 1)
        {
            return;
        }

        RotaScore before = evaluator.Score;
        (Exchange Exchange, RotaScore Score)? best = null;
        foreach (Exchange exchange in Exchanges(gap).ToList())
        {
            if (Try(exchange, before) is { } score && (best is null || score < best.Value.Score))
            {
                best = (exchange, score);
            }
        }

        if (best is { Exchange: var found })
        {
            evaluator.Assign(found.Given, -1, []);
            evaluator.Assign(gap.Index, found.Start, [found.Worker]);
            insertion.CoverBest(found.Given);
        }
    }

    private IEnumerable<Exchange> Exchanges(PreparedVisit gap) =>
        from start in Enumerable.Range(0, gap.Starts.Length)
        from worker in candidates.At(gap.Index, start)
        from given in evaluator.Schedule.Visits(worker).ToArray()
        where !IsOfPackage(problem.Visits[given]) && problem.Visits[given].Seats == 1
        select new Exchange(gap.Index, start, worker, given);

    // The score with the exchange made, taken back again; null where it breaks a rule or leaves the other visit to nobody.
    private RotaScore? Try(Exchange exchange, RotaScore before)
    {
        int start = evaluator.Schedule.StartIndex(exchange.Given);
        evaluator.Assign(exchange.Given, -1, []);
        evaluator.Assign(exchange.Gap, exchange.Start, [exchange.Worker]);
        RotaScore? score = evaluator.Score.Hard <= before.Hard && insertion.CoverBest(exchange.Given) && evaluator.Score.Hard <= before.Hard ? evaluator.Score : null;
        evaluator.Assign(exchange.Gap, -1, []);
        evaluator.Assign(exchange.Given, start, [exchange.Worker]);
        return score;
    }

    /// <summary>A worker comes to the gap, and gives a visit of theirs to somebody else.</summary>
    private readonly record struct Exchange(int Gap, int Start, int Worker, int Given);
}
