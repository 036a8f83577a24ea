namespace Rostering.Core.Data.Embedded;

/// <summary>The account that PostgreSQL's programs run as: our own, or an unprivileged one when we are root.</summary>
internal sealed class ServerAccount
{
    private readonly string? name;
    private readonly string? group;

    private ServerAccount(string? name, string? group) => (this.name, this.group) = (name, group);

    /// <summary>True when it is another account than the one this process has.</summary>
    public bool IsAnother => name is not null;

    /// <summary>
    /// PostgreSQL refuses to run as root. Root therefore starts it as the account that owns the place, so that the owner
    /// can start it too, and where root owns that as well as <paramref name="accountForRoot"/>.
    /// </summary>
    public static async Task<ServerAccount> ChooseAsync(string folder, string accountForRoot, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
            return new ServerAccount(null, null);

        var existing = folder;
        while (!Directory.Exists(existing))
            existing = Path.GetDirectoryName(existing)!;
        var owner = (await Command.RunAsync(["stat", "-c", "%U", existing], cancellationToken)).Output;
        var name = owner is "root" or "UNKNOWN" ? accountForRoot : owner;
        var group = await Command.RunAsync(["id", "-g", name], cancellationToken);
        return group.Succeeded
            ? new ServerAccount(name, group.Output)
            : throw new EmbeddedPostgresException(
                $"PostgreSQL refuses to run as root, and there is no account '{name}' to run it as. Start as an ordinary user.");
    }

    public Task<Command> RunAsync(IReadOnlyList<string> commandLine, CancellationToken cancellationToken) =>
        Command.RunAsync(
            IsAnother ? ["setpriv", $"--reuid={name}", $"--regid={group}", "--clear-groups", "--no-new-privs", .. commandLine] : commandLine,
            cancellationToken);

    /// <summary>Hands a folder and all in it to the account.</summary>
    public async Task OwnAsync(string folder, CancellationToken cancellationToken)
    {
        if (!IsAnother)
            return;
        var chown = await Command.RunAsync(["chown", "-Rh", $"{name}:{group}", folder], cancellationToken);

        // A running server drops files meanwhile.
        if (!chown.Succeeded && !chown.Output.Split('\n').All(line => line.EndsWith("No such file or directory", StringComparison.Ordinal)))
            throw ClusterFolder.NotOurs(folder);
    }

    public async Task<bool> CanEnterAsync(string folder, CancellationToken cancellationToken) =>
        !IsAnother || (await RunAsync(["test", "-x", folder], cancellationToken)).Succeeded;
}
