using System.Collections.Immutable;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Search;
using Rostering.Solver.Tests.Builders;
using Rostering.Solver.Tests.Rules;
using Rostering.Solver.Tests.Search;

namespace Rostering.Solver.Tests.Explain;

[TestFixture]
[CancelAfter(300_000)]
public sealed class VisitExplainerTests
{
    [Test]
    public void Explain_CoveredVisit_GivesReasonsForTheWorkerAndTheOthersByWhatTheyWouldCost()
    {
        RotaProblem week = new ProblemBuilder()
            .Worker("ann").Worker("bob").Worker("cat")
            .Visit("v1", "mon 07:00", window: 30)
            .With(p => p with
            {
                People = [p.People[0] with { KeyWorker = new WorkerId("ann"), Chosen = [new WorkerId("ann")], History = [new Acquaintance { Worker = new WorkerId("cat"), Visits = 9 }] }],
            })
            .Build();

        VisitExplanation told = Explain(week, "v1", ("v1", "mon 07:30", "ann"));

        Assert.That(told.Summary, Is.EqualTo("pat, Mon 07:30 for 1 h: ann. 2 others could come without breaking a rule."));
        Assert.That(told.Chosen.Single().Reasons, Does.Contain("pat's key worker."));
        Assert.That(told.Chosen.Single().Reasons[^1], Does.Contain("1 h paid this week, 0 min contracted"));
        Assert.That(told.Alternatives.Select(a => (a.Name, a.Change.Soft)), Is.EqualTo([("cat", 200_000L), ("bob", 500_000L)]));
        Assert.That(told.Refusals, Is.Empty);
    }

    [Test]
    public void Explain_WorkerWithoutRest_IsRefusedWithTheNumbers()
    {
        RotaProblem week = new ProblemBuilder()
            .Worker("ann", w => w with { History = w.History with { LastDuty = TestWeek.Span("last sun 13:00", "last sun 21:20") } })
            .Visit("v1", "mon 07:00")
            .Build();

        VisitExplanation told = Explain(week, "v1");

        Assert.That(told.Covered, Is.False);
        Assert.That(told.Refusals.Single().Rules, Is.EqualTo(["daily-rest"]));
        Assert.That(told.Refusals.Single().Reasons, Is.EqualTo(["ann has 9 h 40 of rest before Mon 07:00, needs 11 h."]));
        Assert.That(told.Summary, Does.Contain("nobody").And.Contain("9 h 40"));
    }

    [Test]
    public void T35_VisitThatNobodyCanMake_NamesThoseWithTheFewestRulesInTheWayFirst()
    {
        Absence sick = new() { Kind = AbsenceKind.Sickness, Time = TestWeek.Span("mon 00:00", "tue 00:00") };
        RotaProblem week = new ProblemBuilder().InTeam("north")
            .Worker("ann", w => w with { Absences = [sick], Available = [TestWeek.Span("wed 00:00", "thu 00:00")] })
            .Worker("bob", w => w with { Absences = [sick] })
            .Worker("cat", team: "north")
            .Visit("v1", "mon 07:00")
            .Build();

        VisitExplanation told = Explain(week, "v1");

        Assert.That(told.Alternatives, Is.Empty);
        Assert.That(told.Refusals.Select(r => (r.Name, Rules: string.Join(' ', r.Rules))), Is.EqualTo([("bob", "absence"), ("ann", "absence availability"), ("cat", "team-membership")]));
        Assert.That(told.Refusals.Select(r => r.TeamMember), Is.EqualTo([true, true, false]));
    }

    [Test]
    public void Explain_WorkerWhoseJourneyToTheNextVisitAnotherFundCannotPay_IsRefused()
    {
        RotaProblem week = new ProblemBuilder().At("hill", 4_000, 2_000)
            .Worker("ann").Worker("bob", home: "hill")
            .Person("sam", home: "hill", pence: 1_700)
            .Visit("v1", "mon 07:00").Visit("v2", "mon 08:30", person: "sam")
            .Build();

        VisitExplanation told = Explain(week, "v1", ("v1", "mon 07:00", "ann"), ("v2", "mon 08:30", "bob"));

        Assert.That(told.Alternatives, Is.Empty);
        Assert.That(told.Refusals.Single().Rules, Is.EqualTo(["fund-limit"]));
    }

    // Whatever is said of another worker is what the checker finds when the worker is really put there.
    [Test]
    public async Task Explain_EveryVisitOfALawfulWeek_SaysWhatTheCheckerFindsWhenAWorkerIsPutThere([Range(1, 16)] int seed)
    {
        PreparedProblem problem = PreparedProblem.From(seed == 16 ? BusyWeek.Problem() : SmallWeek.Draw(seed) with { Pins = [] });
        Schedule rota = (await new RotaSolver(TestEngine.Shared).SolveAsync(problem, new SolveOptions { Seconds = 60, Threads = 1, MovesPerRound = 200 })).Schedule;
        Assert.That(RotaChecker.Check(rota).HardViolations, Is.Empty);

        foreach (PreparedVisit visit in problem.Visits)
        {
            VisitExplanation told = new VisitExplainer(rota).Explain(visit.Index);
            Assert.That(told.Alternatives.Select(a => a.Change), Is.Ordered.Ascending);
            Assert.That(told.Chosen.Length + told.Alternatives.Length + told.Refusals.Length, Is.EqualTo(problem.Workers.Length));
            foreach (Alternative other in told.Alternatives)
            {
                Assert.That(Trials(rota, visit, other.Worker).Where(t => t.Broken.IsEmpty).Min(t => t.Change), Is.EqualTo(other.Change), $"{other.Name} at {visit.Source.Id}");
            }

            foreach (Refusal other in told.Refusals.Where(refusal => refusal.TeamMember))
            {
                ImmutableArray<(ImmutableSortedSet<string> Broken, RotaScore Change)> trials = Trials(rota, visit, other.Worker);
                Assert.That(trials.Select(t => t.Broken), Has.None.Empty, $"{other.Name} at {visit.Source.Id}");
                Assert.That(trials.Any(t => t.Broken.SetEquals(other.Rules)), $"{other.Name} at {visit.Source.Id}: {string.Join(' ', other.Rules)}");
            }
        }
    }

    // Every way to put a worker there: in each other's place, or alone at each start of a gap; what it breaks, and what it changes.
    private static ImmutableArray<(ImmutableSortedSet<string> Broken, RotaScore Change)> Trials(Schedule rota, PreparedVisit visit, WorkerId newcomer)
    {
        int worker = rota.Problem.Index.Workers[newcomer];
        RotaScore before = RotaChecker.Check(rota).Score;
        int[] team = rota.Workers(visit.Index);
        IEnumerable<(int Start, int[] Team)> ways = team.Length > 0
            ? team.Select(leaves => (rota.StartIndex(visit.Index), (int[])[.. team.Where(w => w != leaves), worker]))
            : Enumerable.Range(0, visit.Starts.Length).Select(start => (start, (int[])[worker]));
        return
        [
            .. ways.Select(way =>
            {
                Schedule changed = rota.Copy();
                changed.Set(visit.Index, way.Start, way.Team);
                RotaCheck check = RotaChecker.Check(changed);
                // One worker at a gap that needs two is no breach to tell: the explanation is about the worker.
                ImmutableSortedSet<string> broken = [.. check.HardViolations.Select(v => v.Rule).Where(rule => rule != "staff-ratio")];
                return (broken, (check.Score - before) with { Hard = 0 });
            }),
        ];
    }

    private static VisitExplanation Explain(RotaProblem week, string visit, params (string Visit, string Start, string Workers)[] rota)
    {
        PreparedProblem problem = PreparedProblem.From(week);
        return new VisitExplainer(Schedules.From(problem, Rotas.Of(week, rota))).Explain(problem.Index.Visits[new VisitId(visit)]);
    }
}
