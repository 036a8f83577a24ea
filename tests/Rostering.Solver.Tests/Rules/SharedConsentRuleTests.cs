using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rules.SharedConsent;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class SharedConsentRuleTests
{
    [TestCase(true, true, 0)]
    [TestCase(true, false, 1)]
    [TestCase(false, false, 2)]
    public void T19_TwoPeopleShareOneWorker_NeedsConsentOfBoth(bool pat, bool sam, long expected) =>
        Assert.That(Shared(pat, sam).Breach(SharedConsentRule.Breach, ("s1", "mon 10:00", "ann")), Is.EqualTo(expected));

    [Test]
    public void T19_ConsentMissing_NobodyMayMakeTheSession()
    {
        PreparedProblem problem = PreparedProblem.From(Shared(pat: true, sam: false).Build());

        Assert.That(new SharedConsentEncoding().ForbidsNode(problem, problem.Workers[0], problem.Visits[0], 0));
    }

    [Test]
    public void Check_SupportToOnePerson_NeedsNoSharing() =>
        Assert.That(new ProblemBuilder().Worker("ann").Visit("v1", "mon 07:00").Breach(SharedConsentRule.Breach, ("v1", "mon 07:00", "ann")), Is.Zero);

    [Test]
    public void Check_Uncovered_IsFine() => Assert.That(Shared(pat: false, sam: false).Breach(SharedConsentRule.Breach), Is.Zero);

    [Test]
    public void Describe_OneMissing_SaysWhose() =>
        Assert.That(
            Shared(pat: true, sam: false).Sentences(SharedConsentRule.Breach, ("s1", "mon 10:00", "ann")),
            Is.EqualTo(["sam has not agreed to share group session s1 with pat and sam."]));

    [TestCase(true)]
    [TestCase(false)]
    public Task Encoding_AgreesWithTheChecker(bool sam) => EncodingAgreement.HoldsAsync(
        Shared(pat: true, sam).Visit("v1", "mon 12:00").Build(), new SharedConsentRule(), () => new SharedConsentEncoding(), samples: 10);

    private static ProblemBuilder Shared(bool pat, bool sam) => new ProblemBuilder()
        .Person("sam")
        .Worker("ann")
        .Visit("s1", "mon 10:00", v => v with
        {
            Kind = VisitKind.GroupSession,
            Shares = [ProblemBuilder.Share(ProblemBuilder.Pat, 500, pat), ProblemBuilder.Share("sam", 500, sam)],
        });
}
