using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Core.Finance.Agreements;
using Rostering.Core.Finance.FundActs;
using Rostering.Core.Funds;
using Rostering.Ledger;
using Rostering.Ledger.Terms;
using Rostering.Testing;
using static Rostering.Core.Finance.FundActs.FundActFields;

namespace Rostering.Core.Tests.Finance;

/// <summary>A fund from its opening to its end, by what finance records by hand, with two providers in one database.</summary>
public sealed class FundLifeTests
{
    private static readonly LocalDate April = new(2026, 4, 6);
    private static readonly (string, string)[] Year = [(From, "2026-04-06"), (To, "2027-04-05")];

    private FundActStage stage = null!;
    private int people;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        stage = await FundActStage.OpenAsync();
        foreach (var finance in new[] { stage.Ann, stage.Eve })
            Assert.That(await CouncilAsync(finance), Is.InstanceOf<RecordFundAct.Result.Done>());
    }

    [OneTimeTearDown]
    public ValueTask StopAsync() => stage.DisposeAsync();

    [Test]
    public async Task Open_FundsOfTwoProviders_HaveNumbersAndBooksOfTheirOwnAndTheSheetsTerms()
    {
        var first = await OpenedAsync(stage.Ann, ("contingency", "7.5"), ("chargeSheet", "sheet-9"), ("chargeAmount", "45"), ("bonus", "True"));
        var second = await OpenedAsync(stage.Ann);
        var others = await OpenedAsync(stage.Eve);

        Assert.That(new[] { first, second, others }, Is.Unique.And.All.GreaterThan(100_000));
        Assert.That(await stage.Database.AskAsync($"select count(distinct organisation) from fund_holder where fund_id in ({first}, {second})"), Is.EqualTo(1));
        Assert.That(await stage.Database.AskAsync($"select count(distinct organisation) from fund_holder where fund_id in ({first}, {others})"), Is.EqualTo(2));
        var terms = (await new ReadFundTerms(stage.Ledger).HandleAsync(first, April, CancellationToken.None)).Terms!;
        Assert.That((terms.ContingencyPermille, terms.ManagementCharge!.PencePerPeriod, terms.BonusAllowed, terms.Bank.CapMinutes), Is.EqualTo((75, 4500L, true, 6000L)));
        Assert.That(await stage.Database.AskAsync($"select by_name || ' ' || why from audit_entry where what = 'finance.open-fund' and subject = 'fund/{first}'"), Is.EqualTo("Ann Finance sheet-1"));
    }

    [Test]
    public async Task Open_ManyAtOnce_EveryPersonGetsOneFund()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(at => OpenAsync(at % 2 == 0 ? stage.Ann : stage.Eve, (OpeningFields.Person, $"crowd-{at / 4}"))));

        Assert.That(results.OfType<RecordFundAct.Result.Done>().Select(done => done.Number).ToList(), Is.Unique.And.Count.EqualTo(6), "three people of each of two providers");
        Assert.That(results.OfType<RecordFundAct.Result.Faulty>().Select(faulty => faulty.Faults.Single().Field), Has.Exactly(6).EqualTo(OpeningFields.Person));
    }

    [TestCase(OpeningFields.CouncilId, "nowhere", "There is no council 'nowhere'.")]
    [TestCase(OpeningFields.OpensOn, "2024-01-01", "Southmere Council has no terms on 1 January 2024. Record the council’s terms")]
    [TestCase(OpeningFields.Name, "", "Name is empty, and nobody is recorded under the number")]
    [TestCase("contingency", "101", "Kept for emergencies, in per cent cannot be '101'. Write per cent from 0 to 100")]
    [TestCase("notice", "24-100", "Charged when the person calls off late cannot be '24-100'. Write hours of notice")]
    [TestCase("chargeAmount", "45", "The terms cannot hold. managementCharge.sheet: '' names no signed sheet")]
    [TestCase("surplusForWeeks", "4", "4 weeks above a cap that is not given.")]
    [TestCase("cycle", "FourWeekly", "The terms cannot hold. invoiceCycle.anchor: missing for a four-weekly cycle")]
    [TestCase(Reason, "", "Where these terms come from is empty.")]
    public async Task Open_FieldThatIsWrong_IsNamedWithItsValueAndTheRemedyAndNothingIsOpened(string field, string value, string words)
    {
        var before = await stage.Database.AskAsync("select count(*) from ledger.fund");

        var result = await OpenAsync(stage.Ann, (field, value));

        Assert.That(((RecordFundAct.Result.Faulty)result).Faults.Single().ToString(), Does.StartWith(words));
        Assert.That(await stage.Database.AskAsync("select count(*) from ledger.fund"), Is.EqualTo(before));
    }

    [Test]
    public async Task Terms_RecordedLater_HoldFromTheirDayAndAreOfTheOwnProviderAlone()
    {
        var fund = await OpenedAsync(stage.Ann);

        var later = await TermsAsync(stage.Ann, fund, (From, "2026-06-01"), ("contingency", "12"));
        var before = await TermsAsync(stage.Ann, fund, (From, "2026-01-01"));
        var stranger = await TermsAsync(stage.Eve, fund, (From, "2026-07-01"));

        Assert.That(later, Is.EqualTo(new RecordFundAct.Result.Done(2)));
        Assert.That(((RecordFundAct.Result.Faulty)before).Faults.Single().ToString(), Does.Contain("no terms yet on 1 January 2026"));
        Assert.That(((RecordFundAct.Result.Refused)stranger).Refusal.Reason, Is.EqualTo(RefusalReason.NoOpenFund));
        Assert.That((await PermilleAsync(fund, new(2026, 5, 31)), await PermilleAsync(fund, new(2026, 6, 1))), Is.EqualTo((100, 120)));
    }

    [Test]
    public async Task Council_RecordedAgain_ForTheSameDayIsRefusedAndForAnotherDayIsNew()
    {
        var same = await CouncilAsync(stage.Ann, "southmere-council");
        var again = await CouncilAsync(stage.Ann);
        var later = await CouncilAsync(stage.Ann, "southmere-council", (From, "2027-04-01"), (RecordCouncilTerms.Reviewed, "true"));

        Assert.That(((RecordFundAct.Result.Faulty)same).Faults.Single().ToString(), Does.Contain("has terms from 1 April 2025 already"));
        Assert.That(((RecordFundAct.Result.Faulty)again).Faults.Single().Field, Is.EqualTo(RecordCouncilTerms.Name));
        Assert.That(later, Is.InstanceOf<RecordFundAct.Result.Done>());
        Assert.That(await stage.Database.AskAsync($"select string_agg(reviewed_by, ' ' order by effective_from) from council_profile where council_id = 'southmere-council' and provider_id = {stage.Ann.ProviderId}"), Is.EqualTo($"unverified {stage.Ann.OpaqueId}"));
    }

    [Test]
    public async Task Councils_OfTwoProviders_AreEachProvidersOwn()
    {
        (string, string)[] northmere = [(RecordCouncilTerms.Name, "Northmere Council"), ("contingency", "20")];
        Assert.That(await CouncilAsync(stage.Eve, null, northmere), Is.InstanceOf<RecordFundAct.Result.Done>());

        var unknown = await OpenAsync(stage.Ann, (OpeningFields.CouncilId, "northmere-council"));
        var own = await CouncilAsync(stage.Ann, null, [.. northmere, ("contingency", "5")]);

        Assert.That(((RecordFundAct.Result.Faulty)unknown).Faults.Single().ToString(), Does.StartWith("There is no council 'northmere-council'."));
        Assert.That(own, Is.InstanceOf<RecordFundAct.Result.Done>());
        Assert.That((await ContingencyAsync(stage.Ann), await ContingencyAsync(stage.Eve)), Is.EqualTo((50, 200)));

        async Task<int> ContingencyAsync(Actor of)
        {
            await using var context = RosteringContext.On(stage.Database.ConnectionString);
            var councils = await new ReadCouncils(context).HandleAsync(of.ProviderId, CancellationToken.None);
            return councils.Single(council => council.Id == "northmere-council").Profiles.Single().Terms.ContingencyPermille;
        }
    }

    [Test]
    public async Task Purchase_FromTheBank_IsPaidByTheOldestHoursOfItsPurposeOnceForEachOrder()
    {
        var fund = await AwardedAsync(stage.Ann);
        (string, string)[] holiday = [(Amount, "140"), (Hours, "7"), (Purpose, "holiday"), (Outcome, "a week by the sea"), (Agreement, "agreement-1"), (AgreedBy, "person"), (ReinstateOn, "2026-07-06")];
        var oldest = await stage.DoneAsync(fund, FundActKind.Bank, holiday);
        await stage.DoneAsync(fund, FundActKind.Bank, [.. holiday, (Agreement, "agreement-2")]);
        (string, string)[] order = [(Evidence, "order-1"), (Amount, "200"), (Purpose, "holiday"), (What, "caravan"), (Outcome, "a week by the sea"), (AgreedBy, "person")];

        var tooDear = await stage.RecordAsync(fund, FundActKind.PurchaseFromBank, [.. order, (Amount, "280.01")]);
        var otherPurpose = await stage.RecordAsync(fund, FundActKind.PurchaseFromBank, [.. order, (Purpose, "bicycle")]);
        var main = await stage.HeldAsync(fund, "main");
        await stage.DoneAsync(fund, FundActKind.PurchaseFromBank, order);
        var again = await stage.RecordAsync(fund, FundActKind.PurchaseFromBank, [.. order, (Amount, "20")]);

        Assert.That(((RecordFundAct.Result.Refused)tooDear).Refusal.ToString(), Does.Contain("£280.00 is banked for 'holiday', and the purchase costs £280.01. Buy for less"));
        Assert.That(((RecordFundAct.Result.Refused)otherPurpose).Refusal.ToString(), Does.Contain("£0.00 is banked for 'bicycle'"));
        Assert.That(((RecordFundAct.Result.Refused)again).Refusal.ToString(), Is.EqualTo("Something is bought by order 'order-1' already. Look at the fund's entries; if this is something else, give it its own number."));
        Assert.That((await stage.HeldAsync(fund, "bank"), await stage.HeldAsync(fund, "bank", "min"), await stage.HeldAsync(fund, "main")), Is.EqualTo(((object)8_000L, (object)240L, main)));
        Assert.That(await stage.Database.AskAsync($"select pence + minutes from ledger.tranche where fund_id = {fund} and seq = {oldest}"), Is.EqualTo(0L), "the oldest pays first");
        Assert.That(await stage.HeldAsync(fund, "payable"), Is.EqualTo(200_00L), "the bill is to be paid");
        await SoundAsync();
    }

    [Test]
    public async Task Hours_BankedByHandAndReturned_ComeBackWhole()
    {
        var fund = await AwardedAsync(stage.Ann);
        (string, string)[] holiday = [(Amount, "140"), (Hours, "7"), (Purpose, "holiday"), (Outcome, "a week by the sea"), (Agreement, "agreement-1"), (AgreedBy, "person"), (ReinstateOn, "2026-07-06")];

        var banked = await stage.DoneAsync(fund, FundActKind.Bank, holiday);
        var tooMuch = await stage.RecordAsync(fund, FundActKind.Bank, [.. holiday, (Hours, "94")]);
        var noReturn = await stage.RecordAsync(fund, FundActKind.Bank, [.. holiday, (ReinstateOn, "2026-05-01")]);
        Assert.That(await stage.HeldAsync(fund, "bank", "min"), Is.EqualTo(420));
        await stage.DoneAsync(fund, FundActKind.Unbank, (Entry, $"{banked}"), (Reason, "changed their mind"));

        Assert.That(((RecordFundAct.Result.Refused)tooMuch).Refusal.ToString(), Does.Contain("101 h would be banked, and the council allows 100 h"));
        Assert.That(((RecordFundAct.Result.Refused)noReturn).Refusal.ToString(), Does.Contain("which is not after"));
        Assert.That((await stage.HeldAsync(fund, "bank"), await stage.HeldAsync(fund, "bank", "min")), Is.EqualTo(((object)0L, (object)0L)));
        await SoundAsync();
    }

    [Test]
    public async Task Charge_OfThePeriod_IsWhatTheSheetStatesOnceAndNothingWithoutOne()
    {
        var charged = await AwardedAsync(stage.Ann, ("chargeSheet", "sheet-3"), ("chargeShare", "10"));
        FundYear visits = new(stage.Books, charged, April);
        await visits.DeliverUnplannedAsync(new(2026, 4, 20), "visit-c1", new Money(80_00), new Minutes(60));
        await visits.DeliverUnplannedAsync(new(2026, 5, 1), "visit-c2", new Money(50_00), new Minutes(60));

        await stage.DoneAsync(charged, FundActKind.Charge, (From, "2026-04-15"));
        var again = await stage.RecordAsync(charged, FundActKind.Charge, (From, "2026-04-30"));
        var without = await stage.RecordAsync(await AwardedAsync(stage.Ann), FundActKind.Charge, (From, "2026-04-15"));

        Assert.That(await stage.HeldAsync(charged, "charge_earned"), Is.EqualTo(8_00));
        Assert.That(((RecordFundAct.Result.Refused)again).Refusal.ToString(), Does.Contain("charge of that period is recorded already"));
        Assert.That(((RecordFundAct.Result.Refused)without).Refusal.Reason, Is.EqualTo(RefusalReason.ChargeNotAgreed));
    }

    [Test]
    public async Task Gift_FromTheReserve_TakesTwoPeopleAndNeverMoreThanIsThere()
    {
        var fund = await AwardedAsync(stage.Ann);
        var money = await stage.ArriveAsync($"provider-{stage.Ann.ProviderId}", "LEGACY-1", 500_00);
        var added = await new EndowReserve(stage.Ledger).HandleAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { [Evidence] = "legacy-1", [On] = "2026-05-04", [FundActFields.Remittance] = money, [Amount] = "500" }, new Act(stage.Ann, FundActStage.Now, "test"), CancellationToken.None);
        Assert.That(added, Is.InstanceOf<RecordFundAct.Result.Done>());
        var main = (long)(await stage.HeldAsync(fund, "main"))!;

        await stage.CheckedAsync(fund, FundActKind.Gift, (Amount, "200"), (Reason, "heating failed"));
        var tooMuch = await stage.RecordAsync(fund, FundActKind.Gift, (Amount, "301"), (Reason, "heating failed"));

        Assert.That(await stage.HeldAsync(fund, "main"), Is.EqualTo(main + 200_00));
        Assert.That(await new ReadReserve(stage.Ledger).HandleAsync(stage.Ann.ProviderId, CancellationToken.None), Is.EqualTo(new Money(300_00)));
        Assert.That(((RecordFundAct.Result.Refused)tooMuch).Refusal.ToString(), Does.Contain("£300.00").And.Contain("£301.00").And.Contain("Give less"));
        await SoundAsync();
    }

    [Test]
    public async Task Reversal_OfAnEntry_TakesTwoPeopleAndIsDoneOnce()
    {
        var fund = await AwardedAsync(stage.Ann);
        var mistaken = await stage.DoneAsync(fund, FundActKind.Purchase, (Amount, "200"), (What, "bicycle"), (Outcome, "outcome-2"), (AgreedBy, "person"));

        await stage.CheckedAsync(fund, FundActKind.Reversal, (Entry, $"{mistaken}"), (Reason, "ordered twice"));
        var twice = await stage.RecordAsync(fund, FundActKind.Reversal, (Entry, $"{mistaken}"), (Reason, "ordered twice"));
        var nothing = await stage.RecordAsync(fund, FundActKind.Reversal, (Entry, "999"), (Reason, "ordered twice"));

        Assert.That(await stage.HeldAsync(fund, "payable"), Is.EqualTo(0));
        Assert.That(((RecordFundAct.Result.Refused)twice).Refusal.ToString(), Does.Contain($"no entry {mistaken} that still stands"));
        Assert.That(((RecordFundAct.Result.Refused)nothing).Refusal.ToString(), Does.Contain($"Fund {fund} has no entry 999"));
    }

    [Test]
    public async Task Bonus_AgreedInTheTerms_IsPaidFromTheAgreedSaving()
    {
        (string, string)[] bonus = [(Amount, "50"), (Saving, "saving-1"), (SavedAmount, "120"), (AgreedBy, "person")];

        var fund = await AwardedAsync(stage.Ann, ("bonus", "True"));
        await stage.CheckedAsync(fund, FundActKind.Bonus, bonus);
        var notAgreed = await stage.RecordAsync(await AwardedAsync(stage.Ann), FundActKind.Bonus, bonus);

        Assert.That(await stage.HeldAsync(fund, "bonus_payable"), Is.EqualTo(50_00));
        Assert.That(((RecordFundAct.Result.Refused)notAgreed).Refusal.Reason, Is.EqualTo(RefusalReason.Bonus));
    }

    [Test]
    public async Task CloseOut_OfAFund_TakesEverythingWithThePersonAndEndsIt()
    {
        var fund = await AwardedAsync(stage.Ann);
        await stage.DoneAsync(fund, FundActKind.Bank, (Amount, "140"), (Hours, "7"), (Purpose, "holiday"), (Outcome, "sea"), (Agreement, "agreement-2"), (AgreedBy, "person"), (ReinstateOn, "2026-07-06"));
        var early = await stage.RecordAsync(fund, FundActKind.End);

        await stage.CheckedAsync(fund, FundActKind.CloseOut, (Heir, "provider/birch"), (Reason, "moves to another provider"));
        await stage.DoneAsync(fund, FundActKind.End);
        var after = await stage.RecordAsync(fund, FundActKind.Award, [.. Year, (Amount, "10")]);

        Assert.That(((RecordFundAct.Result.Refused)early).Refusal.Reason, Is.EqualTo(RefusalReason.StillHolds));
        Assert.That(await stage.Database.AskAsync($"select sum(abs(balance)) from ledger.account_balance where fund_id = {fund}"), Is.EqualTo(0m));
        Assert.That(await stage.Database.AskAsync($"select closed_on from ledger.fund where id = {fund}"), Is.EqualTo(new DateOnly(2026, 5, 4)));
        Assert.That(((RecordFundAct.Result.Refused)after).Refusal.Reason, Is.EqualTo(RefusalReason.NoOpenFund));
        await SoundAsync();
    }

    private async Task<int> AwardedAsync(Actor by, params (string Name, string Value)[] fields)
    {
        var fund = await OpenedAsync(by, fields);
        await stage.DoneAsync(fund, FundActKind.Award, [.. Year, (Amount, "12000"), (Hours, "1040")]);
        return fund;
    }

    private async Task<int> OpenedAsync(Actor by, params (string Name, string Value)[] fields) => ((RecordFundAct.Result.Done)await OpenAsync(by, fields)).Number;

    private Task<RecordFundAct.Result> OpenAsync(Actor by, params (string Name, string Value)[] fields) => new OpenPersonFund(stage.Ledger).HandleAsync(
        Filled(
            TermsField.OfFund,
            [
                (OpeningFields.CouncilId, "southmere-council"), (OpeningFields.OpensOn, "2026-04-06"), (OpeningFields.Person, $"p-{Interlocked.Increment(ref people)}"), (OpeningFields.Name, "Pat Open"),
                (OpeningFields.PurchaseOrder, "PO-1"), (OpeningFields.FundingOption, "individual service fund"), (OpeningFields.YearStartsOn, "2026-04-06"), (OpeningFields.Pictures, "true"), (Reason, "sheet-1"), .. fields,
            ]),
        new Act(by, FundActStage.Now, "test"), CancellationToken.None);

    private Task<RecordFundAct.Result> TermsAsync(Actor by, int fund, params (string Name, string Value)[] fields) =>
        new RecordFundTerms(stage.Ledger).HandleAsync(new(fund, Filled(TermsField.OfFund, [(Reason, "sheet-2"), .. fields])), new Act(by, FundActStage.Now, "test"), CancellationToken.None);

    private Task<RecordFundAct.Result> CouncilAsync(Actor by, string? known = null, params (string Name, string Value)[] fields) => new RecordCouncilTerms(stage.Ledger).HandleAsync(
        new(known, Filled(
            TermsField.OfCouncil,
            [
                (RecordCouncilTerms.Name, "Southmere Council"), (RecordCouncilTerms.Contact, "Budgets team"), (From, "2025-04-01"), (RecordCouncilTerms.Source, "contract, page 4"), (RecordCouncilTerms.Reviewed, "false"),
                ("bankHours", "100"), .. fields,
            ])),
        new Act(by, FundActStage.Now, "test"), CancellationToken.None);

    /// <summary>The fields of usual terms, with some filled in otherwise.</summary>
    private static Dictionary<string, string> Filled(IEnumerable<TermsField> terms, IEnumerable<(string Name, string Value)> fields)
    {
        Dictionary<string, string> texts = new(TermsField.Texts(terms, new FundTerms { Bank = new BankTerms { CapMinutes = 6000 } }), StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            texts[name] = value;
        return texts;
    }

    private async Task<int> PermilleAsync(int fund, LocalDate on) => (await new ReadFundTerms(stage.Ledger).HandleAsync(fund, on, CancellationToken.None)).Terms!.ContingencyPermille;

    private async Task SoundAsync()
    {
        await using var context = RosteringContext.On(stage.Database.ConnectionString);
        Assert.That((await new VerifyLedger(context).HandleAsync(new VerifyLedger.Request(), CancellationToken.None)).Findings, Is.Empty);
    }
}
