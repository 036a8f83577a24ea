using System.Net;
using AngleSharp.Dom;
using Rostering.Core.Access;
using Rostering.CpSat.Engine;
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
