using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Messages;
using Rostering.Testing;

namespace Rostering.Core.Tests.Messages.Push;

/// <summary>Notices, sent over HTTP to a push service and read with a browser's own key.</summary>
public sealed class SendNoticeTests
{
    private Pocket pocket = null!;

    private Post Post => pocket.Post;

    [SetUp]
    public async Task OpenAsync() => pocket = await Pocket.OpenAsync();

    [TearDown]
    public ValueTask CloseAsync() => pocket.DisposeAsync();

    [Test]
    public async Task Send_WorkerHasADevice_ItAloneReadsTheSubjectAndNothingOfCare()
    {
        using var phone = await pocket.AddAsync();
        await Post.TellAsync("Can you come on Tuesday, 7:00?", "Sam has a seizure plan.", "/my/offers");

        var result = await pocket.SendAsync();

        var sent = pocket.Service.Posts.Single();
        var notice = JsonSerializer.Deserialize<Dictionary<string, string>>(phone.Decrypt(sent.Body))!;
        Assert.That(result, Is.EqualTo(new SendMessages.Result(Sent: 2, Postponed: 0, Failed: 0)), "the inbox's own and the notice");
        Assert.That(notice, Is.EquivalentTo(new Dictionary<string, string>
        {
            ["subject"] = "Can you come on Tuesday, 7:00?",
            ["link"] = "/my/offers",
            ["key"] = $"message-{(await Post.CopyAsync(Channel.Push)).Id}",
        }));
        Assert.That(sent.Path, Is.EqualTo("/push/phone"));
        Assert.That(sent.Headers["Content-Encoding"], Is.EqualTo("aes128gcm"));
        Assert.That(sent.Headers["Topic"], Is.EqualTo(notice["key"]), "of two copies that wait, the device gets one");
    }

    [Test]
    public async Task Send_Anything_IsSignedForThatServiceWithTheKeyThatBrowsersWereGiven()
    {
        using var phone = await pocket.AddAsync();
        await Post.TellAsync("Your week");
        var key = (await pocket.KeepAsync(async keep => await keep.OfAsync((await pocket.ActAsync(Pocket.Ann)).By, CancellationToken.None)))!.Key;

        await pocket.SendAsync();

        var sent = pocket.Service.Posts.Single();
        Assert.That(sent.IsSignedWith(key), Is.True);
        Assert.That(sent.Claims().GetProperty("aud").GetString(), Is.EqualTo(pocket.Service.Address.GetLeftPart(UriPartial.Authority)));
        Assert.That(sent.Claims().GetProperty("sub").GetString(), Is.EqualTo("mailto:it@oakwood.example.org"));
        Assert.That(Instant.FromUnixTimeSeconds(sent.Claims().GetProperty("exp").GetInt64()), Is.GreaterThan(Post.Clock.Now).And.LessThan(Post.Clock.Now + Duration.FromDays(1)));
    }

    [Test]
    public async Task Send_AnOffer_IsUrgentUntilItsTimeIsOut()
    {
        using var phone = await pocket.AddAsync();
        await Post.TellAsync("Can you come?", goodUntil: Post.Clock.Now + Duration.FromMinutes(15));
        await Post.TellAsync("Your week of 23 November");

        await pocket.SendAsync();

        Assert.That(pocket.Service.Posts.Select(sent => $"{sent.Headers["Urgency"]} {sent.Headers["TTL"]}"), Is.EqualTo(["high 900", "normal 604800"]));
    }

    [Test]
    public async Task Send_ReaderHasSeveralDevices_ReachesEachAndNobodyElses()
    {
        using var phone = await pocket.AddAsync("phone");
        using var tablet = await pocket.AddAsync("tablet");
        using var other = await pocket.AddAsync("other", new Someone(Role.Worker) { Name = "Bob Hill", WorkerId = "bob" });
        using var closed = await pocket.AddAsync("closed", new Someone(Role.Worker) { Name = "Ann Before" });
        await Post.AskAsync("update access.user_account set disabled_at = now() where name = 'Ann Before'");
        await Post.TellAsync("For Ann");

        await pocket.SendAsync();

        Assert.That(pocket.Service.Posts.Select(sent => sent.Path), Is.EqualTo(["/push/phone", "/push/tablet"]));
        Assert.That(tablet.Decrypt(pocket.Service.Posts[1].Body), Is.Not.Empty);
    }

    [Test]
    public async Task Send_ToAPersonOrAnAccount_ReachesWhoReadsIt()
    {
        Someone speaker = new(Role.Representative) { Name = "Rita Bell", PersonIds = ["kim", "pat"] };
        using var theirs = await pocket.AddAsync("theirs", speaker);
        await Post.TellAsync("Who is coming", to: Reader.Person("pat"));
        await Post.TellAsync("To you yourself", to: Reader.User((await Post.AccountAsync(speaker)).Id));
        await Post.TellAsync("Of somebody else", to: Reader.Person("lee"));

        await pocket.SendAsync();

        Assert.That(pocket.Service.Posts.Select(sent => sent.Path), Is.EqualTo(["/push/theirs", "/push/theirs"]));
    }

    [TestCase(HttpStatusCode.NotFound)]
    [TestCase(HttpStatusCode.Gone)]
    public async Task Send_BrowserTakesNoMore_RemovesTheDeviceAndTellsItsOwner(HttpStatusCode status)
    {
        using var phone = await pocket.AddAsync();
        await Post.TellAsync("Your week");
        pocket.Service.Reply(status);

        await pocket.SendAsync();

        var message = await Post.CopyAsync(Channel.Push);
        Assert.That(message.FailedAt, Is.Not.Null);
        Assert.That(message.Failure, Does.Contain($"{(int)status}").And.Contain("'phone'").And.Contain("removed"));
        Assert.That(await Post.AskAsync("select count(*) from notice_device"), Is.Zero);
        Assert.That(await Post.AskAsync("select by_name from audit_entry where what = 'messages.remove-device' and subject = 'device/phone'"), Is.EqualTo("Rostering"));
        Assert.That(await Post.AskAsync("select subject from message where to_kind = 'user'"), Is.EqualTo("No more notices on phone"));
    }

    [TestCase(HttpStatusCode.TooManyRequests)]
    [TestCase(HttpStatusCode.ServiceUnavailable)]
    [TestCase(HttpStatusCode.InternalServerError)]
    public async Task Send_ServiceIsBusy_WaitsAndArrivesLater(HttpStatusCode status)
    {
        using var phone = await pocket.AddAsync();
        await Post.TellAsync("Your week");
        pocket.Service.Reply(status);

        var first = await pocket.SendAsync();
        var waiting = await Post.CopyAsync(Channel.Push);
        Post.Clock.Now += Duration.FromMinutes(1);
        var second = await pocket.SendAsync();

        Assert.That(first.Postponed, Is.EqualTo(1));
        Assert.That(waiting.Failure, Does.Contain($"{(int)status}"));
        Assert.That(second.Sent, Is.EqualTo(1));
        Assert.That(pocket.Service.Posts, Has.Count.EqualTo(2), "a busy service is not asked again within the run");
    }

    [Test]
    public async Task Send_OneServiceIsSilent_TheDevicesOfOthersHaveTheirNotices()
    {
        await using PushService other = new();
        using PushBrowser behind = new();
        using var phone = await pocket.AddAsync("phone");
        using var tablet = await pocket.AddAsync("tablet");
        await pocket.AddAsync(pocket.RequestOf(behind, "laptop") with { Endpoint = new Uri(other.Address, "laptop").ToString() });
        await Post.TellAsync("Your week");
        pocket.Service.Reply(HttpStatusCode.ServiceUnavailable);

        var result = await pocket.SendAsync();

        Assert.That(result, Is.EqualTo(new SendMessages.Result(Sent: 2, Postponed: 2, Failed: 0)));
        Assert.That(pocket.Service.Posts, Has.Count.EqualTo(1), "the silent one is spared for the rest of the run");
        Assert.That(behind.Decrypt(other.Posts.Single().Body), Is.Not.Empty);
    }

    [TestCase(HttpStatusCode.RequestEntityTooLarge, "too long")]
    [TestCase(HttpStatusCode.Forbidden, "403")]
    [TestCase(HttpStatusCode.BadRequest, "400")]
    public async Task Send_ServiceRefusesForGood_FailsAtOnceAndKeepsTheDevice(HttpStatusCode status, string words)
    {
        using var phone = await pocket.AddAsync();
        await Post.TellAsync("Your week");
        pocket.Service.Reply(status);

        await pocket.SendAsync();

        var message = await Post.CopyAsync(Channel.Push);
        Assert.That(message.FailedAt, Is.Not.Null);
        Assert.That(message.Failure, Does.Contain(words));
        Assert.That(await Post.AskAsync("select count(*) from notice_device"), Is.EqualTo(1));
    }

    [Test]
    public async Task Send_ServiceLeadsElsewhere_IsNotFollowed()
    {
        await using PushService inside = new();
        using var phone = await pocket.AddAsync();
        await Post.TellAsync("Your week");
        pocket.Service.Redirect(inside.Address);

        await pocket.SendAsync();

        Assert.That(inside.Posts, Is.Empty);
        Assert.That((await Post.CopyAsync(Channel.Push)).Failure, Does.Contain("307"));
    }

    [Test]
    public async Task Send_NameStandsForAnAddressOfOurOwn_IsNeverCalled()
    {
        using TcpListener inside = new(IPAddress.Loopback, 0);
        inside.Start();
        using var phone = await pocket.AddAsync();

        // As a name does whose owner lets it stand for another address once it was taken.
        await Post.AskAsync($"update notice_device set endpoint = 'https://localhost:{((IPEndPoint)inside.LocalEndpoint).Port}/a'");
        await Post.TellAsync("Your week");

        await pocket.SendAsync();

        var message = await Post.CopyAsync(Channel.Push);
        Assert.That(inside.Pending(), Is.False, "not even a connection was made");
        Assert.That(message.FailedAt, Is.Not.Null);
        Assert.That(message.Failure, Does.Contain("'localhost'").And.Contain("not called"));
    }

    [Test]
    public async Task Send_DeviceRemovedMeanwhile_FailsInWords()
    {
        using var phone = await pocket.AddAsync();
        await Post.TellAsync("Your week");
        pocket.Service.Reply(HttpStatusCode.ServiceUnavailable);
        await pocket.SendAsync();
        await Post.AskAsync("delete from notice_device");
        Post.Clock.Now += Duration.FromMinutes(1);

        await pocket.SendAsync();

        Assert.That((await Post.CopyAsync(Channel.Push)).Failure, Does.Contain("removed"));
        Assert.That(pocket.Service.Posts, Has.Count.EqualTo(1));
    }

    [TestCase("it@example.org")]
    [TestCase("http://rota.example.org")]
    public void Options_ContactThatNoServiceTakes_StopsTheHostInWords(string contact) => Assert.That(
        () => Post.Office(Post.Open(), pocket.Options with { Push = new PushOptions { Contact = new Uri(contact, UriKind.RelativeOrAbsolute) } }, Post.Clock),
        Throws.InvalidOperationException.With.Message.Contains(contact));
}
