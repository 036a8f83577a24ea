using System.Diagnostics;

namespace Rostering.Cli.Tests;

/// <summary>The built program, run as its users run it.</summary>
internal static class CommandLine
{
    /// <summary>What a run left behind.</summary>
    public sealed record Outcome(int ExitCode, string Output, string Errors);

    public static Task<Outcome> RunAsync(params string[] arguments) => RunAsync(arguments, node: null);

    /// <summary>Runs with <c>ROSTERING_NODE</c> set, where <paramref name="node"/> is given.</summary>
    public static async Task<Outcome> RunAsync(string[] arguments, string? node)
    {
        using Process process = Start(arguments, node);
        return await EndAsync(process);
    }

    public static Process Start(string[] arguments, string? node = null)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "rostering.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (node is not null)
        {
            start.Environment["ROSTERING_NODE"] = node;
        }

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
