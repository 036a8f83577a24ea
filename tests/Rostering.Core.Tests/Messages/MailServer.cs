using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Rostering.Testing;

namespace Rostering.Core.Tests.Messages;

/// <summary>A mail server of Debian's (aiosmtpd), which puts all that it takes into a folder.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private const int BytesMax = 3000;

    private readonly TemporaryFolder folder = new();
    private Process? process;

    private MailServer(int port) => Port = port;

    public int Port { get; }

    private string Mailbox => Path.Combine(folder.Path, "mailbox");

    /// <summary>One that does not run yet.</summary>
    public static MailServer Prepare() => new(FreePort());

    public static async Task<MailServer> StartNewAsync()
    {
        var server = Prepare();
        await server.StartAsync();
        return server;
    }

    public async Task StartAsync()
    {
        process = Process.Start(new ProcessStartInfo(
            "aiosmtpd", ["--nosetuid", "--debug", "--listen", $"127.0.0.1:{Port}", "--size", $"{BytesMax}", "--class", "aiosmtpd.handlers.Mailbox", Mailbox])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Contains("Server is listening", StringComparison.Ordinal))
            {
                _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null); // Read on, or its log would fill the pipe and stop it.
                return;
            }
        }

        throw new InvalidOperationException("The mail server ended before it listened.");
    }

    /// <summary>The mails that it has taken, whole, without the breaks that long lines get on their way.</summary>
    public IReadOnlyList<string> Mails() => Directory.Exists(Mailbox)
        ? [.. Directory.GetFiles(Path.Combine(Mailbox, "new")).Select(file => File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal))]
        : [];

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        folder.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
