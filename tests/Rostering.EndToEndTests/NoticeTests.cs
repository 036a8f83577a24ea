using System.Text;
using Microsoft.Playwright;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Messages;
using Rostering.Testing;

namespace Rostering.EndToEndTests;

/// <summary>
/// Notices on a device, from the button to the press on one. No push service is within reach of a test: where the browser would ask its own,
/// a test's stands, and what that one gets is handed to the browser again. All between is real: page, worker, outbox, encryption and notice.
/// </summary>
public sealed class NoticeTests
{
    private const string Inbox = "/messages";
    private const int Telephone = 390;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Test]
    public async Task Notice_WantedOnThisDevice_ArrivesEncryptedIsShownAndOpensItsPage()
    {
        Someone ann = new(Role.Worker) { Provider = "Notice Test", Name = "Ann Noticed" };
        await using PushService service = new();
        using PushBrowser browser = new();
        var page = await Site.NewPageAsync(ann, Telephone);
        await page.Context.GrantPermissionsAsync(["notifications"]);
        await page.AddInitScriptAsync(Subscribing(new Uri(service.Address, "phone"), browser));
        await page.GotoAsync(Inbox);
        await page.GetByLabel("Name of this device").FillAsync("My phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Notices on this device" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-device] h3")).ToHaveTextAsync("My phone this device");
        await Assertions.Expect(page.Locator("#this-device")).ToBeHiddenAsync();
        await PageTests.AssertFitsAsync(page, "notices");
        await PageTests.AssertAccessibleAsync(page);

        await TellAsync(ann, "Can you come on Tue 24 Nov 07:00?", "/my/offers");
        var sent = await service.NextAsync(Patience);
        var text = Encoding.UTF8.GetString(browser.Decrypt(sent.Body));
        await NoticeWorker.DeliverAsync(page, text);

        var shown = await NoticeWorker.ShownAsync(page);
        Assert.That(sent.IsSignedWith(await page.EvaluateAsync<string>("localStorage.getItem('subscribed')")), Is.True, "by the key that the browser subscribed with");
        Assert.That(shown.GetProperty("title").GetString(), Is.EqualTo("Can you come on Tue 24 Nov 07:00?"));
        Assert.That(shown.GetProperty("tag").GetString(), Does.StartWith("message-"));
        Assert.That(await NoticeWorker.PressAsync(page), Is.EqualTo("/my/offers"));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Device_RemovedOnThePage_IsForgottenByBothSides()
    {
        await using PushService service = new();
        using PushBrowser browser = new();
        var page = await Site.NewPageAsync(new Someone(Role.Worker) { Name = "Ann Removing" }, Telephone);
        await page.Context.GrantPermissionsAsync(["notifications"]);
        await page.AddInitScriptAsync(Subscribing(new Uri(service.Address, "phone"), browser));
        await page.GotoAsync(Inbox);
        await page.GetByRole(AriaRole.Button, new() { Name = "Notices on this device" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-device] .tag")).ToHaveTextAsync("this device");

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Device" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-device]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#this-device")).ToBeVisibleAsync();
        Assert.That(await page.EvaluateAsync<string?>("localStorage.getItem('subscribed')"), Is.Null);
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Button_NoticesNotAllowed_SaysWhatToDo()
    {
        var page = await Site.NewPageAsync(new Someone(Role.Worker) { Name = "Ann Refusing" }, Telephone);
        await page.GotoAsync(Inbox);

        await page.GetByRole(AriaRole.Button, new() { Name = "Notices on this device" }).ClickAsync();

        await Assertions.Expect(page.Locator("#device-fault")).ToContainTextAsync("may not show notices from this site. Allow them");
        await PageTests.AssertAccessibleAsync(page);
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Button_PushServiceOutOfReach_SaysSo()
    {
        var page = await Site.NewPageAsync(new Someone(Role.Worker) { Name = "Ann Unreached" }, Telephone);
        await page.Context.GrantPermissionsAsync(["notifications"]);
        await page.GotoAsync(Inbox);

        await page.GetByRole(AriaRole.Button, new() { Name = "Notices on this device" }).ClickAsync();

        await Assertions.Expect(page.Locator("#device-fault")).ToContainTextAsync("did not reach its push service");
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Page_BrowserThatKnowsNoNotices_SaysSoInPlaceOfTheButton()
    {
        var page = await Site.NewPageAsync(new Someone(Role.Worker), Telephone);
        await page.AddInitScriptAsync("delete window.PushManager;");
        await page.GotoAsync(Inbox);

        await Assertions.Expect(page.Locator("#without-notices")).ToContainTextAsync("cannot show notices");
        await Assertions.Expect(page.Locator("#this-device")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>Where the browser would ask its push service, it gets a subscription of the test's own.</summary>
    private static string Subscribing(Uri endpoint, PushBrowser browser) =>
        $$"""
        const subscription = {
          endpoint: "{{endpoint}}",
          toJSON: () => ({ endpoint: "{{endpoint}}", keys: { p256dh: "{{browser.Subscription.P256dh}}", auth: "{{browser.Subscription.Auth}}" } }),
          unsubscribe: async () => localStorage.removeItem("subscribed"),
        };
        PushManager.prototype.getSubscription = async () => localStorage.getItem("subscribed") && subscription;
        PushManager.prototype.subscribe = async options => {
          localStorage.setItem("subscribed", options.applicationServerKey);
          return subscription;
        };
        """;

    private static async Task TellAsync(Someone who, string subject, string link)
    {
        var account = await Accounts.OpenAsync(Site.Database, who);
        await using var database = Site.Database.Open();
        QueueMessage.Add(database, account.ProviderId, new QueueMessage.Letter(Reader.User(account.Id), subject, "As it says.", link), SystemClock.Instance.GetCurrentInstant());
        await database.SaveChangesAsync();
    }
}
