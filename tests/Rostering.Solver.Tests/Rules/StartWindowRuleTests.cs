using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;
using Rostering.Solver.Rules.StartWindow;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class StartWindowRuleTests
{
    [TestCase("mon 06:45", 15)]
    [TestCase("mon 07:00", 0)]
    [TestCase("mon 07:15", 0)]
    [TestCase("mon 07:20", 5)]
    [TestCase("mon 07:30", 0)]
    [TestCase("mon 08:00", 30)]
    public void Check_WindowOfHalfAnHourOnAGridOfAQuarter_CountsMinutesOutside(string start, long expected)
    {
        FindingSink sink = Judge(start, out _);

        Assert.That(sink.Score.Hard, Is.EqualTo(expected));
    }

    [TestCase("mon 06:45", "Visit v1 to pat starts Mon 06:45, 15 min away from Mon 07:00; it may start every 15 min from Mon 07:00 to Mon 07:30.")]
    [TestCase("mon 07:20", "Visit v1 to pat starts Mon 07:20, 5 min away from Mon 07:15; it may start every 15 min from Mon 07:00 to Mon 07:30.")]
    public void Describe_OutsideOrOffTheGrid_SaysWhatIsAllowed(string start, string sentence)
    {
        FindingSink sink = Judge(start, out PreparedProblem problem);

        Assert.That(new StartWindowRule().Describe(problem, sink.Findings.Single()), Is.EqualTo(sentence));
    }

    [TestCase("mon 07:20")]
    public void Starts_NamedInsideTheWindow_AreAllowedOffTheGrid(string named)
    {
        ProblemBuilder[] weeks =
        [
            Week().With(p => p with { Visits = [p.Visits[0] with { WantedStart = TestWeek.At(named) }] }),
            Week().Pin("v1", "ann", named),
            Week().Published("mon 00:00", ("v1", named, "ann")),
        ];

        Assert.That(weeks.Select(week => week.Breach(StartWindowRule.Breach, ("v1", named, "ann"))), Is.All.Zero);
    }

    [Test]
    public void Encoding_StartOutside_BuildsNoNode()
    {
        PreparedProblem problem = PreparedProblem.From(Week(earliest: "mon 06:00", window: 180, step: 5).Build());
        PreparedVisit visit = Narrowed(problem);

        IEnumerable<int> allowed = Enumerable.Range(0, visit.Starts.Length)
            .Where(o => !new StartWindowEncoding().ForbidsNode(problem, problem.Workers[0], visit, o))
            .Select(o => visit.Starts[o] - visit.EarliestStart);

        Assert.That(allowed, Is.EqualTo([0, 15, 30]));
    }

    [Test]
    public Task Encoding_AgreesWithTheChecker() =>
        EncodingAgreement.HoldsAsync(Week().Build(), new StartWindowRule(), () => new StartWindowEncoding(), samples: 10);

    // A rota from outside may hold any start: here the week is prepared with a wide window and fine grid, then judged by a narrower one.
    private static FindingSink Judge(string start, out PreparedProblem problem)
    {
        RotaProblem week = Week(earliest: "mon 06:00", window: 180, step: 5).Build();
        PreparedProblem wide = PreparedProblem.From(week);
        FindingSink sink = new(RuleCatalogue.Weights(wide), keep: true);
        new StartWindowRule().CheckVisit(Schedules.From(wide, Rotas.Of(week, ("v1", start, "ann"))), Narrowed(wide), sink);
        problem = PreparedProblem.From(Week().Build());
        return sink;
    }

    private static PreparedVisit Narrowed(PreparedProblem problem) =>
        problem.Visits[0] with { EarliestStart = problem.Clock.Minute(TestWeek.At("mon 07:00")), LatestStart = problem.Clock.Minute(TestWeek.At("mon 07:30")), StartStep = 15 };

    private static ProblemBuilder Week(string earliest = "mon 07:00", int window = 30, int step = 15) => new ProblemBuilder()
        .Worker("ann")
        .Worker("bob")
        .Parameter(ParameterKeys.StartStepMinutes, step)
        .Visit("v1", earliest, window: window);
}
