using Rostering.Solver.Problem;
using Rostering.Solver.Rules.Freeze;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

[TestFixture]
public sealed class FreezeRuleTests
{
    [Test]
    public void Check_AsPublished_IsFine() => Assert.That(Week().Breach(FreezeRule.Breach, ("v1", "mon 07:00", "ann")), Is.Zero);

    [Test]
    public void T09_ShiftMovedAfterPublishing_NeedsAYes()
    {
        var rota = CheckedRota.Of(Week().Build(), ("v1", "mon 09:00", "ann"));

        Assert.That(rota.Amount(FreezeRule.Breach), Is.EqualTo(1));
        Assert.That(rota.Sentences(FreezeRule.Breach), Is.EqualTo(["Visit v1 to pat is published for Mon 07:00 and inside the freeze, moving it to Mon 09:00 needs a yes from those concerned."]));
    }

    [Test]
    public void T09_ShiftMovedWithAgreement_IsFine() =>
        Assert.That(Week().With(Agree).Breach(FreezeRule.Breach, ("v1", "mon 09:00", "ann")), Is.Zero);

    [Test]
    public void Check_OtherWorker_NeedsTheYesOfTheOneTakenOff() =>
        Assert.That(
            Week().Sentences(FreezeRule.Breach, ("v1", "mon 07:00", "bob")),
            Is.EqualTo(["ann is published for visit v1 to pat at Mon 07:00 and inside the freeze, being taken off needs their yes."]));

    [Test]
    public void Check_Uncovered_TakesTheWorkerOff() => Assert.That(Week().Breach(FreezeRule.Breach), Is.EqualTo(1));

    [Test]
    public void Check_OutsideTheFreezeWindow_MayChange() =>
        Assert.That(Week(frozenUntil: "mon 07:00").Breach(FreezeRule.Breach, ("v1", "mon 09:00", "bob")), Is.Zero);

    [TestCase("mon 07:00", "bob", 0)]
    [TestCase("mon 09:00", "bob", 1)]
    [TestCase(null, "", 0)]
    public void Check_PublishedWorkerFellIll_VisitKeepsItsStartOrWaits(string? start, string workers, long expected)
    {
        ProblemBuilder week = Week(ann: w => w with { Absences = [new Absence { Kind = AbsenceKind.Sickness, Time = TestWeek.Span("last sun 00:00", "thu 00:00") }] });

        Assert.That(start is null ? week.Breach(FreezeRule.Breach) : week.Breach(FreezeRule.Breach, ("v1", start, workers)), Is.EqualTo(expected));
    }

    [TestCase("ann eve", 0)]
    [TestCase("bob eve", 0)]
    [TestCase("ann bob", 1)]
    public void Check_OneOfTwoFellIll_TheOtherStays(string workers, long expected)
    {
        ProblemBuilder week = new ProblemBuilder()
            .Worker("ann", w => w with { Absences = [new Absence { Kind = AbsenceKind.Sickness, Time = TestWeek.Span("mon 00:00", "tue 00:00") }] })
            .Worker("bob")
            .Worker("eve")
            .Visit("v1", "mon 07:00", workers: 2)
            .Published("tue 00:00", ("v1", "mon 07:00", "ann eve"));

        Assert.That(week.Breach(FreezeRule.Breach, ("v1", "mon 07:00", workers)), Is.EqualTo(expected));
    }

    [Test]
    public void Check_PublishedWorkerNoLongerWanted_IsLetGo()
    {
        ProblemBuilder week = Week().With(p => p with
        {
            People = [p.People[0] with { Excluded = [new Exclusion { Worker = new WorkerId("ann"), From = TestWeek.Monday }] }],
        });

        Assert.That(week.Breach(FreezeRule.Breach, ("v1", "mon 07:00", "bob")), Is.Zero);
    }

    [Test]
    public void Check_WindowThatNoLongerHoldsTheStart_ReleasesTheVisit()
    {
        ProblemBuilder week = new ProblemBuilder().Worker("ann").Worker("bob").Visit("v1", "mon 09:00").Published("tue 00:00", ("v1", "mon 07:00", "ann"));

        Assert.That(week.Breach(FreezeRule.Breach, ("v1", "mon 09:00", "bob")), Is.Zero);
    }

    [Test]
    public Task Encoding_AgreesWithTheChecker() => EncodingAgreement.HoldsAsync(Week().Build(), new FreezeRule(), () => new FreezeEncoding(), samples: 40);

    [Test]
    public Task Encoding_WorkerFellIll_AgreesWithTheChecker() => EncodingAgreement.HoldsAsync(
        Week(ann: w => w with { Absences = [new Absence { Kind = AbsenceKind.Sickness, Time = TestWeek.Span("mon 00:00", "tue 00:00") }] }).Build(),
        new FreezeRule(),
        () => new FreezeEncoding());

    private static ProblemBuilder Week(string frozenUntil = "tue 00:00", Func<Worker, Worker>? ann = null) => new ProblemBuilder()
        .Worker("ann", ann)
        .Worker("bob")
        .Visit("v1", "mon 07:00", v => v with { LatestStart = TestWeek.At("mon 09:00") })
        .Parameter(ParameterKeys.StartStepMinutes, 60)
        .Published(frozenUntil, ("v1", "mon 07:00", "ann"));

    private static RotaProblem Agree(RotaProblem problem) => problem with
    {
        Published = problem.Published! with { Visits = [.. problem.Published.Visits.Select(visit => visit with { ChangeAgreed = true })] },
    };
}
