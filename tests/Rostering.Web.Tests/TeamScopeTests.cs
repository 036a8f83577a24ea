using System.Net;
using AngleSharp.Dom;
using NodaTime;
using Rostering.Core.Access;
using Rostering.CpSat.Engine;
using Rostering.Ledger;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Web.Tests;

/// <summary>A week of two teams: Nora Vane of the north and Sid Rowe of the south, with ann in both teams, bob in the south alone. Its leader is held to the north.</summary>
public sealed class TeamScopeTests
{
    private const string Week = "/rotas/2026-11-16";

    private WebApplication web = null!;
    private Visitor leader = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        web = await WebApplication.StartAsync(async database =>
        {
            await using ICpSatEngine engine = CpSatEngines.Open(new EngineOptions { Processes = 1 });
            await database.SolveAsync(Problem(), engine);
            await database.RecordAllAsync(Problem());
            await using FundBooks books = await FundBooks.OpenAsync(database);
            foreach (var (name, person) in new[] { ("Nora Vane", "nora"), ("Sid Rowe", "sid") })
            {
                var fund = await books.OpenAsync(name, new LocalDate(2026, 4, 6));
                await database.AskAsync($"update fund_holder set person = '{person}' where fund_id = {fund}");
                await books.RemitAsync(person, $"SO-{person}", new LocalDate(2026, 11, 2), new Money(10_00));
            }
        });
        leader = await web.SignedInAsAsync(new Someone(Role.TeamLeader) { Name = "Held Leader", Teams = ["north"] });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        leader.Dispose();
        await web.DisposeAsync();
    }

    [TestCase("")]
    [TestCase("?view=Workers")]
    [TestCase("/board")]
    [TestCase("/board?side=Workers")]
    [TestCase("/days/1")]
    [TestCase("/days/2")]
    [TestCase("/board/visits/n1")]
    [TestCase("/visits/n1")]
    [TestCase("/publish")]
    [TestCase("/consult")]
    public async Task Page_OfAWeekToWhoIsHeldToATeam_NamesNobodyOfAnother(string page)
    {
        var seen = (await leader.PageAsync($"{Week}{page}")).Body!.Text();

        Assert.That(seen, Does.Not.Contain("Sid Rowe").And.Not.Contain("Bob Lamont"));
    }

    [TestCase("/solve", "main form")]
    [TestCase("/consult", "main form")]
    public async Task Page_ThatConcernsEveryTeam_OffersNothingToWhoIsHeldToSome(string page, string forms)
    {
        var held = await leader.PageAsync($"{Week}{page}");
        var whole = await web.PageAsync($"{Week}{page}");

        Assert.That(held.QuerySelectorAll(forms), Is.Empty);
        Assert.That(whole.QuerySelectorAll(forms), Is.Not.Empty);
        Assert.That(held.QuerySelector("#alternatives"), Is.Null, "what a rota costs is told of all teams together");
    }

    [Test]
    public async Task Funds_ToWhoIsHeldToATeam_AreThoseOfItsPeopleAlone()
    {
        var held = (await leader.PageAsync("/funds")).QuerySelector("main")!.Text();
        var whole = (await web.PageAsync("/funds")).QuerySelector("main")!.Text();
        using var file = await leader.GetAsync("/funds?handler=Csv");

        Assert.That(held, Does.Contain("Nora Vane").And.Not.Contain("Sid Rowe").And.Not.Contain("SO-"));
        Assert.That(whole, Does.Contain("Nora Vane").And.Contain("Sid Rowe").And.Contain("SO-sid"));
        Assert.That(await file.Content.ReadAsStringAsync(), Does.Contain("Nora Vane").And.Not.Contain("Sid Rowe"));
    }

    [TestCase("/funds/1", HttpStatusCode.OK)]
    [TestCase("/funds/2", HttpStatusCode.NotFound)]
    [TestCase("/funds/2/entries/1", HttpStatusCode.NotFound)]
    [TestCase("/funds/2/statements/1", HttpStatusCode.NotFound)]
    public async Task Fund_ToWhoIsHeldToATeam_IsThereForItsPeopleAlone(string page, HttpStatusCode status)
    {
        using var answer = await leader.GetAsync(page);

        Assert.That(answer.StatusCode, Is.EqualTo(status));
    }

    [TestCase("")]
    [TestCase("/board")]
    [TestCase("/publish")]
    public async Task Page_OfAWeekToWhoSeesEveryTeam_NamesEverybodyWhoNeedsALook(string page) =>
        Assert.That((await web.PageAsync($"{Week}{page}")).Body!.Text(), Does.Contain("Sid Rowe"));

    [Test]
    public async Task Board_ByWorker_ShowsThatAWorkerIsWithAnotherTeamAndNotWithWhom()
    {
        var board = await leader.PageAsync($"{Week}/board?side=Workers");

        Assert.That(board.QuerySelectorAll(".board tbody tr").Select(row => row.Id), Is.EqualTo(["row-open", "row-w:ann"]));
        Assert.That(board.QuerySelector("#row-w\\:ann .others")!.Text(), Does.Contain("another team"));
        Assert.That(board.QuerySelectorAll("select[name=team] option").Select(option => option.Text()), Is.EqualTo(["all teams", "north"]));
        Assert.That(board.QuerySelector("#board-facts")!.Text(), Does.Contain("1 of 1"));
    }

    [TestCase("/board/visits/s1")]
    [TestCase("/visits/s1")]
    public async Task Visit_OfAnotherTeam_IsNotFound(string page)
    {
        using var answer = await leader.GetAsync($"{Week}{page}");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static RotaProblem Problem() => new ProblemBuilder()
        .InTeam("north").InTeam("south")
        .Person("nora", nora => nora with { Name = "Nora Vane" }, team: "north")
        .Person("sid", sid => sid with { Name = "Sid Rowe" }, team: "south")
        .Worker("ann", ann => ann with { Name = "Ann Reid", Teams = [ann.Teams[0], ann.Teams[0] with { Team = new TeamId("south") }] }, team: "north")
        .Worker("bob", bob => bob with { Name = "Bob Lamont" }, team: "south")
        .Visit("n1", "mon 08:00", person: "nora").Visit("s1", "tue 08:00", person: "sid")
        .Visit("s2", "tue 08:00", visit => visit with { Competencies = [new Competency("nobody holds this")] }, person: "sid")
        .Pin("n1", "ann").Pin("s1", "ann").Build();
}
