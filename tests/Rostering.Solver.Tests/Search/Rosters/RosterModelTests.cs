using Rostering.Solver.Search.Rosters;

namespace Rostering.Solver.Tests.Search.Rosters;

[TestFixture]
internal sealed class RosterModelTests
{
    [Test]
    public void SolveAsync_AnySmallProblem_FindsTheBestOfAllRosters() => AnyRoster.ForAnySeed(seed =>
    {
        AnyRoster any = new(new Random(seed));
        RosterProblem problem = any.Problem(people: 2, days: 4, shifts: 3);
        long least = Rosters(problem).Min(roster => PlainCost.Of(problem, roster));

        RosterModel model = RosterModel.Build(problem, new byte[8], (_, _) => true);
        RosterModelAnswer answer = model.SolveAsync(TestEngine.Shared, RosterPolish.Parameters(20), null, CancellationToken.None).GetAwaiter().GetResult();

        if (LevelCost.Hard(least) == 0)
        {
            Assert.That(PlainCost.Of(problem, answer.Roster), Is.EqualTo(least));
            Assert.That(answer.Proved);
            Assert.That(answer.Bound, Is.EqualTo(LevelCost.Soft(least)));
        }
    }, times: 40);

    [Test]
    public async Task SolveAsync_OnlySomeCellsFree_LeavesTheOthers()
    {
        AnyRoster any = new(new Random(6));
        RosterProblem problem = any.Problem(people: 3, days: 6, shifts: 3);
        byte[] roster = any.Roster(problem);

        RosterModel model = RosterModel.Build(problem, roster, (person, day) => person == 1 && day is > 1 and < 5);
        RosterModelAnswer answer = await model.SolveAsync(TestEngine.Shared, RosterPolish.Parameters(20), null, CancellationToken.None);

        Assert.That(answer.Roster.Index().Where(cell => cell.Index is < 8 or > 10).Select(cell => cell.Item), Is.EqualTo(roster.Index().Where(cell => cell.Index is < 8 or > 10).Select(cell => cell.Item)));
    }

    private static IEnumerable<byte[]> Rosters(RosterProblem problem)
    {
        int cells = problem.People * problem.Days;
        for (int code = 0; code < (int)Math.Pow(problem.Shifts, cells); code++)
        {
            byte[] roster = new byte[cells];
            for (int cell = 0, rest = code; cell < cells; cell++, rest /= problem.Shifts)
            {
                roster[cell] = (byte)(rest % problem.Shifts);
            }

            yield return roster;
        }
    }
}
