using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Rota;

/// <summary>
/// The score of a schedule, kept up to date: a change of one visit looks again only at the workers, people, funds and links it touches.
/// The same rule code makes the checker's findings, and a property test holds the running score equal to a full recomputation.
/// </summary>
public sealed class Evaluator
{
    private readonly PreparedProblem problem;
    private readonly FindingSink sink;
    private readonly WorkerTimeline timeline;
    private readonly RotaScore[] workerScores;
    private readonly RotaScore[] visitScores;
    private readonly RotaScore[] personScores;
    private readonly FundBook funds;
    private readonly RotaScore[] linkScores;
    private RotaScore total;

    public Evaluator(Schedule schedule)
    {
        Schedule = schedule;
        problem = schedule.Problem;
        sink = new FindingSink(RuleCatalogue.Weights(problem), keep: false);
        timeline = new WorkerTimeline(problem);
        workerScores = new RotaScore[problem.Workers.Length];
        visitScores = new RotaScore[problem.Visits.Length];
        personScores = new RotaScore[problem.People.Length];
        linkScores = new RotaScore[problem.Links.Length];
        funds = new FundBook(schedule);
        Recompute();
    }

    /// <summary>The schedule being scored. Change it through <see cref="Assign"/> only.</summary>
    public Schedule Schedule { get; }

    /// <summary>The score now.</summary>
    public RotaScore Score => total + funds.Score;

    /// <summary>Gives a visit a start and workers (none leaves it uncovered) and brings the score up to date.</summary>
    public void Assign(int visit, int startIndex, ReadOnlySpan<int> workers)
    {
        int[] before = Schedule.Workers(visit);
        funds.RemoveMinutes(visit);
        Schedule.Set(visit, startIndex, workers);
        funds.AddMinutes(visit);
        foreach (int worker in before)
        {
            ScoreWorker(worker);
        }

        foreach (int worker in Schedule.Workers(visit))
        {
            if (!before.Contains(worker))
            {
                ScoreWorker(worker);
            }
        }

        ScoreVisit(visit);
        foreach (PreparedLink link in problem.LinksByVisit[visit])
        {
            ScoreLink(link);
        }

        foreach (int person in problem.Visits[visit].People)
        {
            ScorePerson(person);
        }

        funds.Settle(sink);
    }

    /// <summary>Whether a worker's own week would break hard rules further with a visit more in it. Asks for much less than <see cref="Assign"/> does, and changes nothing.</summary>
    public bool BreaksMore(int worker, int visit, int startIndex)
    {
        sink.Clear();
        timeline.Load(Schedule, worker, visit, startIndex);
        foreach (ITimelineRule rule in RuleCatalogue.HardTimeline)
        {
            rule.CheckTimeline(timeline, sink);
            if (sink.Score.Hard > workerScores[worker].Hard)
            {
                return true;
            }
        }

        return false;
    }

    private void Recompute()
    {
        for (int w = 0; w < workerScores.Length; w++)
        {
            ScoreWorker(w);
        }

        for (int v = 0; v < visitScores.Length; v++)
        {
            funds.AddMinutes(v);
            ScoreVisit(v);
        }

        for (int p = 0; p < personScores.Length; p++)
        {
            ScorePerson(p);
        }

        foreach (PreparedLink link in problem.Links)
        {
            ScoreLink(link);
        }

        funds.Settle(sink);
    }

    private void ScoreWorker(int worker)
    {
        sink.Clear();
        timeline.Load(Schedule, worker);
        funds.Charge(timeline);
        foreach (ITimelineRule rule in RuleCatalogue.Timeline)
        {
            rule.CheckTimeline(timeline, sink);
        }

        Replace(ref workerScores[worker]);
    }

    private void ScoreVisit(int visit)
    {
        sink.Clear();
        RuleWalk.Visit(Schedule, problem.Visits[visit], sink);
        Replace(ref visitScores[visit]);
    }

    private void ScorePerson(int person)
    {
        sink.Clear();
        foreach (IPersonRule rule in RuleCatalogue.Person)
        {
            rule.CheckPerson(Schedule, problem.People[person], sink);
        }

        Replace(ref personScores[person]);
    }

    private void ScoreLink(PreparedLink link)
    {
        sink.Clear();
        foreach (ILinkRule rule in RuleCatalogue.Link)
        {
            rule.CheckLink(Schedule, link, sink);
        }

        Replace(ref linkScores[link.Index]);
    }

    private void Replace(ref RotaScore slot)
    {
        total += sink.Score - slot;
        slot = sink.Score;
    }
}
