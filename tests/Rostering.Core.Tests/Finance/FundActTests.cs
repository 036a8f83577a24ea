using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Core.Finance.FundActs;
using Rostering.Core.Funds;
using Rostering.Ledger;
using Rostering.Testing;
using static Rostering.Core.Finance.FundActs.FundActFields;

namespace Rostering.Core.Tests.Finance;

/// <summary>What finance does with a fund by hand, in a database of its own with two providers that one council pays.</summary>
public sealed class FundActTests
{
    private static readonly LocalDate April = new(2026, 4, 6);
    private static readonly Instant Now = FundActStage.Now;

    private FundActStage stage = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => stage = await FundActStage.OpenAsync();

    [OneTimeTearDown]
    public ValueTask StopAsync() => stage.DisposeAsync();

    [Test]
    public async Task Record_Award_IsInTheBooksWithItsAuditEntry()
    {
        var fund = await stage.Books.OpenAsync("Award Fund", April);

        var result = await stage.RecordAsync(fund, FundActKind.Award, (From, "2026-04-06"), (To, "2027-04-05"), (Amount, "£12,000.00"), (Contribution, "520"), (Hours, "1040"));

        Assert.That(result, Is.EqualTo(new RecordFundAct.Result.Done(1)));
        Assert.That(await stage.HeldAsync(fund, "main"), Is.EqualTo(11_268_00));
        Assert.That(await stage.HeldAsync(fund, "contingency"), Is.EqualTo(1_252_00));
        Assert.That(await stage.Database.AskAsync($"select by_name || ' ' || why from audit_entry where what = 'finance.award' and subject = 'fund/{fund}'"), Is.EqualTo("Ann Finance test"));
    }

    [Test]
    public async Task Record_ActsOfAFundsYear_AllGoIntoTheBooksAndTheBooksAreSound()
    {
        var fund = await stage.Books.OpenAsync("Year Fund", April, terms: """{"surplusCap": {"weeks": 1, "forWeeks": 1}}""");
        (string, string)[] days = [(From, "2026-04-06"), (To, "2027-04-05")];

        await stage.DoneAsync(fund, FundActKind.Award, [.. days, (Amount, "12000"), (Contribution, "520")]);
        await stage.DoneAsync(fund, FundActKind.Uplift, [.. days, (Amount, "1000"), (Reason, "pay rise")]);
        await stage.DoneAsync(fund, FundActKind.Cut, [.. days, (Amount, "500"), (Reason, "savings"), (NoticeOn, "2026-04-01"), (AgreedBy, "council")]);
        await stage.DoneAsync(fund, FundActKind.Invoice, [.. days, (Amount, "2000")]);
        await stage.DoneAsync(fund, FundActKind.CouncilPaid, (FundActFields.Remittance, await stage.ArriveAsync("northshire", "BACS-Y1", 2_400_00)), (Amount, "1900"));
        await stage.DoneAsync(fund, FundActKind.PersonPaid, (FundActFields.Remittance, await stage.ArriveAsync($"person-{fund}", "SO-Y1", 100_00)), (Amount, "100"));
        await stage.DoneAsync(fund, FundActKind.Purchase, (Amount, "200"), (What, "bicycle"), (Outcome, "outcome-2"), (AgreedBy, "person"));
        await stage.DoneAsync(fund, FundActKind.PayPurchase, (Amount, "200"));
        FundYear visits = new(stage.Books, fund, April);
        await visits.DeliverUnplannedAsync(April, "visit-1", new Money(50_00), new Minutes(60));
        await stage.DoneAsync(fund, FundActKind.Withdraw, (Amount, "50"));
        await stage.DoneAsync(fund, FundActKind.Clawback, (WeeklyAward, "240"), (AboveSince, "2026-04-06"));
        foreach (var (kind, pounds) in new[] { (FundActKind.ToMain, "600"), (FundActKind.ToContingency, "100"), (FundActKind.Deficit, "300"), (FundActKind.Refund, "500"), (FundActKind.WriteOffCouncil, "40"), (FundActKind.WriteOffContribution, "20") })
            await stage.CheckedAsync(fund, kind, (Amount, pounds), (Reason, "agreed"));
        await visits.DeliverUnplannedAsync(April.PlusDays(7), "visit-2", new Money(9_000_00), new Minutes(60));
        await stage.CheckedAsync(fund, FundActKind.ToMain, (Amount, "600"), (Reason, "pays what was overspent"));
        await stage.DoneAsync(fund, FundActKind.SettleOverspend);
        await stage.DoneAsync(fund, FundActKind.ClosePeriod, (To, "2026-04-30"));

        await using var context = RosteringContext.On(stage.Database.ConnectionString);
        Assert.That((await new VerifyLedger(context).HandleAsync(new VerifyLedger.Request(), CancellationToken.None)).Findings, Is.Empty);
    }

    [Test]
    public async Task Record_AwardPaidAhead_ClaimsTheMoneyThatArrived()
    {
        var fund = await stage.Books.OpenAsync("Ahead Fund", April, terms: """{"spendableOn": "receipt"}""");
        var money = await stage.ArriveAsync("northshire", "BACS-A1", 500_00);

        await stage.DoneAsync(fund, FundActKind.AwardPaid, (From, "2026-05-04"), (To, "2026-05-31"), (FundActFields.Remittance, money), (Amount, "500"));

        await using var context = RosteringContext.On(stage.Database.ConnectionString);
        Assert.That((await new ReadPayers(context).UnmatchedAsync(stage.Ann.ProviderId, CancellationToken.None)).Select(left => left.Reference), Has.No.Member("BACS-A1"));
        Assert.That(await stage.HeldAsync(fund, "main"), Is.EqualTo(450_00));
    }

    [TestCase(Amount, "1.005", "The council’s part cannot be '1.005'. Write pounds and pence")]
    [TestCase(Amount, "-5", "The council’s part cannot be '-5'.")]
    [TestCase(Hours, "7.51", "Hours that it stands for cannot be '7.51'. Write hours that come to whole minutes")]
    [TestCase(On, "31 April", "Takes effect on cannot be '31 April'. Choose a day.")]
    [TestCase(Evidence, "", "Award letter is empty.")]
    [TestCase(To, "2026-04-05", "5 April 2026 is before the first day, 6 April 2026. Swap the two.")]
    public async Task Record_FieldThatIsWrong_IsNamedWithItsValueAndTheRemedy(string field, string value, string words)
    {
        var fund = await stage.Books.OpenAsync($"Faulty Fund {field}{value}", April);

        var result = await stage.RecordAsync(fund, FundActKind.Award, (From, "2026-04-06"), (To, "2027-04-05"), (Amount, "12000"), (field, value));

        var fault = ((RecordFundAct.Result.Faulty)result).Faults.Single();
        Assert.That(fault.Field, Is.EqualTo(field));
        Assert.That(fault.ToString(), Does.StartWith(words));
        Assert.That(await stage.Database.AskAsync($"select count(*) from ledger.entry where fund_id = {fund}"), Is.Zero);
    }

    [Test]
    public async Task Record_SameEvidenceForSomethingElse_IsRefusedAndSaysSo()
    {
        var fund = await stage.Books.OpenAsync("Twice Fund", April);
        (string, string)[] award = [(Evidence, "letter-1"), (From, "2026-04-06"), (To, "2027-04-05")];
        await stage.DoneAsync(fund, FundActKind.Award, [.. award, (Amount, "100")]);

        var again = await stage.RecordAsync(fund, FundActKind.Award, [.. award, (Amount, "100")]);
        var other = await stage.RecordAsync(fund, FundActKind.Award, [.. award, (Amount, "200")]);

        Assert.That(again, Is.EqualTo(new RecordFundAct.Result.Done(1)), "asked again, it is the same entry");
        Assert.That(((RecordFundAct.Result.Refused)other).Refusal.ToString(), Does.Contain("'letter-1' is recorded already").And.Contain("give it its own number"));
    }

    [Test]
    public async Task Record_TakesTwoPeople_CountsOnceTheOtherHasChecked()
    {
        var fund = await stage.Books.OpenAsync("Deficit Fund", April);
        var waits = (RecordFundAct.Result.Waits)await stage.RecordAsync(fund, FundActKind.Deficit, (Amount, "300"), (Reason, "support must go on"));

        var byHerself = await stage.AnswerAsync(stage.Ann, waits.Asked);
        var byAStranger = await stage.AnswerAsync(stage.Eve, waits.Asked);
        var before = await stage.Database.AskAsync($"select count(*) from ledger.deficit where fund_id = {fund}");
        var byBob = await stage.AnswerAsync(stage.Bob, waits.Asked);
        var twice = await stage.AnswerAsync(stage.Bob, waits.Asked);

        Assert.That(byHerself, Does.Contain("somebody else"));
        Assert.That((byAStranger, twice), Is.EqualTo((twice, twice)), "a stranger learns no more than that nothing waits");
        Assert.That(twice, Does.Contain("does not wait any more"));
        Assert.That(before, Is.Zero);
        Assert.That(byBob, Is.Null);
        Assert.That(await stage.Database.AskAsync($"select pence || made_by || checked_by from ledger.deficit where fund_id = {fund}"), Is.EqualTo($"30000{stage.Ann.OpaqueId}{stage.Bob.OpaqueId}"));
        Assert.That(await stage.Database.AskAsync($"select string_agg(what || ' ' || by_name, ', ' order by id) from audit_entry where subject = 'fund/{fund}'"),
            Is.EqualTo("finance.ask-deficit Ann Finance, finance.check-deficit Bob Finance"));
    }

    [Test]
    public async Task Answer_TurnedDown_NeedsAReasonAndPostsNothing()
    {
        var fund = await stage.Books.OpenAsync("Turned Down Fund", April);
        var waits = (RecordFundAct.Result.Waits)await stage.RecordAsync(fund, FundActKind.Deficit, (Amount, "300"), (Reason, "support must go on"));

        Assert.That(await stage.AnswerAsync(stage.Bob, waits.Asked, turnedDownFor: " "), Does.Contain("reason is empty"));
        Assert.That(await stage.AnswerAsync(stage.Bob, waits.Asked, turnedDownFor: "ask for an uplift first"), Is.Null);

        Assert.That(await stage.Database.AskAsync($"select count(*) from ledger.deficit where fund_id = {fund}"), Is.Zero);
        Assert.That(await stage.Database.AskAsync($"select why from audit_entry where subject = 'fund/{fund}' order by id desc limit 1"), Is.EqualTo("ask for an uplift first"));
    }

    [Test]
    public async Task Record_TwoPeopleActThatTheFundCannotCarry_IsRefusedAtOnce()
    {
        var fund = await stage.Books.OpenAsync("Poor Fund", April);

        var result = await stage.RecordAsync(fund, FundActKind.Refund, (Amount, "10"), (Reason, "paid twice"));

        Assert.That(((RecordFundAct.Result.Refused)result).Refusal.Reason, Is.EqualTo(RefusalReason.TooLittle));
    }

    [Test]
    public async Task Record_FundOrMoneyOfAnotherProvider_IsNotThere()
    {
        var own = await stage.Books.OpenAsync("Own Fund", April);
        var others = await stage.Books.OpenAsync("Others' Fund", April, provider: "Elsewhere");
        var money = await stage.ArriveAsync("northshire", "BACS-E1", 100_00, stage.Eve);
        await stage.DoneAsync(own, FundActKind.Award, (From, "2026-04-06"), (To, "2027-04-05"), (Amount, "100"));

        var fund = await stage.RecordAsync(others, FundActKind.Award, (From, "2026-04-06"), (To, "2027-04-05"), (Amount, "100"));
        var claim = await stage.RecordAsync(own, FundActKind.CouncilPaid, (FundActFields.Remittance, money), (Amount, "100"));

        Assert.That(((RecordFundAct.Result.Refused)fund).Refusal.Reason, Is.EqualTo(RefusalReason.NoOpenFund));
        Assert.That(((RecordFundAct.Result.Refused)claim).Refusal.Reason, Is.EqualTo(RefusalReason.Remittance));
    }

    [Test]
    public async Task Receive_CouncilThatPaysTwoProviders_EachSeesItsOwnMoneyAlone()
    {
        await stage.ArriveAsync("northshire", "BACS-OURS", 10_00);
        await stage.ArriveAsync("northshire", "BACS-THEIRS", 20_00, stage.Eve);
        var taken = await new ReceiveRemittance(stage.Ledger).HandleAsync(new("northshire", "BACS-THEIRS", April, new Money(20_00)), new Act(stage.Ann, Now, "test"), CancellationToken.None);

        await using var context = RosteringContext.On(stage.Database.ConnectionString);
        var ours = await new ReadFunds(context).HandleAsync(stage.Ann.ProviderId, April, CancellationToken.None);
        var theirs = await new ReadFunds(context).HandleAsync(stage.Eve.ProviderId, April, CancellationToken.None);

        Assert.That(ours.Unmatched.Select(left => left.Reference), Has.Member("BACS-OURS").And.No.Member("BACS-THEIRS"));
        Assert.That(theirs.Unmatched.Select(left => left.Reference), Has.Member("BACS-THEIRS").And.No.Member("BACS-OURS"));
        Assert.That(((Attempt<long>.Refused)taken).Refusal.ToString(), Does.Contain("'BACS-THEIRS' is taken").And.Contain("tells it apart"));
    }
}
