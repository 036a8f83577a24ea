using System.Net;
using System.Net.Sockets;
using NodaTime;
using Rostering.Core.Messages;

namespace Rostering.Core.Tests.Messages;

/// <summary>Mail, sent to a real mail server.</summary>
public sealed class SendMailTests
{
    private Post post = null!;
    private MailServer server = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        post = await Post.OpenAsync();
        server = MailServer.Prepare();
        await post.WantAsync(Channel.Mail, "ann@example.org");
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await server.DisposeAsync();
        await post.DisposeAsync();
    }

    [Test]
    public async Task Send_ReaderWantsMail_ArrivesWholeWithWhereToAnswer()
    {
        await server.StartAsync();
        await post.TellAsync("Can you cover Tuesday, 7:00?", "Sam’s morning, for 2 h.", "/my/offers");

        var result = await SendAsync();

        var mail = server.Mails().Single();
        Assert.That(result, Is.EqualTo(new SendMessages.Result(Sent: 2, Postponed: 0, Failed: 0)), "the inbox's own and the mail");
        Assert.That(mail, Does.Contain("To: ann@example.org").And.Contain("From: rota@oakwood.example.org").And.Contain("Subject: Can you cover Tuesday, 7:00?"));
        Assert.That(mail, Does.Contain("https://rota.example.org/my/offers").And.Match("Message-ID: <message-[0-9]+@oakwood.example.org>").IgnoreCase);
        Assert.That(mail, Does.Not.Contain("before"), "nothing was repeated");
        Assert.That((await post.CopyAsync(Channel.Mail)).SentAt, Is.EqualTo(post.Clock.Now));
    }

    [Test]
    public async Task Send_Again_SendsNothingTwice()
    {
        await server.StartAsync();
        await post.TellAsync("Once");
        await SendAsync();

        Assert.That(await SendAsync(), Is.EqualTo(new SendMessages.Result(0, 0, 0)));
        Assert.That(server.Mails(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Send_ServerIsDown_TriesAgainAfterAWaitAndArrives()
    {
        await post.TellAsync("Patience");
        var first = await SendAsync();
        var waiting = await post.CopyAsync(Channel.Mail);
        await server.StartAsync();
        var tooEarly = await SendAsync();
        post.Clock.Now += Duration.FromMinutes(1);

        var last = await SendAsync();

        Assert.That(first, Is.EqualTo(new SendMessages.Result(Sent: 1, Postponed: 1, Failed: 0)), "the inbox has it all the same");
        Assert.That(waiting.Failure, Is.Not.Empty);
        Assert.That(waiting.SendAfter, Is.EqualTo(post.Clock.Now));
        Assert.That(tooEarly.Sent, Is.Zero);
        Assert.That(last.Sent, Is.EqualTo(1));
        Assert.That(server.Mails().Single(), Does.Contain("Patience").And.Not.Contain("before"));
        Assert.That((await post.CopyAsync(Channel.Mail)).Failure, Is.Null);
    }

    [Test]
    public async Task Send_ServerStaysDown_GivesUpAndSaysWhy()
    {
        await post.TellAsync("Lost");
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await SendAsync();
            post.Clock.Now += Duration.FromHours(1);
        }

        var message = await post.CopyAsync(Channel.Mail);
        Assert.That(message.Attempts, Is.EqualTo(10));
        Assert.That(message.FailedAt, Is.Not.Null);
        Assert.That(message.Failure, Is.Not.Empty);
        Assert.That(await SendAsync(), Is.EqualTo(new SendMessages.Result(0, 0, 0)));
    }

    [Test]
    public async Task Send_ServerRefusesForGood_FailsAtOnceAndTheNextGoesOut()
    {
        await server.StartAsync();
        await post.TellAsync("Too long for this server", new string('x', 3900));
        await post.TellAsync("Short enough");

        var result = await SendAsync();

        Assert.That(result, Is.EqualTo(new SendMessages.Result(Sent: 3, Postponed: 0, Failed: 1)));
        Assert.That(await post.AskAsync("select failure from message where failed_at is not null and attempts = 1"), Does.Contain("Too much mail data"));
        Assert.That(server.Mails().Single(), Does.Contain("Short enough"));
    }

    [Test]
    public async Task Send_ServerNeverAnswers_IsLeftAfterTheTimeout()
    {
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        await post.TellAsync("Hello?");

        var result = await post.SendAsync(Post.Options(((IPEndPoint)silent.LocalEndpoint).Port) with { Timeout = TimeSpan.FromMilliseconds(50) });

        Assert.That(result.Postponed, Is.EqualTo(1));
        Assert.That((await post.CopyAsync(Channel.Mail)).Failure, Does.StartWith("No answer within"));
    }

    [Test]
    public async Task Send_EncryptionAskedForAndNoneOffered_SendsNothingInTheClear()
    {
        await server.StartAsync();
        await post.TellAsync("Private");
        var options = Post.Options(server.Port);

        var result = await post.SendAsync(options with { Smtp = options.Smtp! with { Tls = true } });

        Assert.That(result.Sent, Is.EqualTo(1), "the inbox's own");
        Assert.That(server.Mails(), Is.Empty);
        Assert.That((await post.CopyAsync(Channel.Mail)).Failure, Is.Not.Empty);
    }

    [Test]
    public async Task Send_SeveralSendersAtOnce_SendEachMailOnce()
    {
        await server.StartAsync();
        for (var number = 0; number < 30; number++)
            await post.TellAsync($"Number {number}.");

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync()));
        var rest = await SendAsync();

        Assert.That(results.Sum(result => result.Sent) + rest.Sent, Is.EqualTo(60));
        Assert.That(server.Mails().Select(mail => mail.Split("Number ")[1].Split('.')[0]), Is.Unique.And.Exactly(30).Items);
    }

    [Test]
    public async Task Send_SenderKilledInMidSend_RepeatsThatMailAloneAndSaysSo()
    {
        await server.StartAsync();
        await post.TellAsync("In hand");
        await post.TellAsync("Not yet begun");
        post.Clock.Now = SystemClock.Instance.GetCurrentInstant();
        await using (DeafEar ear = new(server.Port))
        {
            using var sender = SendingProcess.Start(post.ConnectionString, ear.Port);
            await Task.WhenAny(ear.Lost, sender.WaitForExitAsync());
            Assert.That(ear.Lost.IsCompleted, Is.True, "The sender ended by itself.");
            sender.Kill();
            await sender.WaitForExitAsync();
        }

        var early = await SendAsync();
        post.Clock.Now += Duration.FromHours(1);
        var late = await SendAsync();

        var mails = server.Mails();
        Assert.That(early.Sent, Is.EqualTo(1), "the other mail: the one in hand may still be under way");
        Assert.That(late.Sent, Is.EqualTo(1));
        Assert.That(mails, Has.Count.EqualTo(3));
        Assert.That(mails.Where(mail => mail.Contains("Not yet begun", StringComparison.Ordinal)).ToList(), Has.Count.EqualTo(1).And.All.Not.Contain("before"));
        var pair = mails.Where(mail => mail.Contains("In hand", StringComparison.Ordinal)).ToList();
        Assert.That(pair, Has.Exactly(1).Contains("You may have had this message before"));
        Assert.That(pair.Select(mail => mail.Split("message-")[1].Split('@')[0]).Distinct().ToList(), Has.Count.EqualTo(1), "mail programs see one id");
    }

    private Task<SendMessages.Result> SendAsync() => post.SendAsync(Post.Options(server.Port));
}
