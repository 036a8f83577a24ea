using System.Diagnostics;

namespace Rostering.Core.Data.Embedded;

/// <summary>
/// What PostgreSQL's own lock file, postmaster.pid, says of the server, and whether it is true: after a kill the file stays,
/// and the number in it may since have been given to a stranger.
/// </summary>
internal sealed class ServerProcess(string cluster)
{
    private string PidFile => Path.Combine(cluster, "postmaster.pid");

    public (ServerState State, int Port) Look()
    {
        // Lines: process, folder, start time, port, socket folder, address, shared memory, status; the last come late.
        var lines = ReadPidFile();
        if (lines.Length == 0 || !IsOurs(int.Parse(lines[0])))
            return (ServerState.Absent, 0);
        var state = lines.ElementAtOrDefault(7)?.Trim() switch
        {
            "ready" => ServerState.Ready,
            "stopping" => ServerState.Stopping,
            _ => ServerState.Starting,
        };
        return (state, int.Parse(lines.ElementAtOrDefault(3) ?? "0"));
    }

    /// <summary>
    /// Clears what a killed server leaves: first the processes that outlived it and may still write to the cluster, then its
    /// lock file. Without this PostgreSQL refuses to start until they have gone, and for good if the number was reused.
    /// </summary>
    public async Task ClearRemainsAsync(CancellationToken cancellationToken)
    {
        while (Remains() is { Count: > 0 } orphans)
        {
            orphans.ForEach(Kill);
            await Task.Delay(20, cancellationToken);
        }

        File.Delete(PidFile);
    }

    private string[] ReadPidFile()
    {
        try
        {
            return File.ReadAllLines(PidFile);
        }
        catch (IOException)
        {
            return [];
        }
        catch (UnauthorizedAccessException e)
        {
            throw ClusterFolder.NotOurs(cluster, e);
        }
    }

    /// <summary>PostgreSQL's processes work inside their cluster, which tells them from a stranger with the same number.</summary>
    private bool IsOurs(int process) =>
        Directory.Exists("/proc/self")
            ? new FileInfo($"/proc/{process}/cwd").LinkTarget == cluster
            : Process.GetProcesses().Any(p => p.Id == process);

    private List<int> Remains() =>
        Directory.Exists("/proc/self")
            ? [.. Process.GetProcesses().Select(p => p.Id).Where(IsOurs)]
            : [];

    private static void Kill(int process)
    {
        try
        {
            Process.GetProcessById(process).Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It ended by itself, which is what was wanted.
        }
    }
}
