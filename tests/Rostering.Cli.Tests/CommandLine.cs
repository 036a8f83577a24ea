using System.Diagnostics;
using Rostering.Core.Data.Embedded;
using Rostering.Testing;

namespace Rostering.Cli.Tests;

/// <summary>The built program, run as its users run it.</summary>
internal static class CommandLine
{
    /// <summary>What a run left behind.</summary>
    public sealed record Outcome(int ExitCode, string Output, string Errors);

    public static Task<Outcome> RunAsync(params string[] arguments) => RunAsync(arguments, node: null);

    /// <summary>Runs with <c>ROSTERING_NODE</c> set, where <paramref name="node"/> is given.</summary>
    public static Task<Outcome> RunAsync(string[] arguments, string? node) => RunAsync(arguments, node is null ? [] : [("ROSTERING_NODE", node)]);

    /// <summary>Runs on a test's database.</summary>
    public static Task<Outcome> RunAsync(LedgerDatabase database, params string[] arguments) =>
        RunAsync(arguments, [(RosteringDatabase.EnvironmentVariable, database.ConnectionString), (RosteringDatabase.OwnerEnvironmentVariable, database.OwnerConnectionString)]);

    public static async Task<Outcome> RunAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        using Process process = Start(arguments, environment);
        return await EndAsync(process);
    }

    public static Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "rostering.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        return Process.Start(start)!;
    }

    /// <summary>Reads both streams to their ends, so that neither pipe fills up.</summary>
    public static async Task<Outcome> EndAsync(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Outcome(process.ExitCode, await output, await errors);
    }
}
