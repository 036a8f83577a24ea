using Rostering.Solver.Rules.Pin;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class PinRuleTests
{
    [TestCase("mon 07:00", "ann", 0)]
    [TestCase("mon 07:30", "ann", 0)]
    [TestCase("mon 07:00", "bob", 1)]
    public void Check_WorkerPinned_IsKept(string start, string workers, long expected) =>
        Assert.That(Week().Pin("v1", "ann").Breach(PinRule.Breach, ("v1", start, workers)), Is.EqualTo(expected));

    [TestCase("mon 07:00", "ann", 1)]
    [TestCase("mon 07:30", "ann", 0)]
    [TestCase("mon 07:00", "bob", 2)]
    public void Check_WorkerAndStartPinned_AreBothKept(string start, string workers, long expected) =>
        Assert.That(Week().Pin("v1", "ann", "mon 07:30").Breach(PinRule.Breach, ("v1", start, workers)), Is.EqualTo(expected));

    [Test]
    public void Check_Uncovered_BreaksThePin() => Assert.That(Week().Pin("v1", "ann").Breach(PinRule.Breach), Is.EqualTo(1));

    [Test]
    public void Describe_WorkerAndStart_SaysWhatWasPinned()
    {
        var sentences = Week().Pin("v1", "ann", "mon 07:30").Sentences(PinRule.Breach, ("v1", "mon 07:00", "bob"));

        Assert.That(sentences, Is.EqualTo(["ann is pinned to visit v1 to pat but does not make it.", "Visit v1 to pat is pinned to start Mon 07:30, it starts Mon 07:00."]));
    }

    [TestCase(null)]
    [TestCase("mon 07:30")]
    public Task Encoding_AgreesWithTheChecker(string? start) =>
        EncodingAgreement.HoldsAsync(Week().Pin("v1", "ann", start).Build(), new PinRule(), () => new PinEncoding(), samples: 40);

    private static ProblemBuilder Week() => new ProblemBuilder().Worker("ann").Worker("bob").Visit("v1", "mon 07:00", window: 30);
}
