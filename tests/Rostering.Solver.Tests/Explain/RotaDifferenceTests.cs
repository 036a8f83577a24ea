using Rostering.Solver.Explain;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Explain;

[TestFixture]
public sealed class RotaDifferenceTests
{
    [TestCase("tue 07:00", "ann bob")]
    [TestCase("tue 07:00", "bob cat", "Tue 07:00 pat: cat instead of ann")]
    [TestCase("tue 07:00", "cat dan", "Tue 07:00 pat: cat and dan instead of ann and bob")]
    [TestCase("tue 07:30", "ann bob", "Tue 07:00 pat moves from Tue 07:00 to Tue 07:30")]
    [TestCase("tue 07:30", "ann dan", "Tue 07:00 pat moves from Tue 07:00 to Tue 07:30: dan instead of bob")]
    [TestCase("tue 07:00", "ann", "Tue 07:00 pat: without bob")]
    [TestCase("tue 07:00", "ann bob cat", "Tue 07:00 pat: cat as well")]
    [TestCase("tue 07:00", "", "Tue 07:00 pat is no longer covered; published with ann and bob")]
    public void Of_PublishedVisit_SaysWhatChanges(string start, string workers, params string[] sentences) =>
        Assert.That(Sentences(("v1", start, workers), ("training", "mon 14:00", "cat")), Is.EqualTo(sentences));

    [Test]
    public void Of_VisitForNobody_IsKnownByWhatItIs() => Assert.That(
        Sentences(("v1", "tue 07:00", "ann bob"), ("training", "mon 14:00", "dan")), Is.EqualTo(["Mon 14:00 training training: dan instead of cat"]));

    [Test]
    public void Of_SeveralChanges_AreInOrderOfThePublishedStart() =>
        Assert.That(Sentences(), Is.EqualTo(["Mon 14:00 training training is no longer covered; published with cat", "Tue 07:00 pat is no longer covered; published with ann and bob"]));

    [Test]
    public void Of_VisitThatWasNotPublished_IsNoChange() => Assert.That(
        Sentences(("v1", "tue 07:00", "ann bob"), ("training", "mon 14:00", "cat"), ("new", "wed 07:00", "dan")), Is.Empty);

    private static string[] Sentences(params (string Visit, string Start, string Workers)[] rota)
    {
        RotaProblem week = new ProblemBuilder()
            .Worker("ann").Worker("bob").Worker("cat").Worker("dan")
            .Visit("v1", "tue 07:00", window: 30, workers: 2)
            .Visit("training", "mon 14:00", visit => visit with { Kind = VisitKind.Training, Shares = [] })
            .Visit("new", "wed 07:00")
            .Published("mon 00:00", ("v1", "tue 07:00", "ann bob"), ("training", "mon 14:00", "cat"))
            .Build();
        WeeklyRota made = Rotas.Of(week, [.. rota.Where(a => a.Workers.Length > 0)]);
        return [.. RotaDifference.Of(Schedules.From(PreparedProblem.From(week, made), made)).Select(change => change.Sentence)];
    }
}
