using Microsoft.Playwright;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Access;
using Rostering.Core.Tests.Cover;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.EndToEndTests;

/// <summary>06:40, a worker rings in ill: the leader and the worker who comes each have a phone, and nothing else.</summary>
public sealed class CoverStoryTests
{
    private const int Phone = 390;

    private RotaDatabase database = null!;
    private LiveStage stage = null!;
    private WebServer server = null!;
    private string day = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        // The application's clock cannot be stopped from here, so the visits are tomorrow's.
        Instant now = SystemClock.Instance.GetCurrentInstant();
        LocalDate tomorrow = LocalClock.Date(now).PlusDays(1);
        LocalDate monday = tomorrow.PlusDays(1 - (int)tomorrow.DayOfWeek);
        day = TestWeek.Days[(int)tomorrow.DayOfWeek - 1];
        RotaProblem problem = new ProblemBuilder(monday)
            .Worker("ann", worker => worker with { Name = "Ann Reid" })
            .Worker("bob", worker => worker with { Name = "Bob Lamont" })
            .Worker("cat", worker => worker with { Name = "Cat Muir", History = worker.History with { RecentAsks = 2 } })
            .Worker("dee", worker => worker with { Name = "Dee Orr", Contract = worker.Contract with { MinutesMax = 30 } })
            .Person("sam", sam => sam with { Name = "Sam Kerr", Chosen = [new WorkerId("bob")], History = [new Acquaintance { Worker = new WorkerId("cat"), Visits = 12 }] })
            .Visit("v1", $"{day} 07:30", person: "sam").Visit("v2", $"{day} 12:00", person: "sam")
            .Build();
        database = await RotaDatabase.CreateAsync();
        stage = await LiveStage.CreateAsync(database.ConnectionString, problem, Rotas.Of(problem, ("v1", $"{day} 07:30", "ann"), ("v2", $"{day} 12:00", "ann")), now);
        server = await WebServer.StartAsync(database);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await server.DisposeAsync();
        await stage.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    [CancelAfter(300_000)]
    public async Task Story_FromTheCallToTheYes_OnTwoPhones()
    {
        var leader = await SignInAsync(new Someone(Role.TeamLeader) { Name = "Tess Leader" });
        await leader.GotoAsync("/live");
        await LookAsync(leader, "live-phone");
        await leader.GetByRole(AriaRole.Combobox, new() { Name = "Worker" }).SelectOptionAsync(new SelectOptionValue { Label = "Ann Reid" });
        await leader.GetByRole(AriaRole.Combobox, new() { Name = "Until" }).SelectOptionAsync("1");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Record and find cover" }).ClickAsync();

        await Assertions.Expect(leader.GetByRole(AriaRole.Status)).ToContainTextAsync("2 visits need somebody");
        await Assertions.Expect(leader.Locator("ol.candidates > li strong").First).ToHaveTextAsync("Bob Lamont");
        await Assertions.Expect(leader.Locator("ol.candidates > li").First).ToContainTextAsync("Chosen by Sam Kerr.");
        await LookAsync(leader, "cover-phone");
        await leader.GetByText("may not come").ClickAsync();
        await Assertions.Expect(leader.Locator("details[open]")).ToContainTextAsync("Dee Orr");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Ask in this order" }).ClickAsync();
        await Assertions.Expect(leader.GetByLabel("Asked so far")).ToContainTextAsync("Bob Lamont is asked until");

        var bob = await SignInAsync(new Someone(Role.Worker) { WorkerId = "bob", Name = "Bob Lamont" });
        await bob.GotoAsync("/my/offers");
        await LookAsync(bob, "offers-phone");
        await bob.GetByRole(AriaRole.Button, new() { Name = "Yes, I come" }).ClickAsync();
        await Assertions.Expect(bob.GetByRole(AriaRole.Status)).ToHaveTextAsync("The visit is yours. Thank you.");

        await leader.ReloadAsync();
        await Assertions.Expect(leader.GetByText("It has its workers: Bob Lamont.")).ToBeVisibleAsync();
        await leader.GotoAsync("/live/visit/v2");
        await LookAsync(leader, "call-off-phone");
        await leader.GotoAsync("/live/confirm");
        await LookAsync(leader, "confirm-phone");
        await leader.GotoAsync("/live/extra-help");
        await LookAsync(leader, "extra-help-phone");
    }

    private async Task<IPage> SignInAsync(Someone who)
    {
        var page = await Site.OpenWindowAsync(server, Phone);
        await page.GotoAsync(await Accounts.LinkAsync(database, who));
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button).ClickAsync();
        return page;
    }

    // Fits every width, passes axe, and is pictured on the phone for whoever looks.
    private static async Task LookAsync(IPage page, string name)
    {
        string folder = Environment.GetEnvironmentVariable("ROSTERING_SCREENSHOTS") ?? TestContext.CurrentContext.WorkDirectory;
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        await PageTests.AssertAccessibleAsync(page);
        await PageTests.AssertFitsAsync(page, name);
        await page.SetViewportSizeAsync(Phone, 844);
    }
}
