using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Rostering.Cli.Printing;
using Rostering.Core.Data;
using Rostering.Core.Data.Embedded;
using Rostering.Core.Finance;
using Rostering.Core.Finance.Statements;

namespace Rostering.Cli.Commands;

/// <summary><c>rostering ledger</c>: proves the ledger, and hands it to other programs.</summary>
internal static class LedgerCommand
{
    public static Command Create() => new("ledger", "Verify and export the ledger of the funds.") { Verify(), Export() };

    private static Command Verify()
    {
        Option<int?> fund = new("--fund") { Description = "One fund alone" };
        Option<string?> asOf = new("--as-of") { Description = "Verify what was recorded up to the end of this day, such as 2026-11-30" };
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of text" };
        Command command = new("verify", "Recompute chains, balances, ring-fences, control totals and the seals of statements, and name the first bad entry.") { fund, asOf, json };
        command.SetAction((parsed, stop) => VerifyAsync(new VerifyLedger.Request(parsed.GetValue(fund), Day("--as-of", parsed.GetValue(asOf))), parsed.GetValue(json), stop));
        return command;
    }

    private static Command Export()
    {
        Option<DirectoryInfo?> csv = new("--csv") { Description = "Folder for entries.csv, postings.csv and balances.csv" };
        Option<FileInfo?> hledger = new("--hledger") { Description = "File for a journal that hledger reads" };
        Option<int?> fund = new("--fund") { Description = "One fund alone" };
        Option<string?> from = new("--from") { Description = "First day of the journal, such as 2026-04-01" };
        Option<string?> to = new("--to") { Description = "Last day of the journal" };
        Command command = new("export", "Write the ledger for other programs.") { csv, hledger, fund, from, to };
        command.SetAction((parsed, stop) => ExportAsync(
            parsed.GetValue(csv),
            parsed.GetValue(hledger),
            new ExportHledger.Request(parsed.GetValue(fund), Day("--from", parsed.GetValue(from)), Day("--to", parsed.GetValue(to))),
            stop));
        return command;
    }

    private static async Task<int> ExportAsync(DirectoryInfo? csv, FileInfo? hledger, ExportHledger.Request request, CancellationToken stop)
    {
        if (csv is null && hledger is null)
        {
            throw new BadInputException("Nothing to write: give --csv with a folder, --hledger with a file, or both.");
        }

        if (csv is not null && (request.From ?? request.To) is not null)
        {
            throw new BadInputException("--csv holds whole chains, for others to verify: leave out --from and --to.");
        }

        await using RosteringDatabase server = await RosteringDatabase.OpenAsync(cancellationToken: stop);
        await DemoYear.MigrateAsync(server, stop);
        await using RosteringContext database = RosteringContext.On(server.ConnectionString);
        if (csv is not null)
        {
            await new ExportCsv(database).HandleAsync(csv, request.Fund, stop);
        }

        if (hledger is not null)
        {
            await new ExportHledger(database).HandleAsync(hledger, request, stop);
        }

        return ExitCodes.Done;
    }

    private static async Task<int> VerifyAsync(VerifyLedger.Request request, bool json, CancellationToken stop)
    {
        await using RosteringDatabase server = await RosteringDatabase.OpenAsync(cancellationToken: stop);
        await DemoYear.MigrateAsync(server, stop);
        await using RosteringContext database = RosteringContext.On(server.ConnectionString);
        LedgerCheck check = await new VerifyLedger(database).HandleAsync(request, stop);
        if (request.Fund is { } fund && check.Funds == 0)
        {
            throw new BadInputException($"--fund {fund}: there is no such fund; give the number of one.");
        }

        // Statements are made again from the ledger as it is now.
        VerifyStatements.Result? statements = request.AsOf is null ? await new VerifyStatements(database).HandleAsync(request.Fund, stop) : null;
        Console.Write(json ? LedgerCheckPrinter.Json(check, statements) : LedgerCheckPrinter.Text(check, statements));
        return check.IsSound && statements is not { Faults.Count: > 0 } ? ExitCodes.Done : ExitCodes.Violations;
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
