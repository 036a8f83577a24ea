using System.Net;
using AngleSharp.Dom;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Records;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem;
using Rostering.Testing;
using Rostering.Web.Pages.House;

namespace Rostering.Web.Tests;

/// <summary>The terms that a provider settles itself: begun with, looked at, changed by part and by day.</summary>
public sealed class HouseTermsPagesTests
{
    private const string Freeze = $"/house-terms/edit/{ParameterKeys.FreezeMinutes}";

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    private WebApplication web = null!;
    private Visitor manager = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        web = await WebApplication.StartAsync(LoadAsync);
        manager = await web.SignedInAsAsync(new Someone(Role.ServiceManager) { Provider = "Oakwood" });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        manager.Dispose();
        await web.DisposeAsync();
    }

    [Test]
    public async Task Terms_OfANewProvider_AreASuggestionUntilSomebodyBeginsWithThem()
    {
        using var newcomer = await web.SignedInAsAsync(new Someone(Role.ServiceManager) { Provider = "Rowan Care", Name = "Rowan Manager" });
        var home = await newcomer.PageAsync("/");
        using var early = await newcomer.GetAsync("/people/new");
        var page = await newcomer.PageAsync("/house-terms");
        var form = page.QuerySelector("main form")!;

        using var noReason = await newcomer.SendAsync(form, ("why", ""));
        using var begun = await newcomer.SendAsync(form, ("why", "We open on Monday"));

        var after = await Visitor.ParseAsync(begun);
        Assert.That(home.QuerySelector(".jobs a")!.GetAttribute("href"), Is.EqualTo("/house-terms"));
        Assert.That(early.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo("/house-terms"), "there is nothing to record before");
        Assert.That(page.QuerySelector("#begin"), Is.Not.Null);
        Assert.That(page.QuerySelectorAll("a[href^='/house-terms/edit/']"), Is.Empty);
        Assert.That(noReason.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await Visitor.ParseAsync(noReason)).QuerySelector("#why-error")!.Text(), Does.Contain("Every change has a reason."));
        Assert.That(after.QuerySelector(".history li")!.Text(), Does.Contain("Version 1").And.Contain("Rowan Manager").And.Contain("We open on Monday"));
        Assert.That(after.QuerySelectorAll("table.limits tbody tr"), Has.Length.EqualTo(ParameterKeys.All.Count));
        Assert.That((await newcomer.PageAsync("/")).QuerySelectorAll(".jobs a[href='/house-terms']"), Is.Empty);
        Assert.That((await newcomer.PageAsync("/people")).QuerySelector(".empty a")!.GetAttribute("href"), Is.EqualTo("/people/new"));
    }

    [Test]
    public async Task Terms_AsSuggested_SayEveryValueWithItsUnitSourceAndWhetherItWasChecked()
    {
        using var newcomer = await web.SignedInAsAsync(new Someone(Role.ServiceManager) { Provider = "Birch Care", Name = "Birch Manager" });
        var page = await newcomer.PageAsync("/house-terms");
        var text = page.QuerySelector("main")!.Text();

        Assert.That(text, Does.Contain("Daily rest").And.Contain("11 h").And.Contain("reg 10(1): 11 hours"));
        Assert.That(text, Does.Contain("Night time, from").And.Contain("23:00").And.Contain("17 weeks").And.Contain("125 %").And.Contain("A team leader has the last word"));
        Assert.That(Row(page, "A split in a duty").Text(), Does.Contain("500,000").And.Contain("£5.00 a split"));
        Assert.That(page.QuerySelectorAll("td[data-name='Checked by']").Select(cell => cell.Text()), Has.All.EqualTo("nobody yet"));
        Assert.That(page.QuerySelectorAll("[id]").Select(element => element.Id), Is.Unique);
    }

    [Test]
    public async Task Limit_ChangedFromADayOn_IsShownBesideWhatHoldsAndInTheHistoryAndTheAuditTrail()
    {
        using var answer = await ChangeAsync(
            Freeze, ("parameters[1].jurisdiction", "GB"), ("parameters[1].validFrom", "2030-01-07"), ("parameters[1].knownFrom", "2026-11-23"), ("parameters[1].value", "336:00"),
            ("parameters[1].source", "Agreed with the workers"), ("parameters[1].reviewedBy", "Mo"), ("why", "Plans are made two weeks ahead"));

        var page = await Visitor.ParseAsync(answer);
        Assert.That(Row(page, "Freeze window").QuerySelector("[data-name='This week']")!.Text(), Does.Contain("168 h").And.Contain("336 h from 7 Jan 2030"));
        Assert.That(page.QuerySelector(".history li")!.Text(), Does.Contain("Plans are made two weeks ahead").And.Contain("Agreed with the workers"));
        Assert.That((await manager.PageAsync("/audit")).QuerySelector("main")!.Text(), Does.Contain("House/house").And.Contain("Plans are made two weeks ahead"));
    }

    [TestCase(Freeze, "parameters[0].value", "a week", "This is not a length of time.")]
    [TestCase(Freeze, "parameters[0].value", "1000:00", "This must lie from 0 to 44640.")]
    [TestCase(Freeze, "parameters[0].validFrom", "2031-01-06", "The key has no value in force")]
    [TestCase(Freeze, "parameters[0].source", "", null)]
    [TestCase("/house-terms/edit/travel", "travel.detourPermille", "90", "This must lie from 1000 to 10000.")]
    [TestCase("/house-terms/edit/travel", "zone", "Europe/Nowhere", "No such time zone is known.")]
    [TestCase("/house-terms/edit/travel", "travel.lastBus[6]", "", null)]
    [TestCase("/house-terms/edit/pay-bands", "payBands[0].premiumPermille", "ten", "This is not a part of a hundred.")]
    [TestCase("/house-terms/edit/weights", "weights.burden.split", "-1", "This must lie from 0 to 1000000000000.")]
    [TestCase("/house-terms/edit/weights", "why", "", "Every change has a reason.")]
    public async Task Edit_Wrong_NamesTheFieldAndKeepsWhatWasWritten(string address, string field, string value, string? message)
    {
        using var answer = await ChangeAsync(address, field == "why" ? [(field, value)] : [("why", "a test"), (field, value)]);

        var page = await Visitor.ParseAsync(answer);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page.QuerySelectorAll(".refused li"), Has.Length.EqualTo(1), page.QuerySelector(".refused")?.Text());
        Assert.That(page.QuerySelector(".refused")!.Text(), Does.Contain(message ?? "Found: "));
        Assert.That(page.QuerySelector($"[name='{field}']")!.GetAttribute("value"), Is.EqualTo(value));
        Assert.That(page.QuerySelectorAll("main form .error"), Is.Not.Empty);
    }

    [Test]
    public async Task Edit_Overtaken_ShowsBothAndThenSavesMineWithoutTakingBackWhatWasChangedElsewhere()
    {
        const string weights = "/house-terms/edit/weights";
        var form = (await manager.PageAsync(weights)).QuerySelector("main form")!;
        using var theirs = await ChangeAsync(weights, ("weights.burden.split", "111111"), ("why", "quicker"));
        using var elsewhere = await ChangeAsync("/house-terms/edit/travel", ("travel.mileagePence", "0.61"), ("why", "dearer petrol"));

        using var answer = await manager.SendToAsync(weights, form, RecordPagesTests.Filled(form, ("weights.burden.split", "222222"), ("why", "slower")));
        var page = await Visitor.ParseAsync(answer);
        var again = page.QuerySelector("main form")!;
        using var second = await manager.SendToAsync(weights, again, RecordPagesTests.Filled(again));

        var saved = await Visitor.ParseAsync(second);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page.QuerySelectorAll(".conflict tbody tr").Select(row => row.Text()), Has.One.Contains("111111").And.One.Contains("222222"));
        Assert.That(Row(saved, "A split in a duty").Text(), Does.Contain("222,222"));
        Assert.That(saved.QuerySelector("section[aria-labelledby=travel]")!.Text(), Does.Contain("0.61"));
    }

    [Test]
    public async Task CoverTerms_RecordedForADay_HoldFromThenOnAndKeepTheirHistory()
    {
        var page = await manager.PageAsync("/house-terms");
        var address = page.QuerySelector("a[href^='/house-terms/cover/new']")!.GetAttribute("href")!;

        using var wrong = await ChangeAsync(address, ("from", "2026-11-01"), ("asksFourWeeksMax", "1"), ("source", "Agreed in May"), ("why", "the union asked"));
        using var answer = await ChangeAsync(address, ("from", "2026-11-01"), ("offerMinutes", "0:25"), ("source", "Agreed in May"), ("why", "the union asked"));
        using var again = await ChangeAsync("/house-terms/cover/2026-11-01/edit", ("swapPolicy", "automatic"), ("why", "as agreed"));

        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((await Visitor.ParseAsync(wrong)).QuerySelector(".refused")!.Text(), Does.Contain("Asks to one worker in four weeks").And.Contain("This must lie from 3 to 1000."));
        Assert.That((await Visitor.ParseAsync(answer)).QuerySelector(".said")?.Text(), Does.Contain("2026-11-01 was saved"));
        Assert.That((await Visitor.ParseAsync(again)).QuerySelector(".history li")!.Text(), Does.Contain("Version 2").And.Contain("as agreed"));
        var cover = (await manager.PageAsync("/house-terms")).QuerySelector("section[aria-labelledby=cover]")!.Text();
        Assert.That(cover, Does.Contain("25 min").And.Contain("Done with both workers’ yes").And.Contain("Agreed in May"));
        Assert.That((await manager.PageAsync("/house-terms/cover")).QuerySelectorAll("table.sheet tbody tr"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Terms_ForWhoMayOnlyLook_OfferNoChangeAndNoPlaces()
    {
        using var finance = await web.SignedInAsAsync(new Someone(Role.Finance) { Provider = "Oakwood", Name = "Fay Finance" }, followsRedirects: false);

        var page = await finance.PageAsync("/house-terms");
        using var edit = await finance.GetAsync(Freeze);
        using var change = await finance.CallAsync("POST", Freeze);

        Assert.That(page.QuerySelectorAll("a[href^='/house-terms/edit/'], a[href^='/house-terms/cover/new']"), Is.Empty);
        Assert.That(page.QuerySelector("main")!.Text(), Does.Not.Contain("Measured journeys"));
        Assert.That(edit.Headers.Location!.ToString(), Is.EqualTo("/house-terms#limits"));
        Assert.That(change.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Edit_UnknownPart_IsNotFound() =>
        Assert.That((await manager.GetAsync("/house-terms/edit/furniture")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

    [TestCase("/house-terms/edit/travel")]
    [TestCase("/house-terms/edit/pay-bands")]
    [TestCase("/house-terms/edit/weights")]
    [TestCase(Freeze)]
    [TestCase("/house-terms/cover/new")]
    public async Task Form_OfAnyPart_LabelsEveryControl(string address)
    {
        var page = await manager.PageAsync(address);

        var bare = page.QuerySelectorAll("main input:not([type=hidden]), main select")
            .Where(control => control.Closest("label") is null && page.QuerySelector($"label[for='{control.Id}']") is null);
        Assert.That(bare.Select(control => control.GetAttribute("name")), Is.Empty);
        Assert.That(page.QuerySelectorAll("[id]").Select(element => element.Id), Is.Unique);
    }

    [Test]
    public void Words_OfEveryLimitAndWeight_AreThereAndTheirOwn()
    {
        Assert.That(ParameterKeys.All.Select(key => TermWords.Of(key).Title), Is.Unique);
        Assert.That(WeightKeys.All.Select(key => WeightWords.Of(key)?.Label), Is.Unique.And.All.Not.Null);
    }

    private static IElement Row(IDocument page, string title) =>
        page.QuerySelectorAll("table.cards tbody th").Single(head => head.Text().Contains(title, StringComparison.Ordinal)).ParentElement!;

    private async Task<HttpResponseMessage> ChangeAsync(string address, params (string Name, string Value)[] fields)
    {
        var form = (await manager.PageAsync(address)).QuerySelector("main form")!;
        return await manager.SendAsync(form, RecordPagesTests.Filled(form, fields));
    }

    private static async Task LoadAsync(RotaDatabase database)
    {
        await using RosteringContext context = database.Open();
        await new LoadDemonstrationRecords(context).HandleAsync(DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, seed: 1, DemonstrationWeek.UsualWeekStart), Now, CancellationToken.None);
    }
}
