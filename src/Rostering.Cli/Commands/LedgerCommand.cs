using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Rostering.Cli.Printing;
using Rostering.Core.Data;
using Rostering.Core.Data.Embedded;
using Rostering.Core.Finance;

namespace Rostering.Cli.Commands;

/// <summary><c>rostering ledger</c>: proves the ledger, and hands it to other programs.</summary>
internal static class LedgerCommand
{
    public static Command Create() => new("ledger", "Verify and export the ledger of the funds.") { Verify() };

    private static Command Verify()
    {
        Option<int?> fund = new("--fund") { Description = "One fund alone" };
        Option<string?> asOf = new("--as-of") { Description = "Verify what was recorded up to the end of this day, such as 2026-11-30" };
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of text" };
        Command command = new("verify", "Recompute chains, balances, ring-fences and control totals, and name the first bad entry.") { fund, asOf, json };
        command.SetAction((parsed, stop) => VerifyAsync(new VerifyLedger.Request(parsed.GetValue(fund), Day("--as-of", parsed.GetValue(asOf))), parsed.GetValue(json), stop));
        return command;
    }

    private static async Task<int> VerifyAsync(VerifyLedger.Request request, bool json, CancellationToken stop)
    {
        await using RosteringDatabase server = await RosteringDatabase.OpenAsync(cancellationToken: stop);
        await using RosteringContext database = RosteringContext.On(server.ConnectionString);
        await MigrateDatabase.HandleAsync(database, stop);
        LedgerCheck check = await new VerifyLedger(database).HandleAsync(request, stop);
        if (request.Fund is { } fund && check.Funds == 0)
        {
            throw new BadInputException($"--fund {fund}: there is no such fund; give the number of one.");
        }

        Console.Write(json ? LedgerCheckPrinter.Json(check) : LedgerCheckPrinter.Text(check));
        return check.IsSound ? ExitCodes.Done : ExitCodes.Violations;
    }

    private static LocalDate? Day(string option, string? text)
    {
        if (text is null)
        {
            return null;
        }

        NodaTime.Text.ParseResult<LocalDate> parsed = LocalDatePattern.Iso.Parse(text);
        return parsed.Success ? parsed.Value : throw new BadInputException($"{option} '{text}' is not a day; give a date such as 2026-11-30.");
    }
}
