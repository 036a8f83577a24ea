using System.Net;
using NodaTime;
using Rostering.Core.Messages;

namespace Rostering.Core.Tests.Messages;

/// <summary>Text messages, sent through a real HTTP gateway.</summary>
public sealed class SendTextMessageTests
{
    private const string Telephone = "+447700900123";

    private Post post = null!;
    private Gateway gateway = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        post = await Post.OpenAsync();
        gateway = new Gateway();
        await post.WantAsync(Channel.Sms, Telephone);
        await post.TellAsync("Can you cover Tuesday, 7:00?", "Sam has a seizure plan.", "/my/offers");
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await gateway.DisposeAsync();
        await post.DisposeAsync();
    }

    [Test]
    public async Task Send_ReaderWantsTextMessages_SaysTheSubjectAndNothingOfCare()
    {
        await SendAsync();

        var request = gateway.Requests.Single();
        Assert.That(request, Is.EqualTo(new Gateway.Request(request.Key, Telephone, "Can you cover Tuesday, 7:00? https://rota.example.org/my/offers", MayRepeat: false)));
        Assert.That(request.Key, Is.EqualTo($"message-{(await post.CopyAsync(Channel.Sms)).Id}"));
    }

    [Test]
    public async Task Send_GatewayIsBusyForAMoment_IsAskedAgainAtOnce()
    {
        gateway.Answer(HttpStatusCode.ServiceUnavailable, HttpStatusCode.TooManyRequests);

        await SendAsync();

        Assert.That(gateway.Requests, Has.Count.EqualTo(3));
        Assert.That(gateway.Requests.Select(request => request.Key), Is.All.EqualTo(gateway.Requests[0].Key), "a gateway that took it twice can tell");
        Assert.That((await post.CopyAsync(Channel.Sms)).SentAt, Is.Not.Null);
    }

    [Test]
    public async Task Send_GatewayIsBusyForLong_IsAskedAgainInTheNextRun()
    {
        gateway.Answer(HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable);
        var first = await SendAsync();
        post.Clock.Now += Duration.FromMinutes(1);

        var second = await SendAsync();

        Assert.That(first.Postponed, Is.EqualTo(1));
        Assert.That(second.Sent, Is.EqualTo(1));
    }

    [Test]
    public async Task Send_GatewayRefusesTheNumber_FailsAndSaysWhatItAnswered()
    {
        gateway.Answer(HttpStatusCode.BadRequest);

        await SendAsync();

        var message = await post.CopyAsync(Channel.Sms);
        Assert.That(gateway.Requests, Has.Count.EqualTo(1));
        Assert.That(message.FailedAt, Is.Not.Null);
        Assert.That(message.Failure, Does.Contain("400"));
    }

    [Test]
    public async Task Send_NobodyCanDoAnythingAboutItAnyMore_StaysInTheInboxAlone()
    {
        await post.TellAsync("Can you come at 9?", goodUntil: post.Clock.Now + Duration.FromMinutes(15));
        gateway.Answer([.. Enumerable.Repeat(HttpStatusCode.ServiceUnavailable, 3)]);
        await SendAsync();
        post.Clock.Now += Duration.FromMinutes(15);

        await SendAsync();

        Assert.That(gateway.Requests.Select(request => request.Text), Has.None.Contain("at 9"));
        Assert.That(await post.AskAsync("select failure from message where subject = 'Can you come at 9?' and channel = 'sms'"), Does.Contain("in time"));
    }

    [Test]
    public async Task Send_NoGatewayIsSetUp_StaysInTheInboxAlone()
    {
        var result = await post.SendAsync(new MessageOptions());

        Assert.That(result.Sent, Is.EqualTo(1));
        Assert.That(await post.AskAsync("select count(*) from message"), Is.EqualTo(1));
    }

    private Task<SendMessages.Result> SendAsync() =>
        post.SendAsync(new MessageOptions { Site = new Uri("https://rota.example.org"), SmsWebhook = gateway.Address, RepeatAfter = TimeSpan.FromMilliseconds(1) });
}
