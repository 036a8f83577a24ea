using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Rules.Sleepover;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class SleepoverRuleTests
{
    [TestCase("mon 22:00", 0)]
    [TestCase("mon 22:30", 30)]
    [TestCase("mon 21:00", 60)]
    public void Check_Night_StartsExactlyAsAsked(string start, long expected) =>
        Assert.That(Night(VisitKind.Sleepover, "mon 22:00").Breach(SleepoverRule.Breach, ("n1", start, "ann")), Is.EqualTo(expected));

    [Test]
    public void Check_NoStartAskedFor_TheWindowOpensWithIt() =>
        Assert.That(Night(VisitKind.WakingNight, wanted: null).Breach(SleepoverRule.Breach, ("n1", "mon 22:00", "ann")), Is.EqualTo(60));

    [Test]
    public void Check_DaySupport_MayMove() =>
        Assert.That(Night(VisitKind.Support, "mon 22:00").Breach(SleepoverRule.Breach, ("n1", "mon 21:00", "ann")), Is.Zero);

    [Test]
    public void Describe_MovedNight_SaysItsFixedStart() =>
        Assert.That(
            Night(VisitKind.Sleepover, "mon 22:00").Sentences(SleepoverRule.Breach, ("n1", "mon 21:00", "ann")),
            Is.EqualTo(["Sleepover n1 with pat starts Mon 21:00, its fixed start is Mon 22:00."]));

    [Test]
    public void Check_MovedNight_IsReportedAtTheStartItHas() =>
        Assert.That(
            CheckedRota.Of(Night(VisitKind.Sleepover, "mon 22:00").Build(), ("n1", "mon 21:30", "ann")).Check.HardViolations.Select(v => (v.Rule, v.When)),
            Does.Contain((SleepoverRule.Breach.Key, (LocalDateTime?)TestWeek.At("mon 21:30"))));

    [Test]
    public Task Encoding_AgreesWithTheChecker() =>
        EncodingAgreement.HoldsAsync(Night(VisitKind.Sleepover, "mon 22:00").Build(), new SleepoverRule(), () => new SleepoverEncoding());

    private static ProblemBuilder Night(VisitKind kind, string? wanted) => new ProblemBuilder()
        .Worker("ann")
        .Parameter(ParameterKeys.StartStepMinutes, 30)
        .Visit("n1", "mon 21:00", v => v with { Kind = kind, WantedStart = wanted is null ? null : TestWeek.At(wanted) }, minutes: 600, window: 120);
}
