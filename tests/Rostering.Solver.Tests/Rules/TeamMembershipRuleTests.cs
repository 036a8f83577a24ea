using Rostering.Solver.Rules.TeamMembership;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class TeamMembershipRuleTests
{
    [Test]
    public void Check_OwnTeam_IsFine() => Assert.That(Week().Breaches(TeamMembershipRule.Breach, ("v1", "mon 07:00", "ann")), Is.Empty);

    [Test]
    public void Check_TeamOfOthers_IsRefused()
    {
        var breach = Week().Breaches(TeamMembershipRule.Breach, ("v1", "mon 07:00", "eve")).Single();

        Assert.That(breach.Amount, Is.EqualTo(1));
        Assert.That(breach.Sentence, Is.EqualTo("eve does not belong to team team, which visit v1 to pat is for"));
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
