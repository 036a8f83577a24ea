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
/// This assembly as a program of its own in which a worker says yes to an offer. It prints a line as each
/// statement to the database begins, so that whoever kills it can choose at which.
/// </summary>
internal static class CoverProcess
{
    public const string Word = "cover";

    private const string Database = "ROSTERING_COVER_DATABASE";

    public static Process Start(string connectionString, long provider, string worker, Instant at) => Process.Start(
        new ProcessStartInfo("dotnet", ["exec", typeof(CoverProcess).Assembly.Location, Word, $"{provider}", worker, InstantPattern.ExtendedIso.Format(at)])
        {
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
            ActivityStarted = _ => Console.WriteLine("statement"),
        };
        ActivitySource.AddActivityListener(statements);
        await using LedgerConnections ledger = new(connection);
        await using var database = RosteringContext.On(connection);
        var now = InstantPattern.ExtendedIso.Parse(at).Value;
        Actor actor = new() { UserId = 100 + worker[0], Name = worker, ProviderId = long.Parse(provider), Roles = [Role.Worker], WorkerId = worker };
        long offer = await database.Offers.Where(offer => offer.Worker == worker).Select(offer => offer.Id).SingleAsync();
        await new AnswerOffer(ledger).HandleAsync(new Act(actor, now, "a test of it"), new(offer, Yes: true), CancellationToken.None);
    }
}
