using System.Net;
using AngleSharp.Dom;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Ledger;
using Rostering.Testing;

namespace Rostering.Web.Tests;

/// <summary>Finance records what happens to a fund, and a second person checks what takes two.</summary>
public sealed class FundActPageTests
{
    private static readonly LocalDate April = new(2026, 4, 6);

    private WebApplication web = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => web = await WebApplication.StartAsync(FillAsync, role: Role.Finance);

    [OneTimeTearDown]
    public ValueTask StopAsync() => web.DisposeAsync();

    [Test]
    public async Task Fund_OfFinance_OffersEveryActAndEachHasItsForm()
    {
        var links = (await web.PageAsync("/funds/1")).QuerySelectorAll("section[aria-labelledby=record] a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.That(links, Has.Count.EqualTo(28));
        foreach (var link in links)
            Assert.That((await web.PageAsync(link)).QuerySelectorAll("main form .problem"), Is.Not.Empty, link);
    }

    [Test]
    public async Task Fund_OfOthers_OffersNothingToRecord()
    {
        using var manager = await web.SignedInAsAsync(new Someone(Role.ServiceManager) { Name = "Mo Manager" });

        Assert.That((await manager.PageAsync("/funds/1")).QuerySelector("section[aria-labelledby=record]"), Is.Null);
    }

    [Test]
    public async Task Award_Recorded_LeadsToItsEntry()
    {
        var form = (await web.PageAsync("/funds/1/record/Award")).QuerySelector("main form")!;

        using var answer = await web.SendAsync(form, ("evidence", "letter-9"), ("on", "2026-05-04"), ("from", "2026-05-04"), ("to", "2026-05-31"), ("amount", "400"));

        var page = await Visitor.ParseAsync(answer);
        Assert.That(answer.RequestMessage!.RequestUri!.AbsolutePath, Does.StartWith("/funds/1/entries/"));
        Assert.That(page.Body!.Text(), Does.Contain("letter-9").And.Contain("£360.00"));
    }

    [Test]
    public async Task Award_FilledInWrongly_SaysSoAtTheFieldAndKeepsTheRest()
    {
        var form = (await web.PageAsync("/funds/1/record/Award")).QuerySelector("main form")!;

        using var answer = await web.SendAsync(form, ("evidence", "letter-10"), ("on", "2026-05-04"), ("from", "2026-05-04"), ("to", "2026-05-31"), ("amount", "four hundred"));

        var page = await Visitor.ParseAsync(answer);
        Assert.That(page.QuerySelector("#amount-problem")!.Text(), Does.Contain("'four hundred'").And.Contain("such as 1234.50"));
        Assert.That(page.QuerySelector("input[name=amount]")!.GetAttribute("aria-invalid"), Is.EqualTo("true"));
        Assert.That(page.QuerySelector("input[name=evidence]")!.GetAttribute("value"), Is.EqualTo("letter-10"));
    }

    [Test]
    public async Task Withdrawal_OfMoreThanIsEarned_IsRefusedInTheLedgersWords()
    {
        var form = (await web.PageAsync("/funds/1/record/Withdraw")).QuerySelector("main form")!;

        using var answer = await web.SendAsync(form, ("evidence", "transfer-1"), ("on", "2026-05-04"), ("amount", "400"));

        Assert.That((await Visitor.ParseAsync(answer)).QuerySelector(".refused")!.Text(), Does.Contain("the provider has earned £0.00").And.Contain("Take at most what was earned."));
    }

    [Test]
    public async Task BankedHours_BoughtWithFromTheirRow_PayForItsPurposeAndShowWhatIsLeft()
    {
        var bank = (await web.PageAsync("/funds/1/record/Bank")).QuerySelector("main form")!;
        using var banked = await web.SendAsync(
            bank, ("evidence", "banking-1"), ("on", "2026-05-04"), ("amount", "140"), ("hours", "7"), ("purpose", "holiday by the sea"), ("outcome", "rest"), ("agreement", "agreement-1"),
            ("agreedBy", "person"), ("reinstateOn", "2026-07-06"));
        var link = (await web.PageAsync("/funds/1")).QuerySelector("section[aria-labelledby=bank] a[href*=PurchaseFromBank]")!.GetAttribute("href")!;
        var form = (await web.PageAsync(link)).QuerySelector("main form")!;
        (string, string)[] order = [("evidence", "order-1"), ("on", "2026-05-05"), ("purpose", "holiday by the sea"), ("what", "caravan"), ("outcome", "rest"), ("agreedBy", "person")];

        using var tooDear = await web.SendAsync(form, [.. order, ("amount", "150")]);
        using var bought = await web.SendAsync(form, [.. order, ("amount", "100")]);

        var refused = await Visitor.ParseAsync(tooDear);
        Assert.That(form.QuerySelector("input[name=purpose]")!.GetAttribute("value"), Is.EqualTo("holiday by the sea"));
        Assert.That(refused.QuerySelector(".refused")!.Text(), Does.Contain("£140.00 is banked for 'holiday by the sea', and the purchase costs £150.00"));
        Assert.That(refused.QuerySelector("input[name=what]")!.GetAttribute("value"), Is.EqualTo("caravan"));
        Assert.That(bought.RequestMessage!.RequestUri!.AbsolutePath, Does.StartWith("/funds/1/entries/"));
        Assert.That((await web.PageAsync("/funds/1")).QuerySelector("section[aria-labelledby=bank] tbody")!.Text(), Does.Contain("5 h · £100.00").And.Contain("2 h · £40.00"));
    }

    [Test]
    public async Task Money_Arrived_IsUnmatchedAndThenClaimed()
    {
        var form = (await web.PageAsync("/funds/remittances/new")).QuerySelector("main form")!;
        using var wrong = await web.SendAsync(form, ("Payer", "northshire"), ("Reference", "BACS-77"), ("ReceivedOn", "2026-05-04"), ("Amount", "0"));
        using var arrived = await web.SendAsync(form, ("Payer", "northshire"), ("Reference", "BACS-77"), ("ReceivedOn", "2026-05-04"), ("Amount", "£150"));
        var claim = await web.PageAsync("/funds/1/record/CouncilPaid");
        var money = claim.QuerySelectorAll("option").Single(option => option.Text().Contains("BACS-77", StringComparison.Ordinal)).GetAttribute("value")!;

        using var paid = await web.SendAsync(claim.QuerySelector("main form")!, ("evidence", "BACS-77"), ("on", "2026-05-04"), ("remittance", money), ("amount", "150"));

        Assert.That((await Visitor.ParseAsync(wrong)).QuerySelector("#amount-problem")!.Text(), Does.Contain("cannot be '0'"));
        Assert.That((await Visitor.ParseAsync(arrived)).QuerySelector("section[aria-labelledby=unmatched]")!.Text(), Does.Contain("BACS-77").And.Contain("£150.00"));
        Assert.That((await web.PageAsync("/funds")).QuerySelector("section[aria-labelledby=unmatched]")!.Text(), Does.Not.Contain("BACS-77"));
    }

    [Test]
    public async Task WriteOff_Recorded_WaitsAndIsPostedByTheSecondPersonAlone()
    {
        var form = (await web.PageAsync("/funds/1/record/WriteOffContribution")).QuerySelector("main form")!;
        using var asked = await web.SendAsync(form, ("evidence", "decision-3"), ("on", "2026-05-04"), ("amount", "12.34"), ("reason", "will not come"));
        var mine = await Visitor.ParseAsync(asked);
        using var second = await web.SignedInAsAsync(new Someone(Role.Finance) { Name = "Sam Second" });
        var theirs = await second.PageAsync("/funds/waiting");

        using var posted = await second.SendAsync(theirs.QuerySelector("form[action$=Check]")!, ("asked", theirs.QuerySelector("form[action$=Check] input[name=asked]")!.GetAttribute("value")!));

        Assert.That(mine.QuerySelector(".waiting")!.Text(), Does.Contain("Contribution written off").And.Contain("£12.34").And.Contain("will not come"));
        Assert.That(mine.QuerySelector("form[action$=Check]"), Is.Null, "nobody checks what they recorded");
        Assert.That((await Visitor.ParseAsync(posted)).QuerySelector(".waiting section"), Is.Null);
        Assert.That((await web.PageAsync("/funds/1?kind=WriteOff")).QuerySelector("section[aria-labelledby=entries] tbody")!.Text(), Does.Contain("£12.34"));
    }

    [TestCase("/funds/1/record/Nonsense")]
    [TestCase("/funds/1/record/99")]
    [TestCase("/funds/77/record/Award")]
    public async Task Address_OfNoActOrNoFund_IsNotFound(string address)
    {
        using var response = await web.GetAsync(address);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static async Task FillAsync(RotaDatabase database)
    {
        await using var books = await FundBooks.OpenAsync(database);
        FundYear year = new(books, await books.OpenAsync("Pat Year", April), April);
        await year.AwardAsync(new Money(5_200_00), new Money(200_00));
    }
}
