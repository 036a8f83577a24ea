using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Cover;
using Rostering.Solver.Explain;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Core.Tests.Cover;

/// <summary>From the call at 06:40 to somebody who comes: gaps, offers one after another, answers, and what is told and recorded.</summary>
[CancelAfter(300_000)]
public sealed class CoverTests
{
    [Test]
    public async Task ReportIllness_PublishedWorker_MakesGapsOfTheVisitsInThatTimeAlone()
    {
        await using var stage = await LiveStage.WithAnnAsync();

        var gaps = await stage.IllAsync("ann");

        Assert.That(gaps.Select(gap => (gap.Visit, gap.Cause, gap.Leaver)), Is.EqualTo([("v1", GapCause.WorkerIll, "ann"), ("v2", GapCause.WorkerIll, "ann")]));
        Assert.That((await stage.ToldAsync("v1")).Workers, Is.Empty);
        Assert.That((await stage.ToldAsync("v3")).Workers, Is.EqualTo(["ann"]));
        var day = await stage.DayAsync();
        Assert.That(day.Gaps.Select(line => (line.Visit.Visit, line.Leaver)), Is.EqualTo([("v1", "ann"), ("v2", "ann")]));
        Assert.That(day.Away.Select(line => line.Name), Is.EqualTo(["ann"]));
    }

    [Test]
    public async Task OpenGaps_LookedAtAgain_OpensNothingTwice()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        await stage.IllAsync("ann");

        await using var database = stage.Open();
        Assert.That(await new OpenGaps(stage.Plan.Ledger, database).HandleAsync(stage.Leader(), CancellationToken.None), Is.Empty);
        Assert.That(await stage.Plan.CountAsync("gap"), Is.EqualTo(2));
    }

    [Test]
    public async Task T02_WorkerIllAtTwentyToSeven_TheNextAskedSaysYesAndContingencyPaysWhatIsMore()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        long ordinary = await stage.PromisedAsync("v1");
        var gaps = await stage.IllAsync("ann");

        var details = await stage.GapAsync("v1");
        Assert.That(details!.Choices.Select(choice => (choice.Candidate.Name, choice.MayBeAsked)), Is.EqualTo([("bob", true), ("cat", true)]));
        Assert.That(details.Choices[0].Extra.Pence, Is.EqualTo(details.Choices[0].Cost.Pence - ordinary).And.GreaterThan(0));

        Assert.That(await stage.OfferAsync(gaps[0], "bob", "cat"), Is.Null);
        Assert.That(await stage.OffersAsync(), Is.EqualTo("bob:Asked cat:Queued"));
        Assert.That((await stage.AnswerAsync("bob", yes: false))!.Taken, Is.False);
        Assert.That(await stage.OffersAsync(), Is.EqualTo("bob:No cat:Asked"));
        Assert.That((await stage.AnswerAsync("cat", yes: true))!.Taken, Is.True);

        Assert.That((await stage.ToldAsync("v1")).Workers, Is.EqualTo(["cat"]));
        Assert.That(await stage.AsksAsync(), Is.EqualTo("bob:Asked bob:No cat:Asked cat:Yes"));
        Assert.That(await stage.PromisedAsync("v1"), Is.EqualTo(ordinary));
        var told = await stage.ToldReadersAsync();
        Assert.That(told["cat"].Last(), Is.EqualTo("You come on Mon 16 Nov 07:30"));
        Assert.That(told[ProblemBuilder.Pat].Last(), Is.EqualTo("cat comes on Mon 16 Nov 07:30"));
        await stage.AssertSoundAsync();
    }

    [Test]
    public async Task T22_WorkerWhoIsIll_IsNeitherListedNorAsked()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        var gaps = await stage.IllAsync("ann");
        await stage.IllAsync("bob");

        Assert.That((await stage.GapAsync("v1"))!.Choices.Select(choice => choice.Candidate.Name), Is.EqualTo(["cat"]));
        Assert.That(await stage.OfferAsync(gaps[0], "bob"), Does.StartWith("bob cannot be asked: Away"));
        Assert.That(await stage.Plan.CountAsync("offer"), Is.Zero);
    }

    [Test]
    public async Task AnswerOffer_TwoSayYesAtOnce_OneComesAndTheOtherIsTold([Range(1, 5)] int round)
    {
        await using var stage = await LiveStage.WithAnnAsync();
        var gaps = await stage.IllAsync("ann");
        await stage.OfferAsync(gaps[0], "bob", "cat");
        await stage.Plan.AskAsync("update offer set state = 'asked', asked_at = now(), answer_by = '2026-11-16 07:00+00' where worker = 'cat'");

        var answers = await Task.WhenAll(stage.AnswerAsync("bob", yes: true), stage.AnswerAsync("cat", yes: true));

        Assert.That(answers.Count(answer => answer!.Taken), Is.EqualTo(1), $"round {round}");
        Assert.That(answers.Single(answer => !answer!.Taken)!.Words, Does.StartWith("Somebody else was quicker"));
        Assert.That((await stage.ToldAsync("v1")).Workers, Has.Length.EqualTo(1));
        await stage.AssertSoundAsync();
    }

    [Test]
    public async Task AnswerOffer_YesThatARuleForbidsByNow_AsksTheNextAndSaysWhy()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        var gaps = await stage.IllAsync("ann");
        await stage.OfferAsync(gaps[0], "bob", "cat");
        await stage.IllAsync("bob", from: "mon 06:45");

        var answer = await stage.AnswerAsync("bob", yes: true);

        Assert.That(answer!.Taken, Is.False);
        Assert.That(answer.Words, Does.Contain("Away"));
        Assert.That(await stage.OffersAsync(), Is.EqualTo("bob:TooLate cat:Asked"));
    }

    [Test]
    public async Task AnswerOffer_AfterTheTime_IsTooLate()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        var gaps = await stage.IllAsync("ann");
        await stage.OfferAsync(gaps[0], "bob");

        var answer = await stage.AnswerAsync("bob", yes: true, at: LiveStage.Morning + Duration.FromMinutes(11));

        Assert.That(answer!.Taken, Is.False);
        Assert.That((await stage.ToldAsync("v1")).Workers, Is.Empty);
    }

    [Test]
    public async Task SendOffers_ToldOfAnOffer_IsGoodUntilTheAnswerIsDue()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        var gaps = await stage.IllAsync("ann");
        await stage.OfferAsync(gaps[0], "bob");

        await using var database = stage.Open();
        var offer = await database.Offers.SingleAsync();
        var message = await database.Messages.SingleAsync(message => message.ToId == "bob" && message.Link == "/my/offers");
        Assert.That(message.GoodUntil, Is.Not.Null.And.EqualTo(offer.AnswerBy));
    }

    [Test]
    public async Task AnswerOffer_OfSomebodyElse_IsNotFound()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        var gaps = await stage.IllAsync("ann");
        await stage.OfferAsync(gaps[0], "bob");

        await using var database = stage.Open();
        long offer = await database.Offers.Select(offer => offer.Id).SingleAsync();
        Assert.That(await new AnswerOffer(stage.Plan.Ledger).HandleAsync(stage.Worker("cat"), new(offer, Yes: true), CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task MoveOffersOn_TimeRunsOut_AsksTheNextOnceHoweverManyLook()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        var gaps = await stage.IllAsync("ann");
        await stage.OfferAsync(gaps[0], "bob", "cat");
        Instant later = LiveStage.Morning + Duration.FromMinutes(11);

        await Task.WhenAll(stage.MoveOnAsync(later), stage.MoveOnAsync(later), stage.MoveOnAsync(later));

        Assert.That(await stage.OffersAsync(), Is.EqualTo("bob:NoAnswer cat:Asked"));
        Assert.That(await stage.AsksAsync(), Is.EqualTo("bob:Asked bob:NoAnswer cat:Asked"));
        Assert.That((await stage.ToldReadersAsync())["cat"], Has.Exactly(1).StartsWith("Can you come"));
        Assert.That(await stage.MoveOnAsync(LiveStage.Morning), Is.Zero);
    }

    [Test]
    public async Task SendOffers_WorkerAskedAsOftenAsTheTermsAllow_IsSpared()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        await stage.AgreeAsync(terms => terms with { AsksWeekMax = 1, AsksFourWeeksMax = 4 });
        var gaps = await stage.IllAsync("ann");
        await stage.OfferAsync(gaps[0], "bob");

        Assert.That(await stage.OfferAsync(gaps[1], "bob"), Is.EqualTo("bob cannot be asked: Asked 1 times in seven days; 1 is the most. Choose somebody else."));
        Assert.That((await stage.GapAsync("v2"))!.Choices.Single(choice => choice.Candidate.Name == "bob").MayBeAsked, Is.False);
    }

    [Test]
    public async Task ExtraHelp_Today_IsAGapThatTheMainBalancePaysFor()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        await using var database = stage.Open();
        var like = await database.RecordHeads.Where(head => head.Kind == Core.Records.RecordKind.Request).OrderBy(head => head.Id).Select(head => head.Id).FirstAsync();
        long contingency = await stage.Plan.HeldAsync("contingency");

        var result = await new AskExtraHelp(database, stage.Plan.Ledger).HandleAsync(
            stage.Leader(), new(new(like), TestWeek.At("mon 15:00"), 90), CancellationToken.None);

        Assert.That(result.Refusal, Is.Null);
        var details = (await stage.GapAsync(result.Visit!))!;
        Assert.That(details.Gap!.Cause, Is.EqualTo(GapCause.ExtraHelp));
        await stage.OfferAsync(details.Gap, "bob");
        Assert.That((await stage.AnswerAsync("bob", yes: true))!.Taken, Is.True);
        Assert.That(await stage.PromisedAsync(result.Visit!), Is.EqualTo(1_600 * 1.25 * 1.5).Within(1));
        Assert.That(await stage.Plan.HeldAsync("contingency"), Is.EqualTo(contingency));
    }

    // Candidates that the page calls possible are those that the checker of the whole week lets through.
    [Test]
    public async Task ReadGap_EveryChoice_AgreesWithTheCheckerOfTheWholeWeek()
    {
        await using var stage = await LiveStage.WithAnnAsync();
        await stage.IllAsync("ann");

        var details = (await stage.GapAsync("v1"))!;

        foreach (var choice in details.Choices)
        {
            var broken = NewBreaches.Of(details.Week.Schedule, details.Week.With(details.Visit, [choice.Candidate.Worker.Value]));
            Assert.That(broken, choice.Candidate.MayCome ? Is.Empty : Is.Not.Empty, choice.Candidate.Name);
        }
    }
}
