using System.Collections.Immutable;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;
using Rostering.Solver.Tests.Builders;
using Rostering.Solver.Tests.Demonstration;
using Rostering.Solver.Tests.Rules;
using Rostering.Solver.Tests.Search;

namespace Rostering.Solver.Tests.Explain;

[TestFixture]
[CancelAfter(300_000)]
public sealed class CoverRankingTests
{
    [Test]
    public void Of_Gap_RanksByWhatThePersonWantsAndSaysWhatItMeansToThem()
    {
        RotaProblem week = new ProblemBuilder()
            .Worker("ann").Worker("bob", w => w with { History = w.History with { RecentAsks = 2 } }).Worker("cat")
            .Person("sam", sam => sam with { Chosen = [new WorkerId("cat")], FacesWanted = 1, History = [new Acquaintance { Worker = new WorkerId("bob"), Visits = 12 }] })
            .Visit("v1", "mon 07:00", person: "sam").Visit("v2", "tue 07:00", person: "sam")
            .Build();

        ImmutableArray<CoverCandidate> ranked = Rank(week, "v1", ("v2", "tue 07:00", "cat"));

        Assert.That(ranked.Select(c => c.Name), Is.EqualTo(["cat", "bob", "ann"]));
        Assert.That(ranked.Select(c => c.People.Single().Sentence), Is.EqualTo(["Chosen by sam.", "Knows sam from 12 visits.", "New to sam."]));
        Assert.That(ranked.Select(c => (c.People.Single().Welcome, c.People.Single().Faces)), Is.EqualTo([(Welcome.Chosen, 1), (Welcome.Known, 2), (Welcome.Stranger, 2)]));
        Assert.That(ranked[1].RecentAsks, Is.EqualTo(2));
        Assert.That(ranked[1].Reasons, Does.Contain("Asked 2 times in the last four weeks."));

        // An hour at 13.45 with a quarter on top for the employer's costs.
        Assert.That(ranked[0].Charged, Is.EqualTo(1_681_250));
        Assert.That(ranked.Select(c => c.Change), Is.Ordered.Ascending);
    }

    [Test]
    public void Of_WorkerWithoutRest_IsBlockedInWordsWithTheNumbers()
    {
        RotaProblem week = new ProblemBuilder()
            .Worker("ann", w => w with { History = w.History with { LastDuty = TestWeek.Span("last sun 13:00", "last sun 21:20") } })
            .Worker("bob")
            .Visit("v1", "mon 07:00")
            .Build();

        ImmutableArray<CoverCandidate> ranked = Rank(week, "v1");

        Assert.That(ranked.Select(c => (c.Name, c.MayCome)), Is.EqualTo([("bob", true), ("ann", false)]));
        Assert.That(ranked[1].Blocks, Is.EqualTo([new BrokenRule("daily-rest", "ann has 9 h 40 of rest before Mon 07:00, needs 11 h.")]));
    }

    [Test]
    public void T22_WorkerWhoIsIllOrOnLeave_IsNotOnTheListAtAll([Values] AbsenceKind kind)
    {
        RotaProblem week = new ProblemBuilder()
            .Worker("ann", w => w with { Absences = [new Absence { Kind = kind, Time = TestWeek.Span("mon 00:00", "tue 00:00") }] })
            .Worker("bob")
            .Visit("v1", "mon 07:00").Visit("v2", "tue 07:00")
            .Build();

        Assert.That(Rank(week, "v1").Select(c => c.Name), Is.EqualTo(["bob"]));
        Assert.That(Rank(week, "v2").Select(c => c.Name), Is.EquivalentTo(["ann", "bob"]));
    }

    [Test]
    public void Of_SeatBesideAKnownWorker_MayBeTakenByAStrangerButNotTheFirstOfTwo()
    {
        RotaProblem week = new ProblemBuilder()
            .Worker("ann").Worker("bob")
            .Person("sam", sam => sam with { KnownWorkersOnly = true, History = [new Acquaintance { Worker = new WorkerId("ann"), Visits = 40 }] })
            .Visit("v1", "mon 07:00", person: "sam", workers: 2)
            .Build();

        Assert.That(Rank(week, "v1").Select(c => (c.Name, c.MayCome)), Is.EqualTo([("ann", true), ("bob", false)]));
        Assert.That(Rank(week, "v1", ("v1", "mon 07:00", "ann")).Select(c => (c.Name, c.MayCome)), Is.EqualTo([("bob", true)]));
        Assert.That(Rank(week, "v1", ("v1", "mon 07:00", "ann bob")), Is.Empty);
    }

    [Test]
    public void Of_PublishedVisitWithoutItsWorker_KeepsTheStartThatPeopleHold()
    {
        RotaProblem week = new ProblemBuilder()
            .Worker("ann").Worker("bob")
            .Visit("v1", "mon 07:00", window: 60)
            .Published("mon 00:00", ("v1", "mon 07:30", "ann"))
            .Build();
        Schedule schedule = Schedules.From(PreparedProblem.From(week), Rotas.Of(week));

        Assert.That(schedule.Problem.Visits[0].Starts[CoverRanking.StartHeld(schedule, 0)], Is.EqualTo((7 * 60) + 30));
    }

    // Whatever is said of a candidate is what the checker finds when the candidate is really put there, in lawful weeks and in others.
    [Test]
    public void Of_EveryGapOfADrawnWeek_SaysWhatTheCheckerFinds([Range(1, 60)] int seed)
    {
        RotaProblem week = (seed % 3) switch { 0 => ChoosyWeek.Draw(seed), 1 => SmallWeek.Draw(seed), _ => BusyWeek.Problem() };
        AssertTruthful(Drawn(PreparedProblem.From(week), new Random(seed)), new Random(seed));
    }

    [Test]
    public void Of_GapsOfAWholeProvider_SaysWhatTheCheckerFinds()
    {
        DemonstrationWeek week = Weeks.Of(DemonstrationProvider.Oakwood, 1);
        Schedule schedule = Schedules.From(PreparedProblem.From(week.Problem), week.Planned);
        PreparedVisit[] some = [.. schedule.Problem.Visits.Where(v => v.Index % 211 == 0)];

        Assert.That(some, Is.Not.Empty);
        foreach (PreparedVisit visit in some)
        {
            AssertTruthful(schedule, visit, schedule.Workers(visit.Index)[..^1], only: worker => worker % 8 == 0);
        }
    }

    private static void AssertTruthful(Schedule schedule, Random random)
    {
        foreach (PreparedVisit visit in schedule.Problem.Visits)
        {
            int[] team = schedule.Workers(visit.Index);
            AssertTruthful(schedule, visit, team.Length > 0 && random.Next(3) > 0 ? team[..random.Next(team.Length)] : [], only: _ => true);
        }
    }

    private static void AssertTruthful(Schedule full, PreparedVisit visit, int[] staying, Func<int, bool> only)
    {
        Schedule gap = full.Copy();
        gap.Set(visit.Index, CoverRanking.StartHeld(full, visit.Index), staying);
        RotaCheck before = RotaChecker.Check(gap);
        int start = CoverRanking.StartHeld(gap, visit.Index);
        foreach (CoverCandidate candidate in new CoverRanking(gap).Of(visit.Index).Where(c => only(gap.Problem.Index.Workers[c.Worker])))
        {
            Schedule filled = gap.Copy();
            filled.Set(visit.Index, start, [.. staying, gap.Problem.Index.Workers[candidate.Worker]]);
            RotaCheck after = RotaChecker.Check(filled);
            string story = $"{candidate.Name} at {visit.Source.Id} beside {staying.Length}: {string.Join(' ', candidate.Blocks.Select(b => b.Sentence))}";
            Assert.That(NewBreaches(before, after), candidate.MayCome ? Is.Empty : Is.Not.Empty, story);
            if (candidate.MayCome)
            {
                Assert.That((after.Score - before.Score) with { Hard = 0 }, Is.EqualTo(candidate.Change), story);
            }
        }
    }

    // Seats that stay empty are the gap itself, not the candidate's doing.
    private static Finding[] NewBreaches(RotaCheck before, RotaCheck after)
    {
        ILookup<(string, int, int, int), long> had = before.Findings.ToLookup(Key, f => f.Amount);
        return [.. after.Findings.Where(f => f.Term.Level == RuleLevel.Hard && f.Term.Key != "staff-ratio" && f.Amount > had[Key(f)].Sum())];
    }

    private static (string Term, int Worker, int Visit, int Other) Key(Finding finding) => (finding.Term.Key, finding.Worker, finding.Visit, finding.Other);

    private static Schedule Drawn(PreparedProblem problem, Random random)
    {
        Schedule schedule = new(problem);
        foreach (PreparedVisit visit in problem.Visits)
        {
            int[] workers = [.. problem.Workers.Where(w => w.TeamPay[visit.Team] >= 0).Select(w => w.Index)];
            random.Shuffle(workers);
            schedule.Set(visit.Index, random.Next(visit.Starts.Length), random.Next(3) > 0 ? workers.AsSpan(0, Math.Min(visit.Seats, workers.Length)) : []);
        }

        return schedule;
    }

    private static ImmutableArray<CoverCandidate> Rank(RotaProblem week, string visit, params (string Visit, string Start, string Workers)[] rota)
    {
        PreparedProblem problem = PreparedProblem.From(week);
        return new CoverRanking(Schedules.From(problem, Rotas.Of(week, rota))).Of(problem.Index.Visits[new VisitId(visit)]);
    }
}
