using Microsoft.Playwright;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Access;
using Rostering.Core.Tests.Cover;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.EndToEndTests;

/// <summary>The whole journey without a mouse, from what is asked for to the visit that is confirmed.</summary>
public sealed class KeyboardStoryTests
{
    private const int Desk = 1440;

    // With a wide window for one visit there are too many choices to prove anything at once: the search goes on until it is stopped.
    private const int Spares = 24;
    private const int WideMinutes = 16 * 60;

    private readonly List<Keyboard> windows = [];

    private RotaDatabase database = null!;
    private LiveStage stage = null!;
    private WebServer server = null!;
    private RotaProblem problem = null!;
    private string next = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        // The application's clock cannot be stopped from here: a visit of yesterday is over and one of tomorrow is to come, and both are
        // published, in two weeks on a Sunday or a Monday. The week after has not been planned yet.
        Instant now = SystemClock.Instance.GetCurrentInstant();
        LocalDate today = LocalClock.Date(now);
        (LocalDate lastMonday, LocalDate monday) = (LocalClock.MondayOf(today.PlusDays(-1)), LocalClock.MondayOf(today.PlusDays(1)));
        next = $"/rotas/{monday.PlusWeeks(1):uuuu-MM-dd}";
        string over = $"{TestWeek.Days[(int)today.PlusDays(-1).DayOfWeek - 1]} 08:00";
        string coming = $"{TestWeek.Days[(int)today.PlusDays(1).DayOfWeek - 1]} 07:30";
        (string, string, string)[] rota = [("v2", coming, "ann"), ("v3", "mon 06:00", "spare-1")];
        var week = Staffed(monday).Visit("v2", coming, person: "sam").Visit("v3", "mon 06:00", person: "sam", window: WideMinutes);
        problem = (lastMonday == monday ? week.Visit("v1", over, minutes: 30, person: "sam") : week).Build();
        database = await RotaDatabase.CreateAsync();
        stage = await LiveStage.CreateAsync(database.ConnectionString, problem, Rotas.Of(problem, lastMonday == monday ? [.. rota, ("v1", over, "ann")] : rota), now);
        if (lastMonday != monday)
        {
            RotaProblem last = Staffed(lastMonday).Visit("v1", over, minutes: 30, person: "sam").Build();
            await stage.PublishAsync(last, Rotas.Of(last, ("v1", over, "ann")), now);
        }

        server = await WebServer.StartAsync(database);
    }

    private static ProblemBuilder Staffed(LocalDate monday) => Enumerable.Range(1, Spares).Aggregate(
        new ProblemBuilder(monday)
            .Worker("ann", worker => worker with { Name = "Ann Reid" })
            .Worker("bob", worker => worker with { Name = "Bob Lamont" })
            .Person("sam", sam => sam with { Name = "Sam Kerr", Chosen = [new WorkerId("bob")] }),
        (made, spare) => made.Worker($"spare-{spare}"));

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await server.DisposeAsync();
        await stage.DisposeAsync();
        await database.DisposeAsync();
    }

    [TearDown]
    public async Task CloseAsync()
    {
        foreach (var window in windows)
            await window.Page.Context.CloseAsync();
        windows.Clear();
    }

    [Test]
    [CancelAfter(300_000)]
    public async Task Story_FromTheRequestToTheConfirmedVisit_ByKeyboardAlone()
    {
        try
        {
            var manager = await SignInAsync(new Someone(Role.ServiceManager) { Name = "Mary Manager" });
            await AskForMoreAsync(manager);
            await PlanAsync(manager);
            await AnswerAsync(await ConsultAsync(manager, await MoveAsync(manager)));
            await manager.Page.GotoAsync($"{next}/publish");
            await manager.ActAsync(Button(manager, "Publish the week"), manager.Page.GetByText("The week is published as it stands."));
            await CoverAsync(manager);
            await manager.Page.GotoAsync("/live/confirm");
            await manager.ActAsync(Button(manager, "Confirm the ticked as planned"), manager.Page.GetByText("Every visit that is over is confirmed."));
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException or AssertionException)
        {
            throw new AssertionException($"{string.Join('\n', await Task.WhenAll(windows.Select(window => window.WhereAsync())))}\n{e.Message}", e);
        }
    }

    private static async Task AskForMoreAsync(Keyboard manager)
    {
        var page = manager.Page;
        await page.GotoAsync("/requests");
        await manager.FollowAsync(page.Locator("main tbody th a").First);
        await manager.FollowAsync(page.GetByRole(AriaRole.Link, new() { Name = "Change" }).First);
        await manager.TypeAsync(page.Locator("#f-what"), "Breakfast and a chat");
        await manager.TypeAsync(page.Locator("#why"), "asked at the review");
        await manager.ActAsync(Button(manager, "Save"), page.Locator("main h1", new() { HasText = "Breakfast and a chat" }));
    }

    private async Task PlanAsync(Keyboard manager)
    {
        var page = manager.Page;
        await page.GotoAsync($"{next}/solve");
        await manager.TypeAsync(page.GetByLabel("Seconds for each"), "300");
        await manager.ActAsync(Button(manager, "Look for a rota"), page.GetByText("Improving it"));
        await manager.ActAsync(Button(manager, "Stop and keep the best"), page.GetByText("Stopped: the best so far is kept"));
        await manager.ActAsync(Button(manager, "Take version 1 to the board"), page.Locator("[data-board]"));
    }

    /// <summary>Gives a visit to somebody else by its dialog, takes that back and makes it again. Gives the name of who has it then.</summary>
    private static async Task<string> MoveAsync(Keyboard manager)
    {
        var page = manager.Page;
        var candidate = page.Locator("dialog[open] .candidates button").First;
        await manager.ActAsync(page.Locator("[data-visit]").First, candidate);
        string name = await candidate.InnerTextAsync();
        await manager.ActAsync(candidate, page.Locator(".visit.moved:focus"));
        await manager.PressAsync("Control+z", page.Locator("[data-key=redo]:enabled"));
        await manager.PressAsync("Control+y", page.Locator("[data-key=redo]:disabled"));
        return name;
    }

    private async Task<Keyboard> ConsultAsync(Keyboard manager, string worker)
    {
        await manager.Page.GotoAsync($"{next}/consult");
        await manager.ActAsync(Button(manager, "Send it"), manager.Page.Locator("#answers"));
        return await SignInAsync(new Someone(Role.Worker) { WorkerId = problem.Workers.Single(known => known.Name == worker).Id.Value, Name = worker });
    }

    private static async Task AnswerAsync(Keyboard worker)
    {
        await worker.Page.GotoAsync("/my/answers");
        await worker.ActAsync(Button(worker, "Yes to all that I have not answered"), worker.Page.GetByText("You said yes.").First);
    }

    /// <summary>Ann is ill, and Bob comes in her place.</summary>
    private async Task CoverAsync(Keyboard manager)
    {
        var page = manager.Page;
        await page.GotoAsync("/live");
        await manager.ReachAsync(page.GetByRole(AriaRole.Combobox, new() { Name = "Worker" }));
        await page.Keyboard.TypeAsync("Ann");
        await manager.ReachAsync(page.GetByRole(AriaRole.Combobox, new() { Name = "Until" }));
        await page.Keyboard.PressAsync("ArrowDown");
        await manager.ActAsync(Button(manager, "Record and find cover"), page.GetByText("The illness is recorded."));
        await manager.ActAsync(Button(manager, "Ask in this order"), page.GetByLabel("Asked so far").GetByText("Bob Lamont is asked until"));

        var bob = await SignInAsync(new Someone(Role.Worker) { WorkerId = "bob", Name = "Bob Lamont" });
        await bob.Page.GotoAsync("/my/offers");
        await bob.ActAsync(Button(bob, "Yes, I come"), bob.Page.GetByText("The visit is yours. Thank you."));
        await bob.Page.GotoAsync("/messages");
        var letter = bob.Page.Locator("#unread + .letters .letter").First;
        await bob.ActAsync(letter.GetByRole(AriaRole.Button), bob.Page.GetByRole(AriaRole.Button, new() { Name = "Mark as not read" }).First);
        await bob.Page.GotoAsync("/my/week");
        await bob.ReachAsync(bob.Page.GetByRole(AriaRole.Link, new() { Name = "Calendar" }));
    }

    private async Task<Keyboard> SignInAsync(Someone who)
    {
        Keyboard window = new(await Site.OpenWindowAsync(server, Desk));
        windows.Add(window);
        await window.Page.GotoAsync(await Accounts.LinkAsync(database, who));
        await window.ActAsync(window.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button), window.Page.Locator(".self"));
        return window;
    }

    private static ILocator Button(Keyboard window, string name) => window.Page.GetByRole(AriaRole.Button, new() { Name = name });
}
