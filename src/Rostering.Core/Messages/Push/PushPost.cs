using System.Net;
using System.Net.Sockets;

namespace Rostering.Core.Messages.Push;

/// <summary>The server's way to push services: straight to a public address, whatever a name stands for at that moment, and nowhere further.</summary>
internal sealed class PushPost(PushAddresses addresses) : IDisposable
{
    // No redirect is followed and no proxy asked, since nobody could see where those lead.
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = (context, cancellation) => ConnectAsync(addresses, context.DnsEndPoint, cancellation),
    });

    /// <summary>The status alone: what else a server says that a browser chose concerns nobody.</summary>
    public async Task<HttpStatusCode> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return response.StatusCode;
    }

    public void Dispose() => http.Dispose();

    private static async ValueTask<Stream> ConnectAsync(PushAddresses addresses, DnsEndPoint server, CancellationToken cancellation)
    {
        var found = await Dns.GetHostAddressesAsync(server.Host, cancellation);
        if (!Array.TrueForAll(found, address => addresses.MayReach(server.Host, address)))
            throw new ClosedAddressException(server.Host);
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, server.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name stands for an address that is not of the open internet.</summary>
internal sealed class ClosedAddressException(string host) : IOException($"The push service '{host}' is none of the open internet, and is not called.");
