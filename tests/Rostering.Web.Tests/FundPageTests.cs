using System.Net;
using AngleSharp.Dom;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Ledger;
using Rostering.Testing;

namespace Rostering.Web.Tests;

/// <summary>One fund that had thirty weeks of £100, banked for a holiday, drew contingency and had an entry reversed, on 2 November 2026.</summary>
public sealed class FundPageTests
{
    private const string Fund = "/funds/1?on=2026-11-02";

    private static readonly LocalDate April = new(2026, 4, 6);
    private static readonly LocalDate Today = new(2026, 11, 2);
    private static readonly Minutes Hours = new(300);

    private WebApplication web = null!;
    private int committed;
    private int reversed;

    [OneTimeSetUp]
    public async Task StartAsync() => web = await WebApplication.StartAsync(FillAsync, role: Role.Finance);

    [OneTimeTearDown]
    public ValueTask StopAsync() => web.DisposeAsync();

    [Test]
    public async Task Fund_Head_NamesPersonCouncilTermsAndSeal()
    {
        var page = await web.PageAsync(Fund);

        Assert.That(page.QuerySelector("h1")!.Text(), Is.EqualTo("Pat Year"));
        Assert.That(page.QuerySelector("section[aria-labelledby=terms]")!.Text(), Does.Contain("PO-1").And.Contain("Version 1, from 6 Apr 2026: Signed sheet of the council").And.Match("Entry 68 [0-9a-f]{64}"));
    }

    [Test]
    public async Task Fund_Balances_AreThoseOfTheDay()
    {
        var now = await BalancesAsync(Fund);
        var spring = await BalancesAsync($"{Fund}&effective=2026-04-12");

        Assert.That(now["Main balance"], Is.EqualTo("£1,465.00"), "£4,680 less thirty weeks, £200 banked and £15; the commitment takes effect the day after");
        Assert.That(now["Contingency"], Is.EqualTo("£490.00"));
        Assert.That(now["Banked for a purpose"], Is.EqualTo("£200.00"));
        Assert.That(spring["Main balance"], Is.EqualTo("£4,580.00"), "one week of £100 had gone");
        Assert.That(spring, Does.Not.ContainKey("Banked for a purpose"));
    }

    [Test]
    public async Task Fund_BalancesBeforeAnythingWasRecorded_AreNone() =>
        Assert.That((await web.PageAsync($"{Fund}&recorded=2020-01-01")).QuerySelector("section[aria-labelledby=balances] .empty")!.Text(), Does.Contain("Nothing had been recorded"));

    [Test]
    public async Task Fund_BurnDown_IsDrawnFromItsOwnTable()
    {
        var section = (await web.PageAsync(Fund)).QuerySelector("section[aria-labelledby=burn-down]")!;

        var weeks = section.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td").Select(td => td.Text()).ToArray()).ToArray();
        Assert.That(weeks, Has.Length.EqualTo(53));
        Assert.That(weeks[0][1], Is.EqualTo("£4,580.00"));
        Assert.That(weeks.Count(week => week[1] != "–"), Is.EqualTo(31));
        Assert.That(Points(section, ".left"), Is.EqualTo(31));
        Assert.That(Points(section, ".even"), Is.EqualTo(53));
        Assert.That(Points(section, ".ahead"), Is.EqualTo(weeks.Count(week => week[2] != "–")));
    }

    [Test]
    public async Task Fund_Bank_TellsPurposeAndReinstatementAndNeverCallsItUnused()
    {
        var page = await web.PageAsync(Fund);

        Assert.That(page.QuerySelector("section[aria-labelledby=bank] tbody tr")!.Text(), Does.Contain("holiday").And.Contain("10 h · £200.00").And.Contain("27 Nov 2026"));
        Assert.That(page.Body!.Text(), Does.Not.Contain("unused"));
    }

    [Test]
    public async Task Fund_Committed_CountsWhatStandsByWeek()
    {
        var row = (await web.PageAsync(Fund)).QuerySelector("section[aria-labelledby=committed] tbody tr")!;

        Assert.That(row.Children.Select(cell => cell.Text()), Is.EqualTo(["2 Nov 2026", "1", "5 h", "£100.00"]));
    }

    [Test]
    public async Task Fund_Entries_ComeNewestFirstByPageAndByKind()
    {
        var page = await web.PageAsync(Fund);
        var older = await web.PageAsync(page.QuerySelector(".pages a")!.GetAttribute("href")!);
        var draws = await web.PageAsync($"{Fund}&kind=Draw");

        Assert.That(Entries(page), Has.Length.EqualTo(25).And.ItemAt(0).StartsWith("68 "));
        Assert.That(Entries(older)[0], Does.StartWith("43 "));
        Assert.That(Entries(draws), Is.EqualTo(["63 Contingency drawn"]));
    }

    [Test]
    public async Task Entry_Commitment_ShowsLinesTermsAndHash()
    {
        var page = await web.PageAsync($"/funds/1/entries/{committed}");

        Assert.That(page.QuerySelectorAll("section[aria-labelledby=lines] tbody th").Select(th => th.Text()), Is.EqualTo(["Main balance", "Main balance", "Committed to planned visits", "Committed to planned visits"]));
        Assert.That(page.Body!.Text(), Does.Contain("visit-next").And.Contain("Version 1").And.Match("[0-9a-f]{64}"));
    }

    [Test]
    public async Task Entry_Reversed_LeadsToItsReversalAndBack()
    {
        var page = await web.PageAsync($"/funds/1/entries/{reversed}");
        var link = page.QuerySelectorAll(".named dd a").Single(a => a.ParentElement!.PreviousElementSibling!.Text() == "Reversed by");

        var reversal = await web.PageAsync(link.GetAttribute("href")!);

        Assert.That(reversal.QuerySelectorAll(".named dd a").Select(a => a.GetAttribute("href")), Has.Member($"/funds/1/entries/{reversed}"));
        Assert.That(reversal.Body!.Text(), Does.Contain("second").And.Contain("wrong amount"));
    }

    [Test]
    public async Task T29_StepUpAsked_SaysUntilWhenWhatPays()
    {
        var status = (await web.PageAsync($"{Fund}&extraHours=5&from=2026-11-09")).QuerySelector("#step-up ~ [role=status]")!;

        Assert.That(status.Text(), Does.Contain("5 h more a week adds £1").And.Contain("The main balance pays until").And.Contain("if the person agrees").And.Contain("ask Northshire for an uplift"));
    }

    [Test]
    public async Task T30_LeavingASharedService_ShowsTheStrandedCost() =>
        Assert.That((await web.PageAsync($"{Fund}&unitCost=270&fixedCost=180&people=10")).QuerySelector("#stranded ~ [role=status]")!.Text(),
            Does.Contain("£180.00 a week is stranded").And.Contain("£20.00 a week each"));

    [Test]
    public async Task Statement_Issued_IsListedAndShownInBothEditions()
    {
        var form = (await web.PageAsync(Fund)).QuerySelector("section[aria-labelledby=statements] form")!;

        using var issued = await web.SendAsync(form, ("day", "2026-04-15"));
        var link = (await web.PageAsync(Fund)).QuerySelector("section[aria-labelledby=statements] tbody a")!;
        using var standard = await web.GetAsync(link.GetAttribute("href")!);
        using var easyRead = await web.GetAsync(link.GetAttribute("href")! + "?edition=EasyRead&form=Pdf");

        Assert.That(await standard.Content.ReadAsStringAsync(), Does.Contain("Pat Year"));
        Assert.That(standard.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("default-src 'none'"));
        Assert.That(easyRead.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
    }

    [Test]
    public async Task Statement_PeriodNotOver_IsRefusedInWords()
    {
        var form = (await web.PageAsync(Fund)).QuerySelector("section[aria-labelledby=statements] form")!;

        using var refused = await web.SendAsync(form, ("day", "2199-01-01"));

        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("issue its statement after that"));
    }

    [TestCase("/funds/99")]
    [TestCase("/funds/-1")]
    [TestCase("/funds/1/entries/999")]
    [TestCase("/funds/pat")]
    public async Task Address_OfNoFund_IsNotFound(string address)
    {
        using var response = await web.GetAsync(address);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static int Points(IElement section, string line) => section.QuerySelector($"polyline{line}")!.GetAttribute("points")!.Split(' ').Length;

    private static string[] Entries(IDocument page) => [.. page.QuerySelectorAll("section[aria-labelledby=entries] tbody th a").Select(a => a.Text())];

    private async Task<Dictionary<string, string>> BalancesAsync(string address) => (await web.PageAsync(address))
        .QuerySelectorAll("section[aria-labelledby=balances] tbody tr").ToDictionary(row => row.Children[0].Text(), row => row.Children[1].Text());

    private async Task FillAsync(RotaDatabase database)
    {
        await using var books = await FundBooks.OpenAsync(database);
        FundYear year = new(books, await books.OpenAsync("Pat Year", April), April);
        await year.AwardAsync(new Money(5_200_00));
        await year.WeeksAsync(30, new Money(100_00), Hours);
        await year.BankAsync(Today.PlusDays(-31), new Money(200_00), new Minutes(600), "holiday");
        await year.DrawAsync(Today.PlusDays(-20), new Money(30_00), "sickness/7");
        reversed = await year.DeliverUnplannedAsync(Today.PlusDays(-19), "visit-x", new Money(25_00), new Minutes(60));
        await year.ReverseAsync(Today.PlusDays(-18), reversed);
        await year.DeliverUnplannedAsync(Today.PlusDays(-18), "visit-x", new Money(15_00), new Minutes(60));
        committed = await year.CommitAsync(Today.PlusDays(1), "visit-next", new Money(100_00), Hours);
        await year.InvoiceAsync(Today.PlusDays(-5), new Money(500_00));
    }
}
