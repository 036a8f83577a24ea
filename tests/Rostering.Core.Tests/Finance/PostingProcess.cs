using System.Diagnostics;
using System.Text;
using Rostering.Core.Finance;

namespace Rostering.Core.Tests.Finance;

/// <summary>
/// This assembly as a program of its own: it posts numbered calls, several at a time, and prints the number and the answer of
/// each that is acknowledged, until somebody kills it.
/// </summary>
internal static class PostingProcess
{
    /// <summary>How many calls may have been asked for and not acknowledged.</summary>
    public const int Clients = 4;

    private const string Ledger = "ROSTERING_POSTING_LEDGER";

    public static Process Start(string connectionString, int first) => Process.Start(
        new ProcessStartInfo("dotnet", ["exec", typeof(PostingProcess).Assembly.Location, $"{first}"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { [Ledger] = connectionString },
        })!;

    public static async Task RunAsync(string first)
    {
        await using var ledger = new LedgerConnections(Environment.GetEnvironmentVariable(Ledger) ?? throw new InvalidOperationException($"Set {Ledger}."));
        await using var output = Console.OpenStandardOutput();
        var next = int.Parse(first);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (true)
            {
                var number = Interlocked.Increment(ref next) - 1;
                var answer = NumberedCalls.Answer(await NumberedCalls.PostAsync(ledger, number));

                // In one piece, which a pipe takes whole or not at all: half a line would look like another answer.
                output.Write(Encoding.UTF8.GetBytes($"{number} {answer}\n"));
            }
        }));
    }
}
