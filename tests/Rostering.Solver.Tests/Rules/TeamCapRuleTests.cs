using Rostering.Solver.Problem;
using Rostering.Solver.Rules.TeamCap;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class TeamCapRuleTests
{
    [Test]
    public void Check_TwoTeams_AreAllowed() =>
        Assert.That(Week().Breach(TeamCapRule.Breach, ("v1", "mon 07:00", "ann"), ("v2", "tue 07:00", "ann")), Is.Zero);

    [Test]
    public void T11_ThirdTeamForAWorker_IsRefused()
    {
        var rota = CheckedRota.Of(Week().Build(), ("v1", "mon 07:00", "ann"), ("v2", "tue 07:00", "ann"), ("v3", "wed 07:00", "ann"));

        Assert.That(rota.Amount(TeamCapRule.Breach), Is.EqualTo(1));
        Assert.That(rota.Sentences(TeamCapRule.Breach), Is.EqualTo(["ann works in 3 teams this week, at most 2 are allowed."]));
    }

    [Test]
    public void Check_TeamsTakenInTurns_CountOnceEach() =>
        Assert.That(
            Week().Visit("v4", "thu 07:00").Breach(TeamCapRule.Breach, ("v1", "mon 07:00", "ann"), ("v2", "tue 07:00", "ann"), ("v4", "thu 07:00", "ann")),
            Is.Zero);

    [TestCase("sun", 0)]
    [TestCase("sat", 1)]
    public void Check_Waiver_HoldsWhenItLastsTheWeek(string until, long expected)
    {
        var waiver = new TeamCapWaiver { Until = TestWeek.At($"{until} 00:00").Date, ApprovedBy = "the manager" };

        Assert.That(
            Week(waiver).Breach(TeamCapRule.Breach, ("v1", "mon 07:00", "ann"), ("v2", "tue 07:00", "ann"), ("v3", "wed 07:00", "ann")),
            Is.EqualTo(expected));
    }

    [Test]
    public Task Encoding_AgreesWithTheChecker() => EncodingAgreement.HoldsAsync(Week().Build(), new TeamCapRule(), () => new TeamCapEncoding());

    private static ProblemBuilder Week(TeamCapWaiver? waiver = null) => new ProblemBuilder()
        .InTeam("clyde")
        .InTeam("tay")
        .Person("sam", team: "clyde")
        .Person("kim", team: "tay")
        .Worker("ann", w => w with { Teams = [In("team"), In("clyde"), In("tay")], CapWaiver = waiver })
        .Visit("v1", "mon 07:00")
        .Visit("v2", "tue 07:00", person: "sam")
        .Visit("v3", "wed 07:00", person: "kim");

    private static Membership In(string team) => new() { Team = new TeamId(team), PencePerHour = 1_345 };
}
