using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Rostering.Testing;

/// <summary>The push service of a browser: an HTTP server that answers as it is told to, and keeps what it got.</summary>
public sealed class PushService : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<Answer> answers = new();
    private readonly ConcurrentQueue<Post> posts = new();
    private readonly SemaphoreSlim arrived = new(0);
    private readonly Task serving;

    public PushService()
    {
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/push/");
        free.Stop();
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>A status, and where it sends whoever follows redirects.</summary>
    public sealed record Answer(HttpStatusCode Status, Uri? Elsewhere = null);

    /// <summary>What was posted for a device.</summary>
    public sealed record Post(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
    {
        /// <summary>Whether the token is signed with the key that stands beside it, and that key is the one that browsers were given.</summary>
        public bool IsSignedWith(string publicKey)
        {
            var (signed, signature, key) = Credentials();
            var point = Base64Url.DecodeFromChars(key);
            using var ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } });
            return key == publicKey && ecdsa.VerifyData(Encoding.ASCII.GetBytes(signed), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256);
        }

        /// <summary>What the token claims.</summary>
        public JsonElement Claims() => JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(Credentials().Signed.Split('.')[1]));

        private (string Signed, string Signature, string Key) Credentials()
        {
            var parts = Headers["Authorization"]["vapid t=".Length..].Split(", k=");
            var dot = parts[0].LastIndexOf('.');
            return (parts[0][..dot], parts[0][(dot + 1)..], parts[1]);
        }
    }

    public Uri Address { get; }

    public IReadOnlyList<Post> Posts => [.. posts];

    /// <summary>The next answers; after them it takes what comes.</summary>
    public void Reply(params HttpStatusCode[] next) => Array.ForEach(next, status => answers.Enqueue(new Answer(status)));

    public void Redirect(Uri elsewhere) => answers.Enqueue(new Answer(HttpStatusCode.TemporaryRedirect, elsewhere));

    /// <summary>Waits for the next post.</summary>
    public async Task<Post> NextAsync(TimeSpan patience)
    {
        if (!await arrived.WaitAsync(patience))
            throw new TimeoutException($"Nothing was posted within {patience}.");
        return posts.Last();
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
        listener.Close();
        arrived.Dispose();
    }

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

            using MemoryStream body = new();
            await context.Request.InputStream.CopyToAsync(body);
            var headers = context.Request.Headers.AllKeys.OfType<string>().ToDictionary(name => name, name => context.Request.Headers[name]!, StringComparer.OrdinalIgnoreCase);
            posts.Enqueue(new Post(context.Request.RawUrl!, headers, body.ToArray()));
            var answer = answers.TryDequeue(out var next) ? next : new Answer(HttpStatusCode.Created);
            context.Response.StatusCode = (int)answer.Status;
            context.Response.RedirectLocation = answer.Elsewhere?.ToString();
            context.Response.Close();
            arrived.Release();
        }
    }
}
