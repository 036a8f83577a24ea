using System.Net;
using System.Net.Sockets;

namespace Rostering.Core.Tests.Messages;

/// <summary>A way to a mail server on which the server's word that it has taken a mail is lost.</summary>
internal sealed class DeafEar : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource lost = new();
    private readonly Task passing;

    public DeafEar(int mailServer)
    {
        listener.Start();
        passing = PassAsync(mailServer);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Ends when a mail has been taken and its sender does not know.</summary>
    public Task Lost => lost.Task;

    private async Task PassAsync(int mailServer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        using TcpClient server = new();
        await server.ConnectAsync(IPAddress.Loopback, mailServer);
        var there = client.GetStream().CopyToAsync(server.GetStream());
        using StreamReader answers = new(server.GetStream());
        await using StreamWriter back = new(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        var told = false;
        while (await answers.ReadLineAsync() is { } answer && !told)
        {
            await back.WriteLineAsync(answer);
            told = answer.StartsWith("354", StringComparison.Ordinal);
        }

        lost.SetResult();
        await there.ContinueWith(_ => { }, TaskScheduler.Default); // Until the sender's end, which may be a hard one.
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await passing;
        listener.Dispose();
    }
}
