using System.Globalization;
using System.Text;
using NodaTime;
using Rostering.Cli.Printing;
using Rostering.Core.Data;
using Rostering.Core.Data.Embedded;
using Rostering.Core.Finance;
using Rostering.Core.Finance.Demonstration;
using Rostering.Ledger;
using Rostering.Solver.Demonstration;

namespace Rostering.Cli.Commands;

/// <summary>Loads a demonstration year and shows how far it is.</summary>
internal static class DemoYear
{
    /// <summary>Loads the year, and says in a line what that came to.</summary>
    /// <exception cref="BadInputException">The database holds another year.</exception>
    public static async Task<LoadDemonstrationYear.Result> LoadAsync(RosteringDatabase server, DemonstrationYear year, CancellationToken stop)
    {
        await using RosteringContext database = RosteringContext.On(server.ConnectionString);
        await using LedgerConnections ledger = new(server.ConnectionString);
        using ProgressLine progress = new(Console.Error, live: !Console.IsErrorRedirected);
        long begun = TimeProvider.System.GetTimestamp();
        try
        {
            return await new LoadDemonstrationYear(database, ledger, SystemClock.Instance).HandleAsync(
                year,
                reached => progress.Report(
                    TimeProvider.System.GetElapsedTime(begun).TotalSeconds,
                    $"{year.Provider}'s year: fund {reached.Funds} of {reached.Of}, {reached.Entries:#,##0} entries"),
                stop);
        }
        catch (DemonstrationYearRefusedException e)
        {
            throw new BadInputException(e.Message);
        }
    }

    /// <summary>How many weeks of a provider's year the database has; nothing where it has none.</summary>
    public static async Task<int?> WeeksThereAsync(RosteringDatabase server, DemonstrationProvider provider, LocalDate week, CancellationToken stop)
    {
        await using RosteringContext database = RosteringContext.On(server.ConnectionString);
        await using LedgerConnections ledger = new(server.ConnectionString);
        return await new LoadDemonstrationYear(database, ledger, SystemClock.Instance).WeeksThereAsync(provider, week, stop);
    }

    public static string Text(DemonstrationYear year, LoadDemonstrationYear.Result loaded)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{year.Provider}, {year.Days.Start:d MMM uuuu} to {year.Days.End:d MMM uuuu}: ")
            .Append(CultureInfo.InvariantCulture, $"{loaded.Funds} funds, {loaded.Entries:#,##0} entries, {loaded.Posted:#,##0} of them new\n");
        foreach (Refusal refusal in loaded.Refusals)
            text.Append(CultureInfo.InvariantCulture, $"  refused, as it should be: {refusal}\n");
        return text.ToString();
    }

    /// <summary>Brings the schema up to date, as its owner.</summary>
    public static async Task MigrateAsync(RosteringDatabase server, CancellationToken stop)
    {
        if (server.Warning is { } warning)
            await Console.Error.WriteLineAsync(warning);
        await using RosteringContext owner = RosteringContext.On(server.OwnerConnectionString);
        await MigrateDatabase.HandleAsync(owner, stop);
    }
}
