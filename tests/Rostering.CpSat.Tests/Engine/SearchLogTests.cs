using Rostering.CpSat.Engine;

namespace Rostering.CpSat.Tests.Engine;

/// <summary>Lines as CP-SAT 9.15 prints them.</summary>
[TestFixture]
internal sealed class SearchLogTests
{
    [TestCase("#1       0.00s best:-30   next:[-38,-31] initial", 0.00, -30, -38)]
    [TestCase("#12      3.41s best:655   next:[630,654] quick_restart", 3.41, 655, 630)]
    [TestCase("#2       0.05s best:38    next:[39,40]   main", 0.05, 38, 40)]
    [TestCase("#3       1.20s best:55    next:[]        main", 1.20, 55, 55)]
    public void Solution_SolutionLine_TellsObjectiveBoundAndTime(string line, double seconds, double objective, double bound)
    {
        var solution = SearchLog.Solution(line);

        Assert.That((solution!.Objective, solution.Bound, solution.WallTimeSeconds), Is.EqualTo((objective, bound, seconds)));
    }

    [Test]
    public void Solution_NoObjective_TellsTheTime() =>
        Assert.That(SearchLog.Solution("#1       0.07s main")!.WallTimeSeconds, Is.EqualTo(0.07));

    [TestCase("#Bound   0.04s best:930   next:[808,929] scheduling", 808)]
    [TestCase("#Bound   0.04s best:inf   next:[55,6000] initial_domain", 55)]
    [TestCase("#Bound   0.04s best:-inf  next:[0,77] initial_domain", 77)]
    [TestCase("#Bound   0.04s best:10    next:[11,20] max_lp", 20)]
    public void Bound_BoundLine_IsTheFarEndOfWhatIsOpen(string line, double bound) =>
        Assert.That(SearchLog.Bound(line), Is.EqualTo(bound));

    [TestCase("#Variables: 101 (#ints: 1 in objective)")]
    [TestCase("#Model   0.10s var:100/101 constraints:110/110")]
    [TestCase("#Done    0.75s main")]
    [TestCase("Starting search at 0.01s with 1 workers.")]
    public void SolutionAndBound_OtherLines_TellNothing(string line) =>
        Assert.That((SearchLog.Solution(line), SearchLog.Bound(line)), Is.EqualTo(((SolutionFound?)null, (double?)null)));
}
