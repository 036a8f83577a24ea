using Microsoft.Playwright;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Access;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.EndToEndTests;

/// <summary>A worker's telephone, with and without a network.</summary>
public sealed class OwnWeekTests
{
    private const string Week = "/my/week";
    private const int Telephone = 390;

    private const string Provider = "Telephone Test";

    private static readonly Someone Worker = new(Role.Worker) { Provider = Provider, Name = "Ann Reid" };
    private static readonly Someone Person = new(Role.Person) { Provider = Provider, Name = "Pat Bell" };

    [OneTimeSetUp]
    public async Task PublishAsync()
    {
        var now = LocalClock.Local(SystemClock.Instance.GetCurrentInstant());
        var monday = now.Date.PlusDays(1 - (int)now.DayOfWeek);
        var today = TestWeek.Days[(int)now.DayOfWeek - 1];
        var others = TestWeek.Days.Remove(today); // Whatever day it is, each worker has one visit of it.
        var (start, early, noon, late) = ($"{today} {now:HH:mm}", $"{others[0]} 07:30", $"{others[2]} 14:00", $"{others[2]} 16:00");
        var problem = new ProblemBuilder(monday).At("hill", 3_000, 1_000)
            .Worker("ann", ann => ann with { Name = "Ann Reid", Contract = ann.Contract with { ContractedMinutes = 20 * 60 } })
            .Worker("bea", bea => bea with { Name = "Bea Hill" })
            .Person("sam", sam => sam with { Name = "Sam Kerr" }, home: "hill")
            .Visit("v1", start).Visit("v2", early, minutes: 90, person: "sam").Visit("v3", noon).Visit("v4", late, person: "sam").Visit("v5", start, person: "sam")
            .With(week => week with { Provider = Provider, People = [.. week.People.Select(person => person.Id.Value == "pat" ? person with { Name = "Pat Bell" } : person)] }).Build();
        var rota = Rotas.Of(problem, ("v1", start, "ann"), ("v2", early, "ann"), ("v3", noon, "ann"), ("v4", late, "ann"), ("v5", start, "bea"));
        await Site.Database.PublishAsync(problem, rota, SystemClock.Instance.GetCurrentInstant());
    }

    [Test]
    public async Task Week_OfWorkerAndPerson_IsPictured()
    {
        foreach (var (who, name) in new[] { (Worker, "my-week-phone"), (Person, "my-week-person") })
        {
            var page = await Site.NewPageAsync(who, Telephone);
            await page.GotoAsync(Week);
            await ScreenshotTests.AssertPicturedAsync(page, name);
        }
    }

    [Test]
    public async Task Week_NoNetwork_IsStillReadableAndSaysHowOldItIs()
    {
        var page = await Site.NewPageAsync(Worker, Telephone);
        await page.GotoAsync(Week);
        await page.Locator("#synced[data-kept=yes]").WaitForAsync();

        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator("#synced")).ToContainTextAsync("No network. This is your copy, last synced");
        await Assertions.Expect(page.Locator(".today .turn h3")).ToContainTextAsync("Pat Bell");
        await Assertions.Expect(page.Locator(".turn button").First).ToBeEnabledAsync();

        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("#synced")).ToContainTextAsync("Last synced");
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Week_SignedOut_LeavesNoCopyOnTheTelephone()
    {
        var page = await Site.NewPageAsync(new Someone(Role.Worker) { Provider = Provider, Name = "Ann Leaving" }, Telephone);
        await page.GotoAsync(Week);
        await page.Locator("#synced[data-kept=yes]").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/account/sign-in");

        Assert.That(await page.EvaluateAsync<int>("caches.keys().then(kept => kept.length)"), Is.Zero);
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task CheckIn_WithoutANetwork_WaitsInWordsAndIsSentWhenItIsBack()
    {
        var page = await Site.NewPageAsync(new Someone(Role.Worker) { Provider = Provider, Name = "Bea Hill", WorkerId = "bea" }, Telephone);
        await page.GotoAsync(Week);
        await page.Locator("#synced[data-kept=yes]").WaitForAsync();
        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Check in" }).ClickAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".waiting")).ToContainTextAsync("waiting to be sent");
        await Assertions.Expect(page.Locator("#synced")).ToContainTextAsync("1 waiting to be sent");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Check out" }).ClickAsync();
        await Assertions.Expect(page.Locator("#synced")).ToContainTextAsync("2 waiting to be sent");
        await PageTests.AssertAccessibleAsync(page);
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "my-week-waiting.png"), FullPage = true });
        await page.Context.SetOfflineAsync(false);

        // The check-out comes far too early, and nobody has said why: it is not taken, and says so.
        await Assertions.Expect(page.Locator(".presence")).ToContainTextAsync("Checked in");
        await Assertions.Expect(page.Locator(".waiting")).ToContainTextAsync("not taken: The visit has");
        Assert.That(await Site.Database.AskAsync("select count(*) filter (where at < recorded_at) || ' of ' || count(*) from attendance where worker = 'bea'"), Is.EqualTo("1 of 1"));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task CheckIn_OnTheTelephone_IsOnePress()
    {
        var page = await Site.NewPageAsync(Worker, Telephone);
        await page.GotoAsync(Week);

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Check in" }).ClickAsync();

        await Assertions.Expect(page.Locator(".presence")).ToContainTextAsync("Checked in");
        await page.Context.CloseAsync();
    }
}
