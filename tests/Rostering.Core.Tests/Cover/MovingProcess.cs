using System.Diagnostics;
using NodaTime;
using NodaTime.Text;
using Rostering.Core.Cover;
using Rostering.Core.Data;
using Rostering.Core.Finance;

namespace Rostering.Core.Tests.Cover;

/// <summary>This assembly as a program of its own that moves offers on as the job does, until somebody kills it.</summary>
internal static class MovingProcess
{
    public const string Word = "move";

    private const string Database = "ROSTERING_MOVING_DATABASE";

    public static Process Start(string connectionString, Instant at) => Process.Start(
        new ProcessStartInfo("dotnet", ["exec", typeof(MovingProcess).Assembly.Location, Word, InstantPattern.ExtendedIso.Format(at)])
        {
            UseShellExecute = false,
            Environment = { [Database] = connectionString },
        })!;

    public static async Task RunAsync(string at)
    {
        string connection = Environment.GetEnvironmentVariable(Database) ?? throw new InvalidOperationException($"Set {Database}.");
        await using LedgerConnections ledger = new(connection);
        await using var database = RosteringContext.On(connection);
        await new MoveOffersOn(ledger, database).HandleAsync(InstantPattern.ExtendedIso.Parse(at).Value, CancellationToken.None);
    }
}
