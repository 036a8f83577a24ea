using Rostering.Solver.Rules.SynchronisedVisits;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class SynchronisedVisitsRuleTests
{
    [TestCase("mon 07:00", "mon 07:00", 0)]
    [TestCase("mon 07:00", "mon 07:30", 30)]
    [TestCase("mon 07:30", "mon 07:15", 15)]
    public void Check_BothCovered_StartTogether(string first, string second, long expected) =>
        Assert.That(Week().Breach(SynchronisedVisitsRule.Breach, ("v1", first, "ann"), ("v2", second, "bob")), Is.EqualTo(expected));

    [TestCase("v1", 60)]
    [TestCase("v2", 90)]
    public void Check_OneAlone_CountsItsMinutes(string covered, long expected) =>
        Assert.That(Week().Breach(SynchronisedVisitsRule.Breach, (covered, "mon 07:15", "ann")), Is.EqualTo(expected));

    [Test]
    public void Check_NeitherCovered_IsFine() => Assert.That(Week().Breach(SynchronisedVisitsRule.Breach), Is.Zero);

    [Test]
    public void Describe_ApartAndAlone_SaysWhich()
    {
        Assert.That(
            Week().Sentences(SynchronisedVisitsRule.Breach, ("v1", "mon 07:00", "ann"), ("v2", "mon 07:30", "bob")),
            Is.EqualTo(["Visit v1 to pat starts Mon 07:00 and visit v2 to pat Mon 07:30, they must start together."]));
        Assert.That(
            Week().Sentences(SynchronisedVisitsRule.Breach, ("v2", "mon 07:30", "bob")),
            Is.EqualTo(["Visit v2 to pat is covered and visit v1 to pat is not, the two belong together."]));
    }

    [Test]
    public Task Encoding_AgreesWithTheChecker() =>
        EncodingAgreement.HoldsAsync(Week().Build(), new SynchronisedVisitsRule(), () => new SynchronisedVisitsEncoding(), samples: 40);

    // The second has a later last start, which the first can never meet.
    private static ProblemBuilder Week() => new ProblemBuilder()
        .Worker("ann")
        .Worker("bob")
        .Visit("v1", "mon 07:00", window: 30)
        .Visit("v2", "mon 07:00", minutes: 90, window: 45)
        .Synchronised("v1", "v2");
}
