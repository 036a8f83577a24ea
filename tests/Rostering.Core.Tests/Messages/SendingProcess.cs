using System.Diagnostics;
using NodaTime;
using Rostering.Core.Data;

namespace Rostering.Core.Tests.Messages;

/// <summary>This assembly as a program of its own that sends what is due, until somebody kills it.</summary>
internal static class SendingProcess
{
    public const string Word = "send";

    private const string Database = "ROSTERING_SENDING_DATABASE";

    public static Process Start(string connectionString, int mailServer) => Process.Start(
        new ProcessStartInfo("dotnet", ["exec", typeof(SendingProcess).Assembly.Location, Word, $"{mailServer}"])
        {
            UseShellExecute = false,
            Environment = { [Database] = connectionString },
        })!;

    public static async Task RunAsync(string mailServer)
    {
        await using var database = RosteringContext.On(Environment.GetEnvironmentVariable(Database) ?? throw new InvalidOperationException($"Set {Database}."));
        await Post.Office(database, Post.Options(int.Parse(mailServer)), SystemClock.Instance).HandleAsync(CancellationToken.None);
    }
}
