using System.Net;
using AngleSharp.Dom;
using Rostering.Core.Access;
using Rostering.CpSat.Engine;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Web.Tests;

/// <summary>A week in which ann and bob make two visits of pat's and nobody can make the third, since sam needs a certificate.</summary>
public sealed class RotaPagesTests
{
    private const string Week = "/rotas/2026-11-16";
    private const string Impish = "bob <script>alert(1)</script> & \"Co\"";

    private WebApplication web = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => web = await WebApplication.StartAsync(async database =>
    {
        await using ICpSatEngine engine = CpSatEngines.Open(new EngineOptions { Processes = 1 });
        await database.SolveAsync(Problem(), engine);
    });

    [OneTimeTearDown]
    public ValueTask StopAsync() => web.DisposeAsync();

    [Test]
    public async Task Home_OneWeek_LinksToIt()
    {
        var link = (await web.PageAsync("/")).QuerySelector(".weeks a")!;

        Assert.That(link.Text(), Does.Contain("Week of 16 November 2026").And.Contain("2 of 3 covered").And.Contain("not published"));
        using var week = await web.GetAsync(link.GetAttribute("href")!);
        Assert.That(week.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Week_WithAGap_TellsItBeforeTheRota()
    {
        var page = await web.PageAsync(Week);

        Assert.That(page.QuerySelectorAll("h2").Select(h => h.Text()), Is.EqualTo(["Gaps", "Rota", "What the week costs"]));
        Assert.That(page.QuerySelector(".facts")!.Text(), Does.Contain("2 of 3"));
        Assert.That(page.QuerySelector(".gaps a")!.Text(), Is.EqualTo("sam, Tue 10:00 for 1 h: nobody yet."));
        Assert.That(page.QuerySelector(".gaps li li")!.Text(), Does.Contain("does not hold medication"));
    }

    [Test]
    public async Task Week_ByPerson_PutsPeopleWithGapsFirst()
    {
        var page = await web.PageAsync(Week);

        Assert.That(page.QuerySelectorAll(".grid tbody th").Select(th => th.FirstChild!.Text().Trim()), Is.EqualTo(["sam", "pat"]));
        Assert.That(page.QuerySelectorAll(".grid tbody tr")[1].QuerySelectorAll(".visit"), Has.Length.EqualTo(2));
        Assert.That(page.QuerySelector(".visit.gap .who")!.Text(), Is.EqualTo("Nobody yet"));
    }

    [Test]
    public async Task Week_ByWorker_ShowsEachWorkersWeek()
    {
        var page = await web.PageAsync($"{Week}?view=Workers");

        Assert.That(page.QuerySelectorAll(".grid tbody th").Select(th => th.FirstChild!.Text().Trim()), Is.EqualTo(["ann", Impish]));
        Assert.That(page.QuerySelectorAll(".visit .who").Select(who => who.Text()), Is.EqualTo(["pat", "pat"]));
        Assert.That(page.QuerySelector(".sides [aria-current=page]")!.Text(), Is.EqualTo("By worker"));
    }

    [Test]
    public async Task Week_Objectives_AreNamedInWordsAndAmounts()
    {
        var page = await web.PageAsync(Week);

        var row = page.QuerySelectorAll(".terms tbody tr").Single(tr => tr.QuerySelector("th")!.Text() == "Substantial support with nobody");
        Assert.That(row.QuerySelectorAll("td").Select(td => td.Text()), Is.EqualTo(["1 h", "first of all"]));
        Assert.That(page.QuerySelector(".terms tbody")!.Text(), Does.Not.Match(@"[a-z]+\.[a-z]+"), "no key is shown");
    }

    [Test]
    public async Task Names_WithMarkup_AreText()
    {
        var page = await web.PageAsync($"{Week}?view=Workers");

        Assert.That(page.QuerySelectorAll("script").Select(script => script.Text()), Is.All.Empty);
        Assert.That(page.Body!.Text(), Does.Contain(Impish));
    }

    [Test]
    public async Task Week_OfAnotherProvider_IsNotFound()
    {
        using var stranger = await web.SignedInAsAsync(new Someone(Role.ServiceManager) { Provider = "Rowan", Name = "Rowan Manager" });

        using var response = await stranger.GetAsync(Week);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Visit_FromTheGrid_ExplainsWhoAndWhoElse()
    {
        var week = await web.PageAsync(Week);

        var page = await web.PageAsync(week.QuerySelector(".visit:not(.gap)")!.GetAttribute("href")!);

        var sections = page.QuerySelectorAll("#explanation h2").Select(h => h.Text()).ToArray();
        Assert.That(page.QuerySelector("#explanation h1")!.Text(), Does.StartWith("pat, Mon "));
        Assert.That(sections[0], Does.StartWith("Why "));
        Assert.That(sections[1], Does.StartWith("Who else could come"));
        Assert.That(page.QuerySelector("main a")!.GetAttribute("href"), Is.EqualTo(Week));
    }

    [Test]
    public async Task Visit_Gap_GivesEveryReasonAsASentence()
    {
        var page = await web.PageAsync($"{Week}/visits/v3");

        var reasons = page.QuerySelectorAll("#explanation li").Select(li => li.Text()).ToArray();
        Assert.That(reasons, Has.Length.EqualTo(2));
        Assert.That(reasons, Is.All.EndsWith("."));
        Assert.That(reasons, Has.None.Contain("..").And.None.Contain(".;"));
    }

    [Test]
    public async Task Visit_Unknown_IsNotFound()
    {
        using var response = await web.GetAsync($"{Week}/visits/v9");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static RotaProblem Problem() => new ProblemBuilder()
        .Worker("ann")
        .Worker("bob", worker => worker with { Name = Impish })
        .Person("sam")
        .Visit("v1", "mon 07:00")
        .Visit("v2", "mon 07:30")
        .Visit("v3", "tue 10:00", visit => visit with { Competencies = [new Competency("medication")] }, person: "sam")
        .Build();
}
