using System.Net;
using AngleSharp.Dom;
using Rostering.Core.Access;
using Rostering.Core.Messages;
using Rostering.Testing;

namespace Rostering.Web.Tests.Messages;

/// <summary>The devices with notices on one's messages page, as a browser without scripts sees it, and what its scripts would send.</summary>
public sealed class DevicePageTests
{
    private const string Inbox = "/messages";
    private const string Endpoint = "https://push.example.org/send/abc";

    private static readonly Someone Ann = new(Role.Worker) { Name = "Ann" };

    private WebApplication web = null!;

    [SetUp]
    public async Task StartAsync()
    {
        MessageOptions options = new() { Push = new PushOptions { Contact = new Uri("mailto:it@oakwood.example.org") } };
        web = await WebApplication.StartAsync(async database => await Accounts.OpenAsync(database, Ann), services => services.AddMessages(options));
    }

    [TearDown]
    public ValueTask StopAsync() => web.DisposeAsync();

    [Test]
    public async Task Page_BrowserWithoutScripts_SaysInWordsThatItCannot()
    {
        using var ann = await web.SignedInAsAsync(Ann);

        var page = await ann.PageAsync(Inbox);

        Assert.That(page.QuerySelector("#without-notices")!.Text(), Does.Contain("cannot show notices").And.Contain("iPhone"));
        Assert.That(page.QuerySelector("#this-device")!.HasAttribute("hidden"), Is.True);
        Assert.That(page.QuerySelectorAll("form[action*=Contact]"), Is.Empty, "a device is no address that somebody types");
    }

    [Test]
    public async Task Page_HouseSendsNoNotices_SaysNothingOfThem()
    {
        await using var without = await WebApplication.StartAsync(async database => await Accounts.OpenAsync(database, Ann));
        using var ann = await without.SignedInAsAsync(Ann);

        Assert.That((await ann.PageAsync(Inbox)).QuerySelector("#notices"), Is.Null);
    }

    [Test]
    public async Task Device_AddedAndRemoved_IsListedAndGone()
    {
        using var ann = await web.SignedInAsAsync(Ann);

        using var added = await AddAsync(ann, Endpoint);
        var listed = await ann.PageAsync(Inbox);
        var form = listed.QuerySelector("[data-device] form")!;
        using var removed = await ann.SendAsync(form, ("id", form.QuerySelector("input[name=id]")!.GetAttribute("value")!));

        Assert.That(added.RequestMessage!.RequestUri!.Fragment, Is.EqualTo("#notices"));
        Assert.That(listed.QuerySelector("[data-device] h3")!.Text(), Is.EqualTo("Work phone"));
        Assert.That(listed.Source.Text, Does.Not.Contain("push.example.org"), "the address is a secret, even from other scripts of the page");
        Assert.That((await ann.PageAsync(Inbox)).QuerySelector("[data-device]"), Is.Null);
    }

    [Test]
    public async Task Device_AtAnAddressOfOurOwn_IsRefusedBesideTheForm()
    {
        using var ann = await web.SignedInAsAsync(Ann);

        using var response = await AddAsync(ann, "https://169.254.169.254/latest");
        var page = await Visitor.ParseAsync(response);

        Assert.That(page.QuerySelector("#device-fault")!.Text(), Does.Contain("169.254.169.254").And.Contain("open internet"));
        Assert.That(await web.Database.AskAsync("select count(*) from notice_device"), Is.Zero);
    }

    [Test]
    public async Task Device_OfSomebodyElse_IsNeitherShownNorRemoved()
    {
        using var ann = await web.SignedInAsAsync(Ann);
        using var added = await AddAsync(ann, Endpoint);
        using var finance = await web.SignedInAsAsync(new Someone(Role.Finance));
        using var theirs = await AddAsync(finance, $"{Endpoint}-other");
        var form = (await finance.PageAsync(Inbox)).QuerySelectorAll("[data-device] form").Single();

        using var removed = await finance.SendAsync(form, ("id", $"{await web.Database.AskAsync("select min(id) from notice_device")}"));

        Assert.That(removed.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await web.Database.AskAsync("select count(*) from notice_device"), Is.EqualTo(2));
    }

    [Test]
    public async Task SignOutEverywhere_AfterALostPhone_EndsItsNotices()
    {
        using var ann = await web.SignedInAsAsync(Ann);
        using var added = await AddAsync(ann, Endpoint);

        using var response = await ann.SendAsync((await ann.PageAsync("/account")).QuerySelector("form[action*=EndSessions]")!);

        Assert.That(await web.Database.AskAsync("select count(*) from notice_device"), Is.Zero);
    }

    [TestCase(Channel.Push)]
    [TestCase(Channel.Inbox)]
    public async Task Contact_OnAChannelWithoutAddresses_IsNotFound(Channel channel)
    {
        using var ann = await web.SignedInAsAsync(Ann);
        var form = (await ann.PageAsync(Inbox)).QuerySelector("#this-device")!;

        using var response = await ann.SendToAsync("/messages?handler=Contact", form, ("reader", "Worker"), ("id", "ann"), ("channel", $"{channel}"), ("address", "code"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static async Task<HttpResponseMessage> AddAsync(Visitor visitor, string endpoint)
    {
        using PushBrowser browser = new();
        var form = (await visitor.PageAsync(Inbox)).QuerySelector("#this-device")!;
        return await visitor.SendAsync(form, ("name", "Work phone"), ("endpoint", endpoint), ("p256dh", browser.Subscription.P256dh), ("auth", browser.Subscription.Auth));
    }
}
