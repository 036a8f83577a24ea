using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Tests.Cover;
using Rostering.Testing;

namespace Rostering.Web.Tests.Live;

/// <summary>The pages of the live day at 06:40 of the week's Monday: what a team leader sees and does, and what a worker answers.</summary>
[CancelAfter(600_000)]
public sealed class LivePagesTests
{
    private WebApplication web = null!;
    private LiveStage stage = null!;
    private Visitor leader = null!;

    [SetUp]
    public async Task StartAsync()
    {
        web = await WebApplication.StartAsync(
            async database => stage = await LiveStage.WithAnnAsync(database.ConnectionString),
            services => services.AddSingleton<IClock>(new Still(LiveStage.Morning)));
        leader = await web.SignedInAsAsync(new Someone(Role.TeamLeader));
    }

    [TearDown]
    public async Task StopAsync()
    {
        leader.Dispose();
        await stage.DisposeAsync();
        await web.DisposeAsync();
    }

    [Test]
    public async Task Today_NothingWrong_SaysSoAndListsTheDay()
    {
        var page = await leader.PageAsync("/live");

        Assert.That(page.QuerySelector("section[aria-labelledby=gaps] .empty")!.TextContent, Does.Contain("has its workers"));
        Assert.That(page.QuerySelectorAll("ul.visits li"), Has.Length.EqualTo(3));
        Assert.That(page.QuerySelector("#late"), Is.Null);
    }

    [Test]
    public async Task Today_WorkerReportedIll_OpensTheFirstGapWithTheCandidates()
    {
        var page = await ReportIllAsync();

        Assert.That(page.QuerySelector("[role=status]")!.TextContent, Does.Contain("2 visits need somebody"));
        Assert.That(page.QuerySelector("main")!.TextContent, Does.Contain("ann is ill."));
        var names = page.QuerySelectorAll("ol.candidates > li strong").Select(name => name.TextContent);
        Assert.That(names, Is.EqualTo(["bob", "cat"]));
        Assert.That(page.QuerySelector("ol.candidates > li")!.TextContent, Does.Contain("New to pat.").And.Contain("from the main balance").And.Contain("from contingency"));
    }

    [Test]
    public async Task Today_NobodyChosenAsIll_SaysWhatIsMissingBesideTheField()
    {
        var form = (await leader.PageAsync("/live")).QuerySelector("section[aria-labelledby=ill] form")!;

        using var response = await leader.SendAsync(form, ("Worker", ""), ("Days", "0"));
        var page = await Visitor.ParseAsync(response);

        Assert.That(page.QuerySelector("#ill-problem")!.TextContent, Is.EqualTo("There is no worker ''; choose one from the list."));
        Assert.That(page.QuerySelector("select[name=Worker]")!.GetAttribute("aria-invalid"), Is.EqualTo("true"));
    }

    [Test]
    public async Task Cover_AskedAndAnsweredOnTheWorkersPhone_FillsTheVisit()
    {
        var gap = await ReportIllAsync();
        var asked = await SendAsync(leader, gap.QuerySelector("form.ask")!, ("gap", Value(gap, "input[name=gap]")), ("Workers", "bob"), ("Workers", "cat"));
        Assert.That(asked.QuerySelector("ul[aria-label='Asked so far']")!.TextContent, Does.Contain("bob is asked until 06:50").And.Contain("cat is next"));

        using var bob = await web.SignedInAsAsync(new Someone(Role.Worker) { WorkerId = "bob", Name = "Bob Worker" });
        var offers = await bob.PageAsync("/my/offers");
        Assert.That(offers.QuerySelector("main")!.TextContent, Does.Contain("Mon 16 Nov 07:30 for 1 h").And.Contain("answer by 06:50"));
        var after = await SendAsync(bob, offers.QuerySelector("form.answer")!, ("offer", Value(offers, "input[name=offer]")), ("yes", "true"), ("reason", ""));
        Assert.That(after.QuerySelector("[role=status]")!.TextContent, Is.EqualTo("The visit is yours. Thank you."));

        var filled = await leader.PageAsync("/cover/v1");
        Assert.That(filled.QuerySelector("p.empty")!.TextContent, Is.EqualTo("It has its workers: bob."));
    }

    [Test]
    public async Task Cover_NobodyTicked_SaysSoAndKeepsTheList()
    {
        var gap = await ReportIllAsync();

        var page = await SendAsync(leader, gap.QuerySelector("form.ask")!, ("gap", Value(gap, "input[name=gap]")));

        Assert.That(page.QuerySelector("[role=alert]")!.TextContent, Is.EqualTo("No worker was chosen; choose at least one to ask."));
        Assert.That(page.QuerySelectorAll("ol.candidates > li"), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Cover_UnknownVisit_IsNotFound()
    {
        using var response = await leader.GetAsync("/cover/v99");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Cover_LeaderOfAnotherTeam_IsNotFound()
    {
        using var other = await web.SignedInAsAsync(new Someone(Role.TeamLeader) { Teams = ["north"], Name = "North Leader" });

        using var response = await other.GetAsync("/cover/v1");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await other.PageAsync("/live")).QuerySelectorAll("ul.visits li"), Is.Empty);
    }

    [Test]
    public async Task Visit_CalledOffAhead_SaysFirstWhoPaysAndThenThatItIsOff()
    {
        var page = await leader.PageAsync("/live/visit/v1");
        Assert.That(page.QuerySelector("main")!.TextContent, Does.Contain("with 0 hours of notice, Pat Bell is charged £16.81 of £16.81 (main balance"));

        var after = await SendAsync(leader, page.QuerySelector("main form")!, ("Form.Outcome", "Declined"), ("Form.Reason", "visitors"));

        Assert.That(after.QuerySelector("[role=status]")!.TextContent, Does.Contain("the person needed no help"));
        Assert.That(after.QuerySelectorAll("ul.visits li"), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Visit_CalledOffWithoutAReason_IsAskedForOne()
    {
        var page = await leader.PageAsync("/live/visit/v1");

        var after = await SendAsync(leader, page.QuerySelector("main form")!, ("Form.Outcome", "Declined"), ("Form.Reason", " "));

        Assert.That(after.QuerySelector("[role=alert]")!.TextContent, Is.EqualTo("Say why, in a word or two."));
    }

    [Test]
    public async Task Confirm_NothingOver_SaysSo() =>
        Assert.That((await leader.PageAsync("/live/confirm")).QuerySelector("p.empty")!.TextContent, Is.EqualTo("Every visit that is over is confirmed."));

    [Test]
    public async Task Offers_NothingAsked_SaysSoAndOffersToSwap()
    {
        using var ann = await web.SignedInAsAsync(new Someone(Role.Worker));

        var page = await ann.PageAsync("/my/offers?Visit=v3");

        Assert.That(page.QuerySelector("p.empty")!.TextContent, Is.EqualTo("Nobody asks you for anything just now."));
        var propose = page.QuerySelector("select[name=Colleague]")!;
        Assert.That(propose.QuerySelectorAll("option").Select(option => option.TextContent), Is.EqualTo(["bob", "cat"]));
        var asked = await SendAsync(ann, propose.Closest("form")!, ("Visit", "v3"), ("Colleague", "bob"));
        Assert.That(asked.QuerySelector("[role=status]")!.TextContent, Does.StartWith("Your colleague is asked."));
    }

    private async Task<IDocument> ReportIllAsync()
    {
        var form = (await leader.PageAsync("/live")).QuerySelector("section[aria-labelledby=ill] form")!;
        return await SendAsync(leader, form, ("Worker", "ann"), ("Days", "0"));
    }

    private static async Task<IDocument> SendAsync(Visitor visitor, IElement form, params (string Name, string Value)[] fields)
    {
        using var response = await visitor.SendAsync(form, fields);
        response.EnsureSuccessStatusCode();
        return await Visitor.ParseAsync(response);
    }

    private static string Value(IDocument page, string selector) => page.QuerySelector(selector)!.GetAttribute("value")!;
}
