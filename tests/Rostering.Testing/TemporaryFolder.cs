using System.Diagnostics;

namespace Rostering.Testing;

/// <summary>
/// A folder for one test that is gone afterwards, with the PostgreSQL server in it, however the test process ends: a small
/// shell waits for the end of its standard input, which the system closes even for a process that was killed.
/// </summary>
public sealed class TemporaryFolder : IDisposable
{
    private const string CleanUp =
        """
        trap '' INT TERM HUP
        exec > /dev/null 2>&1
        cat
        server=$(head -n 1 "$1/postgres/cluster/postmaster.pid") && kill -QUIT "$server"
        for attempt in 1 2 3 4 5 6 7 8 9 10; do
          rm -rf "$1" && break
          sleep 0.2
        done
        """;

    private readonly Process cleaner;

    public TemporaryFolder()
    {
        Path = Directory.CreateTempSubdirectory("rostering-test-").FullName;
        File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.OtherExecute); // PostgreSQL's account passes through.
        cleaner = Process.Start(new ProcessStartInfo("sh", ["-c", CleanUp, "sh", Path]) { RedirectStandardInput = true, UseShellExecute = false })!;
    }

    public string Path { get; }

    /// <summary>Where a server in this folder has to be, for it to be stopped with the test.</summary>
    public string Postgres => System.IO.Path.Combine(Path, "postgres");

    public void Dispose()
    {
        cleaner.StandardInput.Close();
        cleaner.WaitForExit();
        cleaner.Dispose();
    }
}
