using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Rostering.Core.Tests.Messages;

/// <summary>A gateway for text messages: an HTTP server that answers as it is told to.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<HttpStatusCode> answers = new();
    private readonly ConcurrentQueue<Request> requests = new();
    private readonly Task serving;

    public Gateway()
    {
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/sms/");
        free.Stop();
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        serving = ServeAsync();
    }

    public sealed record Request(string Key, string To, string Text, bool MayRepeat);

    public Uri Address { get; }

    public IReadOnlyList<Request> Requests => [.. requests];

    /// <summary>The next answers; after them it takes what comes.</summary>
    public void Answer(params HttpStatusCode[] next) => Array.ForEach(next, answers.Enqueue);

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return; // Stopped.
            }

            var body = (await JsonDocument.ParseAsync(context.Request.InputStream)).RootElement;
            requests.Enqueue(new Request(
                context.Request.Headers["Idempotency-Key"]!, body.GetProperty("to").GetString()!, body.GetProperty("text").GetString()!, body.GetProperty("mayRepeat").GetBoolean()));
            context.Response.StatusCode = (int)(answers.TryDequeue(out var next) ? next : HttpStatusCode.Accepted);
            context.Response.Close();
        }
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
        listener.Close();
    }
}
