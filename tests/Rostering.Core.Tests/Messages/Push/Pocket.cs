using Rostering.Core.Access;
using Rostering.Core.Messages;
using Rostering.Core.Messages.Push;
using Rostering.Testing;

namespace Rostering.Core.Tests.Messages.Push;

/// <summary>A worker with an account and devices in her pocket, and the push service that all of them hang on.</summary>
internal sealed class Pocket : IAsyncDisposable
{
    public static readonly Someone Ann = new(Role.Worker) { Name = "Ann Reid" };

    private Pocket(Post post) => Post = post;

    public Post Post { get; }

    public PushService Service { get; } = new();

    public MessageOptions Options { get; } = new()
    {
        Site = new Uri("https://rota.example.org"),
        Push = new PushOptions { Contact = new Uri("mailto:it@oakwood.example.org"), TrustedHosts = ["127.0.0.1"] },
        RepeatAfter = TimeSpan.FromMilliseconds(1),
    };

    public static async Task<Pocket> OpenAsync()
    {
        Pocket pocket = new(await Post.OpenAsync());
        await pocket.Post.AccountAsync(Ann);
        return pocket;
    }

    /// <summary>A new browser with notices, whose push service takes them at a path of its name.</summary>
    public async Task<PushBrowser> AddAsync(string name = "phone", Someone? who = null)
    {
        PushBrowser browser = new();
        Assert.That(await AddAsync(RequestOf(browser, name), who), Is.Null);
        return browser;
    }

    public async Task<string?> AddAsync(KeepDevices.Request request, Someone? who = null)
    {
        var act = await ActAsync(who ?? Ann);
        return await KeepAsync(keep => keep.AddAsync(act, request, CancellationToken.None));
    }

    public async Task<T> KeepAsync<T>(Func<KeepDevices, Task<T>> ask)
    {
        await using var database = Post.Open();
        return await ask(new KeepDevices(database, Options, new ReadPushKey(database, Post.Clock)));
    }

    public KeepDevices.Request RequestOf(PushBrowser browser, string name) =>
        new(name, new Uri(Service.Address, name).ToString(), browser.Subscription.P256dh, browser.Subscription.Auth);

    public async Task<Act> ActAsync(Someone who) => new((await Post.AccountAsync(who)).Actor(), Post.Clock.Now, "wanted notices");

    public Task<SendMessages.Result> SendAsync() => Post.SendAsync(Options);

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Post.DisposeAsync();
    }
}
