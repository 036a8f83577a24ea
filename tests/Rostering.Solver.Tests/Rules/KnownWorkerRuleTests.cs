using Rostering.Solver.Problem;
using Rostering.Solver.Rules.KnownWorker;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class KnownWorkerRuleTests
{
    [TestCase("v1", "ann", 0)]
    [TestCase("v1", "eve", 0)]
    [TestCase("v1", "bob", 1)]
    [TestCase("v2", "ann bob", 0)]
    [TestCase("v2", "bob eve", 0)]
    [TestCase("v2", "bob cat", 1)]
    public void Check_FlaggedPerson_HasAKnownWorkerThere(string visit, string workers, long expected) =>
        Assert.That(Week().Breach(KnownWorkerRule.Breach, (visit, "mon 07:00", workers)), Is.EqualTo(expected));

    [Test]
    public void Check_PersonWithoutTheFlag_MayMeetNewWorkers() =>
        Assert.That(Week(flagged: false).Breach(KnownWorkerRule.Breach, ("v1", "mon 07:00", "bob")), Is.Zero);

    [Test]
    public void Check_TwoVisitsBeforeThisWeek_AreNotYetKnown() =>
        Assert.That(Week(visits: 2).Breach(KnownWorkerRule.Breach, ("v1", "mon 07:00", "ann")), Is.EqualTo(1));

    [Test]
    public void Describe_NobodyKnown_NamesThePerson() =>
        Assert.That(
            Week().Sentences(KnownWorkerRule.Breach, ("v1", "mon 07:00", "bob")),
            Is.EqualTo(["pat needs a known worker, visit v1 to pat has none."]));

    [Test]
    public Task Encoding_AgreesWithTheChecker() => EncodingAgreement.HoldsAsync(Week().Build(), new KnownWorkerRule(), () => new KnownWorkerEncoding());

    // Ann has been three times, Eve is chosen, Bob and Cat are new.
    private static ProblemBuilder Week(bool flagged = true, int visits = 3) => new ProblemBuilder()
        .With(p => p with
        {
            People =
            [
                p.People[0] with
                {
                    KnownWorkersOnly = flagged,
                    Chosen = [new WorkerId("eve")],
                    History = [new Acquaintance { Worker = new WorkerId("ann"), Visits = visits }],
                },
            ],
        })
        .Worker("ann")
        .Worker("bob")
        .Worker("cat")
        .Worker("eve")
        .Visit("v1", "mon 07:00")
        .Visit("v2", "mon 07:00", workers: 2);
}
