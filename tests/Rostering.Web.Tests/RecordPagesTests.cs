using System.Net;
using AngleSharp.Dom;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Records;
using Rostering.Solver.Demonstration;
using Rostering.Testing;

namespace Rostering.Web.Tests;

/// <summary>The pages of records, on the demonstration provider Oakwood.</summary>
public sealed class RecordPagesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    private WebApplication web = null!;
    private Visitor manager = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        web = await WebApplication.StartAsync(LoadAsync);
        manager = await web.SignedInAsAsync(new Someone(Role.ServiceManager) { Provider = "Oakwood" }, followsRedirects: true);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        manager.Dispose();
        await web.DisposeAsync();
    }

    [TestCase("/people", "People", 50)]
    [TestCase("/people/funds", "Funds as agreed", 50)]
    [TestCase("/people/councils", "Councils", 2)]
    [TestCase("/workers", "Workers", 190)]
    [TestCase("/teams", "Teams", 50)]
    [TestCase("/places", "Places", 200)]
    [TestCase("/requests", "Requests", 100)]
    public async Task List_OfMany_CountsThemAndPutsExceptionsFirst(string address, string title, int least)
    {
        var page = await manager.PageAsync(address);

        var rows = page.QuerySelectorAll("table.sheet tbody tr").Select(row => row.QuerySelectorAll(".flaglist li").Length).ToList();
        Assert.That(page.QuerySelector("h1")!.Text(), Is.EqualTo(title));
        Assert.That(rows, Has.Count.GreaterThanOrEqualTo(least).And.Ordered.Descending);
        Assert.That(page.QuerySelector(".facts dd")!.Text(), Is.EqualTo($"{rows.Count}"));
    }

    [Test]
    public async Task List_OfNone_SaysSoAndWhatToDo()
    {
        var page = await manager.PageAsync("/requests/dates");

        Assert.That(page.QuerySelector(".empty")!.Text(), Does.Contain("There is no changed date yet."));
        Assert.That(page.QuerySelector(".empty a")!.GetAttribute("href"), Is.EqualTo("/requests/dates/new"));
    }

    [Test]
    public async Task List_BeforeThereAreHouseTerms_LeadsToThem()
    {
        var page = await web.PageAsync("/people");

        Assert.That(page.QuerySelector(".empty")!.Text(), Does.Contain("There is no person yet."));
        Assert.That(page.QuerySelector(".empty a")!.GetAttribute("href"), Is.EqualTo("/house-terms"));
    }

    [Test]
    public async Task List_Found_ShowsOneAndSaysOfHowMany()
    {
        var page = await manager.PageAsync("/people?find=P007");

        Assert.That(page.QuerySelectorAll("table.sheet tbody tr"), Has.Length.EqualTo(1));
        Assert.That(page.QuerySelector("#list")!.Text(), Is.EqualTo("1 of 50 shown"));
    }

    [Test]
    public async Task List_FoundNothing_LeadsBackToAll() =>
        Assert.That((await manager.PageAsync("/people?find=nobody-is-called-so")).QuerySelector(".empty a")!.GetAttribute("href"), Is.EqualTo("/people"));

    [Test]
    public async Task List_ForSomeoneOfOneTeam_ShowsThatTeamAlone()
    {
        using var leader = await web.SignedInAsAsync(new Someone(Role.TeamLeader) { Provider = "Oakwood", Teams = ["T03"], Name = "Leader of T03" });

        var page = await leader.PageAsync("/people");
        using var other = await leader.GetAsync("/people/P001");

        Assert.That(page.QuerySelectorAll("table.sheet tbody tr"), Has.Length.EqualTo(1));
        Assert.That(page.QuerySelector("a[href='/people/new']"), Is.Null, "who may only look is offered no change");
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Record_Unknown_IsNotFound() => Assert.That((await manager.GetAsync("/people/NOBODY")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

    [Test]
    public async Task Record_Changed_ShowsWhatWhoAndWhyInItsHistory()
    {
        using var answer = await ChangeAsync("/people/P010/edit", ("facesWanted", "11"), ("why", "She asked for it at her review"));

        var page = await Visitor.ParseAsync(answer);
        var latest = page.QuerySelector(".history li")!.Text();
        Assert.That(page.QuerySelector(".said")!.Text(), Does.Contain("P010 was saved."));
        Assert.That(latest, Does.Contain("Version 2").And.Contain("Some ServiceManager").And.Contain("She asked for it at her review").And.Contain("11"));
    }

    [Test]
    public async Task Record_NamedByOthers_LeadsToThem()
    {
        var page = await manager.PageAsync("/people/P001");

        Assert.That(page.QuerySelectorAll("a[href^='/requests/P001-']"), Is.Not.Empty);
        Assert.That(page.QuerySelector("a[href='/people/funds/F-P001']"), Is.Not.Null);
    }

    [TestCase("/people/P011/edit", "home", "nowhere", "No place has this id.")]
    [TestCase("/people/P011/edit", "facesWanted", "many", "This is not a whole number.")]
    [TestCase("/people/P011/edit", "why", "", "Every change has a reason.")]
    [TestCase("/workers/W0011/edit", "contract.minutesMax", "400 minutes", "This is not a length of time.")]
    [TestCase("/workers/W0011/edit", "teams[0].pencePerHour", "a lot", "This is not an amount of money.")]
    [TestCase("/requests/P011-1/edit", "times[0].minutes", "0:00", "This must lie from 1 to 2880.")]
    public async Task Edit_Wrong_SaysSoBesideTheFieldAndKeepsWhatWasWritten(string address, string field, string value, string message)
    {
        using var answer = await ChangeAsync(address, field == "why" ? [(field, value)] : [("why", "a test"), (field, value)]);

        var page = await Visitor.ParseAsync(answer);
        var control = page.QuerySelector($"[name='{field}']")!;
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page.QuerySelector(".refused")!.Text(), Does.Contain(message));
        Assert.That(control.ParentElement!.QuerySelector(".error")!.Text(), Does.Contain(message));
        Assert.That(control.GetAttribute("value"), Is.EqualTo(value));
        Assert.That(control.GetAttribute("aria-invalid"), Is.EqualTo("true"));
    }

    [Test]
    public async Task Edit_Overtaken_ShowsBothVersionsAndSavesMineOnlyWhenAskedAgain()
    {
        const string address = "/people/P012/edit";
        var form = (await manager.PageAsync(address)).QuerySelector("main form")!;
        using (await ChangeAsync(address, ("facesWanted", "21"), ("why", "quicker")))
        {
        }

        using var answer = await manager.SendAsync(form, Filled(form, ("facesWanted", "22"), ("why", "slower")));
        var page = await Visitor.ParseAsync(answer);
        var again = page.QuerySelector("main form")!;
        using var second = await manager.PostAsync(address, [.. Filled(again), ("__RequestVerificationToken", again.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page.QuerySelector(".conflict")!.Text(), Does.Contain("21").And.Contain("22").And.Contain("quicker"));
        Assert.That((await Visitor.ParseAsync(second)).QuerySelector(".history li")!.Text(), Does.Contain("Version 3").And.Contain("slower"));
    }

    [Test]
    public async Task Remove_StillNamedByOthers_IsRefusedAndLeadsToThem()
    {
        var form = (await manager.PageAsync("/teams/T05/edit")).QuerySelector("main form")!;
        using var answer = await manager.PostAsync("/teams/T05/edit?handler=Remove", ("seen", "1"), ("why", "closing"), ("__RequestVerificationToken", form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!));

        var page = await Visitor.ParseAsync(answer);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page.QuerySelectorAll(".refused a").Select(link => link.GetAttribute("href")), Has.Some.StartsWith("/people/"));
    }

    [Test]
    public async Task Week_WithADateCalledOff_SaysWhatIsUnlikeLastWeek()
    {
        const string week = "/requests/week/2027-02-01";
        var visit = (await manager.PageAsync(week)).QuerySelector("a[href^='/requests/dates/new']")!.GetAttribute("href")!;
        using var answer = await ChangeAsync(visit, ("why", "away with family"));

        var page = await manager.PageAsync(week);

        Assert.That((await Visitor.ParseAsync(answer)).QuerySelector(".said")?.Text(), Does.Contain("was saved"));
        Assert.That(page.QuerySelectorAll("section[aria-labelledby=unlike] li").Select(item => item.Text()), Has.One.Contains("last week, and not this week"));
    }

    [TestCase("/requests/week")]
    [TestCase("/people/new")]
    [TestCase("/workers/new")]
    [TestCase("/requests/new")]
    [TestCase("/places/new")]
    [TestCase("/teams/new")]
    [TestCase("/workers/W0001")]
    [TestCase("/workers/W0001/edit")]
    [TestCase("/requests/P001-1")]
    [TestCase("/requests/P001-1/edit")]
    [TestCase("/import")]
    public async Task Page_OfAnyKind_LabelsEveryControl(string address)
    {
        var page = await manager.PageAsync(address);

        var bare = page.QuerySelectorAll("main input:not([type=hidden]), main select")
            .Where(control => control.Closest("label") is null && page.QuerySelector($"label[for='{control.Id}']") is null);
        Assert.That(bare.Select(control => control.GetAttribute("name")), Is.Empty);
        Assert.That(page.QuerySelectorAll("[id]").Select(element => element.Id), Is.Unique);
    }

    private async Task<HttpResponseMessage> ChangeAsync(string address, params (string Name, string Value)[] fields)
    {
        var form = (await manager.PageAsync(address)).QuerySelector("main form")!;
        return await manager.SendAsync(form, Filled(form, fields));
    }

    /// <summary>Every field of a form as a browser would send it, some of them filled in otherwise.</summary>
    internal static (string Name, string Value)[] Filled(IElement form, params (string Name, string Value)[] fields)
    {
        var changed = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var kept = form.QuerySelectorAll("input, select")
            .Where(control => control.GetAttribute("type") is not "checkbox" || control.HasAttribute("checked"))
            .Select(control => (Name: control.GetAttribute("name")!, Value: control.QuerySelector("option[selected]")?.GetAttribute("value") ?? control.GetAttribute("value") ?? ""))
            .Where(field => !changed.Contains(field.Name) && field.Name != "__RequestVerificationToken");
        return [.. kept, .. fields];
    }

    private static async Task LoadAsync(RotaDatabase database)
    {
        await using RosteringContext context = database.Open();
        await new LoadDemonstrationRecords(context).HandleAsync(DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, seed: 1, DemonstrationWeek.UsualWeekStart), Now, CancellationToken.None);
    }
}
