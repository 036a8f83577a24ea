using AngleSharp.Dom;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Testing;

namespace Rostering.Web.Tests;

/// <summary>From a provider that was just opened at the console to a statement, and to the fund's end, by nothing but pages.</summary>
public sealed class FundJourneyTests
{
    private const string Password = "three blue otters";

    private WebApplication web = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => web = await WebApplication.StartAsync(_ => Task.CompletedTask, role: Role.Administrator);

    [OneTimeTearDown]
    public ValueTask StopAsync() => web.DisposeAsync();

    [Test]
    public async Task Provider_JustOpened_GetsAFundAnAwardAndAStatementAndEndsTheFundByPagesAlone()
    {
        using var ada = await EnteredAsync(await OpenedAtTheConsoleAsync());
        using var fin = await EnteredAsync(await InviteAsync(ada, "Fin One", "fin@rowan.example"));
        using var flo = await EnteredAsync(await InviteAsync(ada, "Flo Two", "flo@rowan.example"));
        Assert.That((await fin.PageAsync("/funds")).QuerySelector("main .empty a")!.GetAttribute("href"), Is.EqualTo("/funds/new"));

        var since = FirstOfLastMonth();
        await SentAsync(fin, "/funds/councils/record", ("name", "Southmere Council"), ("contact", "Budgets team"), ("from", Iso(since.PlusYears(-1))), ("source", "contract, page 4"), ("reviewed", "true"));
        var opened = await SentAsync(
            fin, $"/funds/new?council=southmere-council&opensOn={Iso(since)}",
            ("person", "P1"), ("name", "Pat Rowan"), ("purchaseOrder", "PO-7"), ("chargeSheet", "sheet-7"), ("chargeAmount", "25"), ("reason", "signed sheet 7; charge agreed"));
        var fund = Number(opened);
        await SentAsync(fin, $"/funds/{fund}/record/Award", ("evidence", "letter-1"), ("on", Iso(since)), ("from", Iso(since)), ("to", Iso(since.PlusYears(1).PlusDays(-1))), ("amount", "12000"), ("hours", "520"));
        await SentAsync(fin, $"/funds/{fund}/record/Charge", ("evidence", "charge-1"), ("on", Iso(since.PlusDays(20))), ("from", Iso(since)));
        await IssueAsync(fin, fund, since);

        var statement = await fin.PageAsync($"/funds/{fund}/statements/1");
        Assert.That(statement.Body!.Text(), Does.Contain("Pat Rowan").And.Contain("Southmere Council").And.Contain("£12,000.00").And.Contain("£25.00"));

        await SentAsync(fin, $"/funds/{fund}/terms", ("from", Iso(since.PlusMonths(1))), ("contingency", "12.5"), ("reason", "review of the plan"));
        Assert.That((await fin.PageAsync($"/funds/{fund}/terms")).QuerySelector("section[aria-labelledby=other]")!.Text(), Does.Contain("12.5 (council: 10)").And.Contain("sheet-7"));
        await ReverseAndCloseAsync(fin, flo, fund);

        Assert.That((await fin.PageAsync($"/funds/{fund}")).QuerySelector("section[aria-labelledby=record]"), Is.Null, "a fund that has ended takes no more");
    }

    [Test]
    public async Task Fund_OpenedWithASheetThatCannotHold_SaysSoAndKeepsWhatWasFilledIn()
    {
        using var fin = await web.SignedInAsAsync(new Someone(Role.Finance));
        await SentAsync(fin, "/funds/councils/record", ("name", "Eastmere Council"), ("contact", "Budgets team"), ("from", "2025-04-01"), ("source", "contract"), ("reviewed", "false"));

        var page = await RefusedAsync(fin, "/funds/new?council=eastmere-council&opensOn=2026-04-06", ("person", "P9"), ("name", "Kim Lost"), ("purchaseOrder", "PO-9"), ("contingency", "ten"), ("reason", "sheet 9"));

        Assert.That(page.QuerySelector("#contingency-problem")!.Text(), Does.Contain("cannot be 'ten'").And.Contain("such as 10 or 7.5"));
        Assert.That(page.QuerySelector("input[name=name]")!.GetAttribute("value"), Is.EqualTo("Kim Lost"));
        Assert.That((await fin.PageAsync("/funds/councils")).QuerySelector("main")!.Text(), Does.Contain("Eastmere Council").And.Contain("not yet compared"));
    }

    [Test]
    public async Task Reserve_BeforeAnyFund_SaysWhatOpensItsBooks()
    {
        using var fin = await web.SignedInAsAsync(new Someone(Role.Finance) { Provider = "Bare Care", Name = "Bea Bare" });

        Assert.That((await fin.PageAsync("/funds/reserve")).QuerySelector(".empty")!.Text(), Does.Contain("first person’s fund"));
    }

    /// <summary>Two people reverse the charge, close out what is left, and the fund ends.</summary>
    private static async Task ReverseAndCloseAsync(Visitor fin, Visitor flo, int fund)
    {
        var charge = (await fin.PageAsync($"/funds/{fund}?kind=Charge")).QuerySelector("section[aria-labelledby=entries] tbody a")!.GetAttribute("href")!;
        var reverse = (await fin.PageAsync(charge)).QuerySelector("main a[href*=Reversal]")!.GetAttribute("href")!;
        var today = Iso(Today());
        await SentAsync(fin, reverse, ("evidence", "decision-1"), ("on", today), ("reason", "moves on, not charged"));
        await CheckAsync(flo);
        await SentAsync(fin, $"/funds/{fund}/record/CloseOut", ("evidence", "transfer-1"), ("on", today), ("heir", "provider/birch"), ("reason", "moves to another provider"));
        await CheckAsync(flo);
        await SentAsync(fin, $"/funds/{fund}/record/End", ("on", today));
    }

    private async Task<string> OpenedAtTheConsoleAsync()
    {
        await using var context = web.Database.Open();
        var now = SystemClock.Instance.GetCurrentInstant();
        var result = await new OpenProvider(context).HandleAsync(
            new("Rowan Care", "Ada Field", "ada@rowan.example"), provider => new Act(Actor.Nobody(provider, "console", Role.Administrator), now, "opened the provider"), CancellationToken.None);
        return $"/account/link/{((InviteAccount.Result.Invited)result).Secret}";
    }

    private static async Task<string> InviteAsync(Visitor administrator, string name, string signInName)
    {
        var form = (await administrator.PageAsync("/admin/invite")).QuerySelector("main form")!;
        using var answer = await administrator.SendAsync(form, ("Name", name), ("SignInName", signInName), ("Roles", "Finance"));
        return new Uri((await Visitor.ParseAsync(answer)).QuerySelector(".invited code")!.Text()).AbsolutePath;
    }

    /// <summary>Somebody who follows an invitation and sets up a password with its second step.</summary>
    private async Task<Visitor> EnteredAsync(string link)
    {
        var visitor = web.Stranger();
        using var entered = await visitor.SendAsync((await visitor.PageAsync(link)).QuerySelector("main form")!);
        var page = await visitor.PageAsync("/account/set-up");
        var form = page.QuerySelectorAll("main form")[1];
        using var ready = await visitor.SendAsync(
            form, ("sealedKey", form.QuerySelector("input[name=sealedKey]")!.GetAttribute("value")!), ("password", Password), ("code", AuthenticatorApp.Code(page.QuerySelector(".key")!.Text())));
        return visitor;
    }

    private static async Task CheckAsync(Visitor second)
    {
        var form = (await second.PageAsync("/funds/waiting")).QuerySelector("form[action$=Check]")!;
        using var posted = await second.SendAsync(form, ("asked", form.QuerySelector("input[name=asked]")!.GetAttribute("value")!));
        Assert.That((await Visitor.ParseAsync(posted)).QuerySelector(".refused"), Is.Null);
    }

    private static async Task IssueAsync(Visitor finance, int fund, LocalDate day)
    {
        var form = (await finance.PageAsync($"/funds/{fund}")).QuerySelector("form[action$=Issue]")!;
        using var issued = await finance.SendAsync(form, ("day", Iso(day)));
        Assert.That((await Visitor.ParseAsync(issued)).QuerySelector("section[aria-labelledby=statements] tbody")!.Text(), Does.Contain("1:"));
    }

    /// <summary>Sends the form of a page as a browser does, with some fields filled in, and gives the address that it led to.</summary>
    private static async Task<string> SentAsync(Visitor visitor, string address, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(visitor, address, fields);
        var page = await Visitor.ParseAsync(answer);
        Assert.That(page.QuerySelectorAll(".refused, .problem").Select(problem => problem.Text().Trim()).Where(words => words.Length > 0), Is.Empty, address);
        return answer.RequestMessage!.RequestUri!.AbsolutePath;
    }

    private static async Task<IDocument> RefusedAsync(Visitor visitor, string address, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(visitor, address, fields);
        return await Visitor.ParseAsync(answer);
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string address, (string Name, string Value)[] fields)
    {
        var form = (await visitor.PageAsync(address)).QuerySelectorAll("main form")[^1];
        var filled = form.QuerySelectorAll("input[name], select[name]").Where(field => field.GetAttribute("name")![0] != '_').ToDictionary(
            field => field.GetAttribute("name")!,
            field => field.GetAttribute("value") ?? (field.QuerySelector("option[selected]") ?? field.QuerySelector("option"))?.GetAttribute("value") ?? "", StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            filled[name] = value;
        return await visitor.SendAsync(form, [.. filled.Select(field => (field.Key, field.Value))]);
    }

    private static int Number(string address) => int.Parse(address.Split('/')[^1], provider: null);

    private static LocalDate Today() => SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/London"]).Date;

    private static LocalDate FirstOfLastMonth() => Today().PlusMonths(-1).With(DateAdjusters.StartOfMonth);

    private static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", null);
}
