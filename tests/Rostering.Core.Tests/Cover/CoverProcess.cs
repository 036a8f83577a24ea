using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Rostering.Core.Access;
using Rostering.Core.Cover;
using Rostering.Core.Data;
using Rostering.Core.Finance;

namespace Rostering.Core.Tests.Cover;

/// <summary>
/// This assembly as a program of its own in which a worker says yes to an offer, or offers move on as time passes. It prints a line as each
/// statement to the database begins and one at its end, and waits each time until it is given a line or nobody is left to give one: whoever
/// kills it chooses at which.
/// </summary>
internal static class CoverProcess
{
    public const string Word = "cover";

    /// <summary>What stands for the worker where offers move on.</summary>
    public const string Nobody = "nobody";

    /// <summary>The line of a statement that begins.</summary>
    public const string Statement = "statement";

    private const string Database = "ROSTERING_COVER_DATABASE";

    public static Process Start(string connectionString, long provider, string worker, Instant at) => Process.Start(
        new ProcessStartInfo("dotnet", ["exec", typeof(CoverProcess).Assembly.Location, Word, $"{provider}", worker, InstantPattern.ExtendedIso.Format(at)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { [Database] = connectionString },
        })!;

    public static async Task RunAsync(string provider, string worker, string at)
    {
        string connection = Environment.GetEnvironmentVariable(Database) ?? throw new InvalidOperationException($"Set {Database}.");
        using ActivityListener statements = new()
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = _ => WaitAt(Statement),
        };
        ActivitySource.AddActivityListener(statements);
        await DoAsync(connection, long.Parse(provider), worker, InstantPattern.ExtendedIso.Parse(at).Value);
        WaitAt("end");
    }

    private static async Task DoAsync(string connection, long provider, string worker, Instant now)
    {
        await using LedgerConnections ledger = new(connection);
        await using var database = RosteringContext.On(connection);
        if (worker == Nobody)
        {
            await new MoveOffersOn(ledger, database).HandleAsync(now, CancellationToken.None);
            return;
        }

        Actor actor = new() { UserId = 100 + worker[0], Name = worker, ProviderId = provider, Roles = [Role.Worker], WorkerId = worker };
        long offer = await database.Offers.Where(offer => offer.Worker == worker).Select(offer => offer.Id).SingleAsync();
        await new AnswerOffer(ledger).HandleAsync(new Act(actor, now, "a test of it"), new(offer, Yes: true), CancellationToken.None);
    }

    private static void WaitAt(string place)
    {
        Console.WriteLine(place);
        Console.ReadLine();
    }
}
