using Rostering.Solver.Rules.TeamMembership;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class TeamMembershipRuleTests
{
    [Test]
    public void Check_OwnTeam_IsFine() => Assert.That(Week().Breach(TeamMembershipRule.Breach, ("v1", "mon 07:00", "ann")), Is.Zero);

    [Test]
    public void Check_TeamOfOthers_IsRefused()
    {
        var rota = CheckedRota.Of(Week().Build(), ("v1", "mon 07:00", "eve"));

        Assert.That(rota.Amount(TeamMembershipRule.Breach), Is.EqualTo(1));
        Assert.That(rota.Sentences(TeamMembershipRule.Breach), Is.EqualTo(["eve does not belong to team team, which visit v1 to pat is for."]));
    }

    [Test]
    public Task Encoding_AgreesWithTheChecker() => EncodingAgreement.HoldsAsync(Week().Build(), new TeamMembershipRule(), () => new TeamMembershipEncoding());

    private static ProblemBuilder Week() => new ProblemBuilder()
        .InTeam("clyde")
        .Worker("ann")
        .Worker("eve", team: "clyde")
        .Visit("v1", "mon 07:00")
        .Visit("v2", "tue 07:00");
}
