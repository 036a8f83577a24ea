using NodaTime;
using Rostering.Core.Rotas;
using Rostering.Core.Tests.Cover;
using Rostering.Core.Visits;
using Rostering.Ledger.EntryTemplates;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Core.Tests.Visits;

/// <summary>What became of visits: given at its real cost, or one of four causes that go to four different places.</summary>
[CancelAfter(300_000)]
public sealed class RecordOutcomesTests
{
    private static readonly Instant Evening = Instant.FromUtc(2026, 11, 16, 20, 0);

    [Test]
    public async Task Given_AsPlanned_TurnsThePromiseIntoSupportAtItsCost()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        long promised = await stage.PromisedAsync("v1");

        var refused = await stage.ReportAsync(stage.Leader(Evening), ("v1", new VisitReport.Given(TestWeek.At("mon 07:30"), 60)));

        Assert.That(refused, Is.Empty);
        Assert.That(await stage.Plan.HeldAsync("support_earned"), Is.EqualTo(promised));
        Assert.That(await stage.PromisedAsync("v1"), Is.Zero);
        Assert.That((await stage.ToldAsync("v1")).State, Is.EqualTo(VisitState.Delivered));
        await stage.AssertSoundAsync();
    }

    [Test]
    public async Task Given_LongerThanPlanned_IsChargedAtWhatItReallyCost()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        long promised = await stage.PromisedAsync("v1");

        await stage.ReportAsync(stage.Leader(Evening), ("v1", new VisitReport.Given(TestWeek.At("mon 07:30"), 90)));

        Assert.That(await stage.Plan.HeldAsync("support_earned"), Is.EqualTo(promised * 3 / 2).Within(1));
    }

    [Test]
    public async Task Given_ShortBecauseWeWereLate_OwesTheRestToThePerson()
    {
        await using var stage = await LiveStage.WithAnnAsync();

        var refused = await stage.ReportAsync(stage.Leader(Evening), ("v1", new VisitReport.Given(TestWeek.At("mon 07:50"), 40, ShortBecause.Provider)));

        Assert.That(refused, Is.Empty);
        Assert.That(await stage.Plan.AskAsync("select (side * balance)::bigint from ledger.account_balance where fund_id = 1 and account = 'owed' and unit = 'min'"), Is.EqualTo(20));
        await stage.AssertSoundAsync();
    }

    [Test]
    public async Task Given_ShorterWithoutSayingWhy_IsAskedAboutAndNotRecorded()
    {
        await using var stage = await LiveStage.WithAnnAsync();

        var refused = await stage.ReportAsync(
            stage.Leader(Evening), ("v1", new VisitReport.Given(TestWeek.At("mon 07:30"), 40)), ("v2", new VisitReport.Given(TestWeek.At("mon 12:00"), 60)));

        Assert.That(refused.Keys, Is.EqualTo(["v1"]));
        Assert.That(refused["v1"], Does.StartWith("40 of 60 minutes were given; say whether"));
        Assert.That((await stage.ToldAsync("v2")).State, Is.EqualTo(VisitState.Delivered));
    }

    [Test]
    public async Task T13_NoHelpNeededToday_EachCauseGoesWhereItMust()
    {
        await using var stage = await LiveStage.CreateAsync(
            new ProblemBuilder().Worker("ann").Visit("declined", "mon 08:00").Visit("ill", "mon 09:15").Visit("banked", "mon 10:30").Visit("failed", "mon 11:45"),
            ("declined", "mon 08:00", "ann"), ("ill", "mon 09:15", "ann"), ("banked", "mon 10:30", "ann"), ("failed", "mon 11:45", "ann"));
        long each = await stage.PromisedAsync("banked");
        BankingAgreement agreement = new() { Id = "agreement/1", Purpose = "holiday", AgreedBy = "pat", ReinstateOn = new LocalDate(2026, 12, 7) };

        var refused = await stage.ReportAsync(
            stage.Leader(Evening),
            ("declined", new VisitReport.Declined("not needed", TestWeek.At("mon 07:00"), Redeployed: false)),
            ("ill", new VisitReport.Ill("in hospital", TestWeek.At("mon 07:00"), "hospital/1")),
            ("banked", new VisitReport.Banked(agreement)),
            ("failed", new VisitReport.Failed("nobody came")));

        Assert.That(refused, Is.Empty);
        Assert.That(await stage.Plan.HeldAsync("bank"), Is.EqualTo(each));
        Assert.That(await stage.Plan.HeldAsync("owed"), Is.GreaterThan(0));
        Assert.That(await stage.Plan.HeldAsync("waiting_earned"), Is.GreaterThan(each));
        Assert.That(await stage.Plan.HeldAsync("support_earned"), Is.Zero);
        Assert.That(await stage.Plan.HeldAsync("committed"), Is.Zero);
        await stage.AssertSoundAsync();
    }

    [Test]
    public async Task Declined_WithMoreNoticeThanTheBandsAskFor_CostsNothingAndTheWorkerIsTold()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        long main = await stage.Plan.HeldAsync("main");
        long promised = await stage.PromisedAsync("v3");

        await stage.ReportAsync(stage.Leader(), ("v3", new VisitReport.Declined("away", TestWeek.At("mon 06:40"), Redeployed: false)));

        Assert.That(await stage.Plan.HeldAsync("main"), Is.EqualTo(main + promised));
        Assert.That((await stage.ToldReadersAsync())["ann"], Has.Some.StartsWith("Called off"));
        var preview = await PreviewAsync(stage, "v1");
        Assert.That((preview.NoticeHours, preview.Declined.Pence.Pence), Is.EqualTo((0, await stage.PromisedAsync("v1"))));
    }

    [Test]
    public async Task T02_CoverOfAnIllWorker_DrawsWhatIsMoreFromContingencyWithTheRecordAndASecondPerson()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        long ordinary = await stage.PromisedAsync("v1");
        long contingency = await stage.Plan.HeldAsync("contingency");
        var gaps = await stage.IllAsync("ann", act: stage.Leader(user: 8));
        await stage.OfferAsync(gaps[0], "bob");
        await stage.AnswerAsync("bob", yes: true);
        VisitReport.Given given = new(TestWeek.At("mon 07:30"), 60);

        var alone = await stage.ReportAsync(stage.Leader(Evening, user: 8), ("v1", given));
        var together = await stage.ReportAsync(stage.Leader(Evening, user: 9), ("v1", given));

        Assert.That(alone["v1"], Does.Contain("second person"));
        Assert.That(together, Is.Empty);
        long extra = contingency - await stage.Plan.HeldAsync("contingency");
        Assert.That(extra, Is.GreaterThan(0));
        Assert.That(await stage.Plan.HeldAsync("support_earned"), Is.EqualTo(ordinary + extra));
        Assert.That(await stage.Plan.AskAsync("select detail ->> 'record' from ledger.entry where kind = 'draw'"), Does.StartWith("sick/ann/"));
        await stage.AssertSoundAsync();
    }

    private static async Task<PreviewCallOff.Share> PreviewAsync(LiveStage stage, string visit)
    {
        await using var database = stage.Open();
        var told = await stage.ToldAsync(visit);
        return (await new PreviewCallOff(database).HandleAsync(told.WeekId, visit, stage.Leader(), CancellationToken.None)).Single();
    }
}
