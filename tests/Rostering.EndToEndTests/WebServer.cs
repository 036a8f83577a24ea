using System.Diagnostics;
using System.Text.RegularExpressions;
using Rostering.Core.Data.Embedded;
using Rostering.Testing;

namespace Rostering.EndToEndTests;

/// <summary>The built web application in a process of its own, on a free port.</summary>
internal sealed class WebServer : IAsyncDisposable
{
    private readonly Process process;

    private WebServer(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<WebServer> StartAsync(RotaDatabase database)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Rostering.Web.dll"), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Path.Combine(RepositoryRoot(), "src", "Rostering.Web"),
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment[RosteringDatabase.EnvironmentVariable] = database.ConnectionString;
        start.Environment[RosteringDatabase.OwnerEnvironmentVariable] = database.OwnerConnectionString;
        start.Environment["Messages__Push__Contact"] = "mailto:it@oakwood.example.org";
        start.Environment["Messages__Push__TrustedHosts__0"] = "127.0.0.1"; // Where a test's own push service is.
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Regex.Match(line, @"Now listening on: (http\S+)") is { Success: true } match)
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null); // Read on, or its log would fill the pipe and stop it.
                return new WebServer(process, new UriBuilder(match.Groups[1].Value) { Host = "localhost" }.Uri); // Passkeys need a name.
            }
        }

        throw new InvalidOperationException("The web application ended before it served; its own message is above.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Rostering.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
