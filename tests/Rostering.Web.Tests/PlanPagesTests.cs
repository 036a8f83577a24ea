using System.Net;
using AngleSharp.Dom;
using Rostering.Core.Access;
using Rostering.CpSat.Engine;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Web.Tests;

/// <summary>The week from plan to publication, page by page and without scripts: ann and bob make two visits of pat's, and nobody the third.</summary>
public sealed class PlanPagesTests
{
    private const string Week = "/rotas/2026-11-16";

    private WebApplication web = null!;

    [SetUp]
    public async Task StartAsync() => web = await WebApplication.StartAsync(async database =>
    {
        await using ICpSatEngine engine = CpSatEngines.Open(new EngineOptions { Processes = 1 });
        await database.SolveAsync(Problem(), engine);
    });

    [TearDown]
    public ValueTask StopAsync() => web.DisposeAsync();

    [Test]
    public async Task Board_ByPerson_PutsWhoNeedsALookFirstWithTheirFunds()
    {
        var page = await web.PageAsync($"{Week}/board");

        Assert.That(page.QuerySelectorAll(".board tbody tr").Select(row => row.Id), Is.EqualTo(["row-p:sam", "row-p:pat"]));
        Assert.That(page.QuerySelector("#row-p\\:pat .fund")!.Text(), Does.Match(@"^£\d+\.\d\d of £100,000\.00$"));
        Assert.That(page.QuerySelector(".visit.gap .who")!.Text(), Is.EqualTo("Nobody yet"));
    }

    [Test]
    public async Task Board_ByWorker_BeginsWithWhatNobodyMakes()
    {
        var page = await web.PageAsync($"{Week}/board?side=Workers");

        Assert.That(page.QuerySelectorAll(".board tbody tr").Select(row => row.Id), Is.EqualTo(["row-open", "row-w:ann", "row-w:bob"]));
        Assert.That(page.QuerySelector("#row-open .visit")!.Text(), Does.Contain("sam"));
    }

    [TestCase("?q=zoe", 0)]
    [TestCase("?q=PA", 1)]
    [TestCase("?gaps=true", 1)]
    [TestCase("?team=nowhere", 0)]
    public async Task Board_Filtered_ShowsThoseThatMatch(string filter, int rows)
    {
        var page = await web.PageAsync($"{Week}/board{filter}");

        Assert.That(page.QuerySelectorAll(".board tbody tr"), Has.Length.EqualTo(rows));
        Assert.That(page.QuerySelector(".empty") is not null, Is.EqualTo(rows == 0));
    }

    [Test]
    public async Task Visit_PutOnAnotherWorker_IsMovedAndCanBeTakenBack()
    {
        var other = await OtherAsync();
        var visit = await web.PageAsync($"{Week}/board/visits/v1");

        using (var moved = await web.SendAsync(Form(visit, "put"), [.. Fields(Form(visit, "put")), ("worker", other)]))
            Assert.That(moved.RequestMessage!.RequestUri!.AbsolutePath, Is.EqualTo($"{Week}/board"));
        var board = await web.PageAsync($"{Week}/board?side=Workers");
        var undo = board.QuerySelectorAll("#board-tools form")[0];
        using var back = await web.SendAsync(undo, [.. Fields(undo)]);

        Assert.That(board.QuerySelector($"#row-w\\:{other} [data-visit=v1]"), Is.Not.Null);
        Assert.That(board.QuerySelector("#board-tools")!.Text(), Does.Contain("1 move").And.Contain("Some ServiceManager"));
        Assert.That((await web.PageAsync($"{Week}/board?side=Workers")).QuerySelector($"#row-w\\:{other} [data-visit=v1]"), Is.Null);
    }

    [Test]
    public async Task Visit_PutOnSomebodyWhoMayNot_SaysWhatBreaksAndOffersIt()
    {
        var visit = await web.PageAsync($"{Week}/board/visits/v3");

        using var response = await web.SendAsync(Form(visit, "put"), [.. Fields(Form(visit, "put")), ("worker", "ann")]);
        var page = await Visitor.ParseAsync(response);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page.QuerySelector("#answer")!.Text(), Does.Contain("This would break 1 rule").And.Contain("does not hold medication"));
        using var anyway = await web.SendAsync(page.QuerySelector("#answer form")!, [.. Fields(page.QuerySelector("#answer form")!)]);
        Assert.That((await web.PageAsync($"{Week}/board")).QuerySelector("#board-facts .problem")!.Text(), Does.Contain("medication"));
    }

    [Test]
    public async Task Visit_MovedByTwoEditors_ShowsTheSecondBothVersions()
    {
        var other = await OtherAsync();
        var mine = await web.PageAsync($"{Week}/board/visits/v1");
        using (await web.SendAsync(Form(mine, "put"), [.. Fields(Form(mine, "put")), ("worker", other)]))
        {
        }

        var theirs = await web.PageAsync($"{Week}/board/visits/v1");
        using (await web.SendAsync(Form(theirs, "pin"), [.. Fields(Form(theirs, "pin"))]))
        {
        }

        using var late = await web.SendAsync(Form(theirs, "off"), [.. Fields(Form(theirs, "off"))]);
        var page = await Visitor.ParseAsync(late);

        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(page.QuerySelector("#answer")!.Text(), Does.Contain("Somebody was quicker").And.Contain("pinned").And.Contain("Yours: everybody off visit v1"));
    }

    [Test]
    public async Task Day_WithWork_TellsEachWorkersDayInWords()
    {
        var page = await web.PageAsync($"{Week}/days/1");

        Assert.That(page.QuerySelectorAll(".day tbody tr"), Is.Not.Empty);
        Assert.That(page.QuerySelector(".day ol")!.Text(), Does.Contain("visit v1 to pat").Or.Contain("visit v2 to pat"));
        Assert.That((await web.PageAsync($"{Week}/days/7")).QuerySelector(".empty"), Is.Not.Null);
    }

    [Test]
    public async Task Publish_WithAGap_AsksForItAndThenPublishesAndTakesBack()
    {
        var list = await web.PageAsync($"{Week}/publish");
        var form = list.QuerySelector("form.checklist")!;

        using var refused = await web.SendAsync(form, [.. Fields(form)]);
        using var published = await web.SendAsync(form, [.. Fields(form), ("GapsAccepted", "true")]);
        var after = await web.PageAsync($"{Week}/publish");
        var retract = after.QuerySelector("form.stack")!;
        using var silent = await web.SendAsync(retract, [.. Fields(retract), ("reason", "")]);
        using var taken = await web.SendAsync(retract, [.. Fields(retract), ("reason", "ann left")]);

        Assert.That(list.QuerySelector(".checks .warn h2")!.Text(), Does.Contain("1 visit with nobody"));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(published.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(after.QuerySelector(".kicker")!.Text(), Does.Contain("Publication 1"));
        Assert.That((await Visitor.ParseAsync(silent)).QuerySelector("#reason-error")!.Text(), Does.Contain("The reason is empty"));
        Assert.That((await web.PageAsync($"{Week}/publish")).QuerySelector(".kicker")!.Text(), Does.Contain("ann left"));
    }

    [Test]
    public async Task Solve_NothingChosen_SaysWhatToDo()
    {
        var page = await web.PageAsync($"{Week}/solve");
        var form = page.QuerySelector("form.stack")!;

        using var response = await web.SendAsync(form, ("Seconds", "4000"), ("Focuses", "Balanced"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await Visitor.ParseAsync(response)).QuerySelector("[role=alert]")!.Text(), Does.Contain("Seconds is 4000; give 1 to 900"));
        Assert.That(page.QuerySelector(".compare")!.Text(), Does.Contain("2 of 3"));
    }

    [Test]
    public async Task Solve_TwoAlternatives_AreSolvedToldAndSideBySide()
    {
        var form = (await web.PageAsync($"{Week}/solve")).QuerySelector("form.stack")!;

        using var asked = await web.SendAsync(form, ("Seconds", "5"), ("Focuses", "Balanced"), ("Focuses", "Cost"));
        var runs = (await Visitor.ParseAsync(asked)).QuerySelectorAll("[data-run]:not([data-run=''])").Select(run => run.GetAttribute("data-run")!).ToList();
        foreach (var run in runs)
            Assert.That(await ToldAsync(run), Does.Contain("event: over"));
        var page = await web.PageAsync($"{Week}/solve");

        Assert.That(page.QuerySelectorAll(".compare thead th").Select(head => head.FirstChild!.Text().Trim()), Is.EqualTo(["Balanced", "Least cost"]));
        Assert.That(page.QuerySelectorAll(".run").Length, Is.GreaterThanOrEqualTo(2));
    }

    [Test]
    public async Task Consult_SentAndAnswered_ShowsWhoSaidWhat()
    {
        var page = await web.PageAsync($"{Week}/consult");
        using (await web.SendAsync(page.QuerySelector("form[action*=Send]")!, ("hours", "48")))
        {
        }

        var form = (await web.PageAsync($"{Week}/consult")).QuerySelector("form[action*=Answer]")!;
        var who = form.QuerySelectorAll("#who option").Select(option => option.GetAttribute("value")!).First(value => value.StartsWith("Worker/", StringComparison.Ordinal));
        using var empty = await web.SendAsync(form, ("Given.Who", who), ("Given.Answer", "No"), ("Given.Reason", ""));
        using var said = await web.SendAsync(form, ("Given.Who", who), ("Given.Answer", "No"), ("Given.Reason", "school run"));

        Assert.That((await Visitor.ParseAsync(empty)).QuerySelector("#answer-error")!.Text(), Does.Contain("The reason is empty"));
        Assert.That((await web.PageAsync($"{Week}/consult")).QuerySelector("#answers ~ .lines")!.Text(), Does.Contain("school run"));
    }

    [TestCase("board")]
    [TestCase("publish")]
    [TestCase("solve")]
    [TestCase("consult")]
    [TestCase("days/1")]
    public async Task Page_ForAWorker_IsForbidden(string page)
    {
        using var worker = await web.SignedInAsAsync(new Someone(Role.Worker), followsRedirects: false);

        using var response = await worker.GetAsync($"{Week}/{page}");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden).Or.EqualTo(HttpStatusCode.Redirect));
    }

    private async Task<string> OtherAsync()
    {
        var now = (await web.PageAsync($"{Week}/board?side=Workers")).QuerySelector("[data-visit=v1]")!.Closest("tr")!.GetAttribute("data-row");
        return now == "w:ann" ? "bob" : "ann";
    }

    private async Task<string> ToldAsync(string events)
    {
        using var response = await web.GetAsync(events);
        return await response.Content.ReadAsStringAsync();
    }

    private static IElement Form(IParentNode page, string act) => page.QuerySelectorAll("form").First(form => form.QuerySelector("input[name=do]")?.GetAttribute("value") == act);

    private static IEnumerable<(string, string)> Fields(IElement form) =>
        form.QuerySelectorAll("input[type=hidden]").Where(input => input.GetAttribute("name") != "__RequestVerificationToken").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));

    private static RotaProblem Problem() => new ProblemBuilder()
        .Worker("ann")
        .Worker("bob")
        .Person("sam")
        .Visit("v1", "mon 07:00")
        .Visit("v2", "mon 10:00")
        .Visit("v3", "tue 10:00", visit => visit with { Competencies = [new Competency("medication")] }, person: "sam")
        .Build();
}
