using System.Security.Cryptography;
using System.Text;

namespace Rostering.Core.Data.Embedded;

/// <summary>
/// What lies where in the folder of an embedded cluster, and who is using it. Two lock files order the processes that share
/// a cluster: one turn at a time to start or stop it, and a shared lock held for as long as a process uses it. The system
/// drops the locks of a killed process, so neither can be left behind.
/// </summary>
internal sealed class ClusterFolder(string path)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    public string Path { get; } = path;

    public string Cluster => Within("cluster");

    public string ClusterInTheMaking => Within("cluster.new");

    public string Log => Within("server.log");

    public string PasswordFile => Within("password");

    public string ApplicationPasswordFile => Within("application-password");

    private string PortFile => Within("port");

    /// <summary>Makes the folder, private to the account that runs the server; elsewhere if that account cannot come here.</summary>
    public static async Task<ClusterFolder> PrepareAsync(string path, ServerAccount account, CancellationToken cancellationToken)
    {
        var folder = Make(Canonical(System.IO.Path.GetFullPath(path)));
        await account.OwnAsync(folder, cancellationToken);
        if (await account.CanEnterAsync(folder, cancellationToken))
            return new ClusterFolder(folder);

        // Root's checkout in a private home folder: PostgreSQL's account may not pass through it.
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)))[..16];
        var elsewhere = Make($"/var/lib/rostering/{name}");
        await account.OwnAsync(elsewhere, cancellationToken);
        return new ClusterFolder(elsewhere);
    }

    /// <summary>Waits for the turn to start or stop the server; disposing ends it.</summary>
    public async Task<FileStream> TakeTurnAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(Within("turn.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (UnauthorizedAccessException e)
            {
                throw NotOurs(Path, e);
            }
            catch (IOException)
            {
                await Task.Delay(Poll, cancellationToken);
            }
        }
    }

    /// <summary>Marks this process as a user of the server until the result is disposed.</summary>
    public FileStream MarkUse() => new(Within("use.lock"), FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);

    public bool IsInUse()
    {
        try
        {
            using var all = new FileStream(Within("use.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>The password in a file that its owner alone may read; made where there is none.</summary>
    public static async Task<string> ReadOrMakePasswordAsync(string file, CancellationToken cancellationToken)
    {
        if (File.Exists(file))
            return await File.ReadAllTextAsync(file, cancellationToken);
        var password = RandomNumberGenerator.GetHexString(48, lowercase: true);
        await File.WriteAllTextAsync(file, "", cancellationToken);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllTextAsync(file, password, cancellationToken);
        return password;
    }

    public int? ReadPort() => File.Exists(PortFile) && int.TryParse(File.ReadAllText(PortFile), out var port) ? port : null;

    public void WritePort(int port) => File.WriteAllText(PortFile, port.ToString());

    public static EmbeddedPostgresException NotOurs(string path, Exception? cause = null) =>
        new($"'{path}' belongs to another account, or this one may not write to it. Start as the account that made it, "
            + "hand it over (chown -R), remove it to begin with an empty database, or set ROSTERING_DATABASE to use a PostgreSQL server.", cause!);

    private static string Make(string path)
    {
        try
        {
            if (!Directory.Exists(path))
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            return path;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw NotOurs(path, e);
        }
    }

    /// <summary>The path without links, which is how the system names the place where a process works.</summary>
    private static string Canonical(string path)
    {
        if (System.IO.Path.GetDirectoryName(path) is not { } parent)
            return path;
        var at = System.IO.Path.Combine(Canonical(parent), System.IO.Path.GetFileName(path));
        return Directory.Exists(at) && Directory.ResolveLinkTarget(at, returnFinalTarget: true) is { } target ? Canonical(target.FullName) : at;
    }

    private string Within(string name) => System.IO.Path.Combine(Path, name);
}
