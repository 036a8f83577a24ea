using System.Net;
using AngleSharp.Dom;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Ledger;
using Rostering.Testing;

namespace Rostering.Web.Tests;

/// <summary>Funds that are each wrong in one way, one that is right, and money that nobody has claimed, on 2 November 2026.</summary>
public sealed class FundListTests
{
    private const string List = "/funds?on=2026-11-02";
    private const string Impish = "=Mia <b>O'Neil</b>, \"Bo\"";

    private static readonly LocalDate April = new(2026, 4, 6);
    private static readonly LocalDate Today = new(2026, 11, 2);
    private static readonly Minutes Hour = new(60);

    private WebApplication web = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => web = await WebApplication.StartAsync(FillAsync);

    [OneTimeTearDown]
    public ValueTask StopAsync() => web.DisposeAsync();

    [Test]
    public async Task List_Always_PutsExceptionsFirstWithWordsAndIcons()
    {
        var page = await web.PageAsync(List);

        var rows = page.QuerySelector("table.sheet")!.QuerySelectorAll("tbody tr");
        Assert.That(rows.Select(Name), Is.EquivalentTo(new[] { "Ada Overspent", "Ben Banker", "Cal Owed", "Dee Debt", "Eve Ending", Impish }));
        Assert.That(Name(rows[0]), Is.EqualTo("Ada Overspent"), "two that are wrong already come before one");
        Assert.That(Name(rows[^1]), Is.EqualTo(Impish), "the one with nothing to look at comes last");
        Assert.That(rows[^1].QuerySelectorAll(".flaglist li"), Is.Empty);
        Assert.That(page.QuerySelectorAll(".flaglist li").Select(li => li.QuerySelector(".icon")!.Text()), Is.All.AnyOf("✕", "!"));
    }

    [TestCase("Ada Overspent", "Overspent by £40.00")]
    [TestCase("Ada Overspent", "Nothing left")]
    [TestCase("Ben Banker", "21 h banked, above the cap of 20 h")]
    [TestCase("Ben Banker", "Pace 1")]
    [TestCase("Cal Owed", "1 h of support owed (£20.00)")]
    [TestCase("Cal Owed", "Contingency at 40% of its target")]
    [TestCase("Cal Owed", "Banked without a purpose")]
    [TestCase("Dee Debt", "£300.00 unpaid for more than 30 days")]
    [TestCase("Eve Ending", "Runs out on ")]
    public async Task List_Exception_IsSaidInWords(string name, string words) =>
        Assert.That((await RowAsync(name)).QuerySelector(".flags")!.Text(), Does.Contain(words));

    [Test]
    public async Task List_LedgerVerified_SaysWhenAndTheFirstFinding() =>
        Assert.That((await web.PageAsync(List)).QuerySelector(".verified")!.Text().Trim(),
            Is.EqualTo("Ledger verified on 2 Nov 2026, 02:31:07, 1,234,567 postings: fund 2, entry 5: the hash differs"));

    [Test]
    public async Task List_Fund_ShowsItsYearToThePenny()
    {
        var cells = (await RowAsync("Dee Debt")).QuerySelectorAll("td[data-name]").ToDictionary(td => td.GetAttribute("data-name")!, td => td.Text().Trim());

        Assert.That(cells["Allocated"], Is.EqualTo("£11,000.00"));
        Assert.That(cells["Committed"], Is.EqualTo("£75.50"));
        Assert.That(cells["Delivered"], Is.EqualTo("£5,000.00"), "withdrawing does not lessen what was delivered");
        Assert.That(cells["Invoiced"], Is.EqualTo("£1,400.00"));
        Assert.That(cells["Paid"], Is.EqualTo("£1,000.00"));
        Assert.That(cells["Contingency"], Does.StartWith("£1,100.00").And.Contain("100% of target"));
        Assert.That(cells["Runs out"], Is.EqualTo("Lasts the year"));
    }

    [Test]
    public async Task List_ControlTotals_AreTheSumsOfTheRows()
    {
        var table = (await web.PageAsync(List)).QuerySelector("table.sheet")!;

        foreach (var column in new[] { "Allocated", "Committed", "Delivered", "Invoiced", "Paid" })
        {
            var total = table.QuerySelector($"tfoot td[data-name='{column}']")!.Text();
            Assert.That(table.QuerySelectorAll($"tbody td[data-name='{column}']").Sum(td => Pounds(td.Text())), Is.EqualTo(Pounds(total)), column);
        }
    }

    [Test]
    public async Task T24_InvoiceOverdue_IsAgedDebtOfThatFundAndOfNoOther()
    {
        var page = await web.PageAsync(List);

        var rows = page.QuerySelector("section[aria-labelledby=debt]")!.QuerySelectorAll("tbody tr");
        Assert.That(rows.Select(Name), Is.EqualTo(["Dee Debt"]));
        Assert.That(rows[0].QuerySelectorAll("td").Select(td => td.Text()), Is.EqualTo(["£100.00", "£200.00", "£0.00", "£100.00", "£400.00"]));
        Assert.That((await RowAsync(Impish)).QuerySelector("td[data-name=Paid]")!.Text(), Is.EqualTo("£0.00"));
    }

    [Test]
    public async Task List_UnmatchedMoney_IsListedWithItsAge()
    {
        var row = (await web.PageAsync(List)).QuerySelector("section[aria-labelledby=unmatched]")!.QuerySelector("tbody tr")!;

        Assert.That(row.Text(), Does.Contain("Northshire").And.Contain("BACS-7").And.Contain("£250.00").And.Contain("32, too long"));
    }

    [TestCase("&find=owed", "Cal Owed")]
    [TestCase("&find=PO-2", "Ben Banker")]
    [TestCase("&flag=Overspent", "Ada Overspent")]
    public async Task List_FindOrException_NarrowsTheTable(string filter, string name) =>
        Assert.That((await web.PageAsync(List + filter)).QuerySelector("table.sheet")!.QuerySelectorAll("tbody tr").Select(Name), Is.EqualTo([name]));

    [Test]
    public async Task List_SortedByName_SaysSoInTheHeading()
    {
        var page = await web.PageAsync(List + "&sort=Name");

        var names = page.QuerySelector("table.sheet")!.QuerySelectorAll("tbody tr").Select(Name).ToArray();
        Assert.That(names, Is.Ordered.Using<string>(StringComparer.OrdinalIgnoreCase));
        Assert.That(page.QuerySelector("[aria-sort=ascending]")!.Text(), Is.EqualTo("Fund"));
    }

    [Test]
    public async Task Funds_OfAnotherProvider_AreNotThere()
    {
        using var other = await web.SignedInAsAsync(new Someone(Role.Finance) { Name = "Els Where", Provider = "Rowan" });

        Assert.That((await other.PageAsync("/funds")).QuerySelector(".empty")!.Text(), Does.StartWith("No fund is kept yet"));
        foreach (var address in new[] { "/funds/1", "/funds/1/entries/1", "/funds/1/statements/1" })
        {
            using var response = await other.GetAsync(address);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), address);
        }
    }

    [Test]
    public async Task Csv_OfWhatIsShown_IsHarmlessAndQuoted()
    {
        using var response = await web.GetAsync(List + "&sort=Name&handler=Csv");
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentDisposition!.FileName, Is.EqualTo("funds-2026-11-02.csv"));
        Assert.That(lines, Has.Length.EqualTo(8), "a heading, six funds and the end of the last line");
        Assert.That(lines[1], Does.StartWith("6,\"'=Mia <b>O'Neil</b>, \"\"Bo\"\"\",Northshire,PO-6,5200.00,0.00,"));
    }

    private async Task<IElement> RowAsync(string name) =>
        (await web.PageAsync(List)).QuerySelector("table.sheet")!.QuerySelectorAll("tbody tr").Single(row => Name(row) == name);

    private static string Name(IElement row) => row.QuerySelector("th a")!.Text();

    private static decimal Pounds(string text) => decimal.Parse(text.Replace("£", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task FillAsync(RotaDatabase database)
    {
        await database.AskAsync("""
            insert into ledger_verification (started_at, finished_at, funds, entries, postings, statements, findings, first_finding)
            values ('2026-11-02T02:30Z', '2026-11-02T02:31:07Z', 7, 600000, 1234567, 9, 2, 'fund 2, entry 5: the hash differs')
            """);
        await using var books = await FundBooks.OpenAsync(database);
        async Task<FundYear> Year(string name, long pounds, string terms = "{}")
        {
            FundYear year = new(books, await books.OpenAsync(name, April, terms: terms), April);
            await year.AwardAsync(new Money(pounds * 100));
            return year;
        }

        var overspent = await Year("Ada Overspent", 1_000);
        await overspent.DeliverUnplannedAsync(Today.PlusDays(-3), "visit-a", new Money(940_00), Hour);

        var banker = await Year("Ben Banker", 5_200, """{"bank": {"capMinutes": 1200}}""");
        await banker.WeeksAsync(30, new Money(100_00), Hour);
        await banker.DeliverUnplannedAsync(April.PlusWeeks(1), "visit-b", new Money(100_00), Hour);
        await banker.BankAsync(Today.PlusDays(-9), new Money(420_00), new Minutes(21 * 60), "holiday");

        var owed = await Year("Cal Owed", 5_200);
        await owed.FailAsync(Today.PlusDays(-1), "visit-c", new Money(20_00), Hour, await owed.CommitAsync(Today.PlusDays(-1), "visit-c", new Money(20_00), Hour));
        await owed.DrawAsync(Today.PlusDays(-2), new Money(312_00), " ");
        await owed.BankAsync(Today.PlusDays(-2), new Money(20_00), Hour, " ");

        await DebtAsync(books, await Year("Dee Debt", 11_000));
        await (await Year("Eve Ending", 4_000)).WeeksAsync(30, new Money(100_00), Hour);
        await (await Year(Impish, 5_200)).WeeksAsync(10, new Money(80_00), Hour);
        await books.RemitAsync("northshire", "BACS-7", Today.PlusDays(-32), new Money(250_00));
    }

    private static async Task DebtAsync(FundBooks books, FundYear debt)
    {
        await debt.WeeksAsync(25, new Money(200_00), Hour);
        await debt.CommitAsync(Today.PlusDays(2), "visit-d", new Money(75_50), Hour);
        foreach (var (daysAgo, pounds) in new[] { (120, 1_100), (45, 200), (30, 100) })
            await debt.InvoiceAsync(Today.PlusDays(-daysAgo), new Money(pounds * 100));
        await debt.ReceiveAsync(Today.PlusDays(-20), new Money(1_000_00), await books.RemitAsync("northshire", "BACS-6", Today.PlusDays(-20), new Money(1_000_00)));
        await debt.WithdrawAsync(Today.PlusDays(-10), new Money(900_00));
    }
}
