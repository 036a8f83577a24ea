using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Messages;
using Rostering.Testing;

namespace Rostering.Core.Tests.Messages;

/// <summary>A provider with a worker who wants mail, and what tests send her.</summary>
internal sealed class Post : IAsyncDisposable
{
    public static readonly Reader Ann = Reader.Worker("ann");

    private readonly RotaDatabase database;

    private Post(RotaDatabase database, long provider) => (this.database, Provider) = (database, provider);

    public long Provider { get; }

    public HandClock Clock { get; } = new() { Now = Instant.FromUtc(2026, 3, 2, 9, 0) };

    public string ConnectionString => database.ConnectionString;

    public static async Task<Post> OpenAsync()
    {
        var database = await RotaDatabase.CreateAsync();
        return new Post(database, (long)(await database.AskAsync("insert into provider (name) values ('Oakwood Test') returning id"))!);
    }

    /// <summary>How mail goes to a server on this machine.</summary>
    public static MessageOptions Options(int mailServer) => new()
    {
        Site = new Uri("https://rota.example.org"),
        Smtp = new SmtpOptions { Host = "127.0.0.1", Port = mailServer, From = "rota@oakwood.example.org", Tls = false },
        RepeatAfter = TimeSpan.FromMilliseconds(1),
    };

    /// <summary>A sender as a host puts it together.</summary>
    public static SendMessages Office(RosteringContext database, MessageOptions options, IClock clock) => new ServiceCollection()
        .AddSingleton(database)
        .AddSingleton(clock)
        .AddMessages(options)
        .BuildServiceProvider()
        .GetRequiredService<SendMessages>();

    public Task WantAsync(Channel channel, string address) =>
        database.AskAsync($"insert into message_contact values ({Provider}, 'worker', 'ann', '{channel.ToString().ToLowerInvariant()}', '{address}')");

    public Task<UserAccount> AccountAsync(Someone who) => Accounts.OpenAsync(database, who);

    public async Task TellAsync(string subject, string body = "Your week of 23 November has changed.", string? link = null, Instant? goodUntil = null, Reader? to = null)
    {
        await using var context = database.Open();
        QueueMessage.Add(context, Provider, new QueueMessage.Letter(to ?? Ann, subject, body, link, goodUntil), Clock.Now);
        await context.SaveChangesAsync();
    }

    public async Task<SendMessages.Result> SendAsync(MessageOptions options)
    {
        await using var context = database.Open();
        return await Office(context, options, Clock).HandleAsync(CancellationToken.None);
    }

    /// <summary>The copy of the only message on a channel.</summary>
    public async Task<Message> CopyAsync(Channel channel)
    {
        await using var context = database.Open();
        return context.Messages.Single(message => message.Channel == channel);
    }

    public RosteringContext Open() => database.Open();

    public Task<object?> AskAsync(string statement) => database.AskAsync(statement);

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
