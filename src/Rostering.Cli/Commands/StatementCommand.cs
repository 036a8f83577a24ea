using System.CommandLine;
using System.Diagnostics;
using NodaTime;
using NodaTime.Text;
using Rostering.Core;
using Rostering.Core.Access;
using Rostering.Cli.Printing;
using Rostering.Core.Data;
using Rostering.Core.Data.Embedded;
using Rostering.Core.Finance.Statements;
using Rostering.Ledger.Terms;

namespace Rostering.Cli.Commands;

/// <summary><c>rostering statement</c> and <c>rostering statements</c>: what each fund did in a period, for its person and for its council.</summary>
internal static class StatementCommand
{
    public static Command Create()
    {
        Option<int> fund = new("--fund") { Description = "Number of the fund", Required = true };
        Option<string?> period = new("--period") { Description = "A month such as 2026-09, or any day of the period: issues its statement where there is none yet" };
        Option<int?> number = new("--number") { Description = "Number of a statement that was issued" };
        Option<string> edition = new("--edition") { Description = "standard or easy-read", DefaultValueFactory = _ => "standard" };
        Option<StatementForm> form = new("--form") { Description = "html or pdf", DefaultValueFactory = _ => StatementForm.Html };
        Option<FileInfo> output = new("--out") { Description = "File to write", Required = true };
        Command command = new("statement", "Issue a fund's statement, or write one again as it was issued.") { fund, period, number, edition, form, output };
        command.SetAction((parsed, stop) => WriteOneAsync(
            parsed.GetValue(fund), parsed.GetValue(period), parsed.GetValue(number), Edition(parsed.GetValue(edition)!), parsed.GetValue(form), parsed.GetValue(output)!, stop));
        return command;
    }

    public static Command CreateForAll()
    {
        Option<bool> all = new("--all") { Description = "Of every fund", Required = true };
        Option<string?> period = new("--period") { Description = "A month such as 2026-09, or any day of the period; without one, the last month" };
        Option<DirectoryInfo> output = new("--out") { Description = "Folder to write to", Required = true };
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of text" };
        Command command = new("statements", "Issue the statements of all funds and write them in both editions and both forms.") { all, period, output, json };
        command.SetAction((parsed, stop) => WriteAllAsync(parsed.GetValue(period), parsed.GetValue(output)!, parsed.GetValue(json), stop));
        return command;
    }

    private static async Task<int> WriteOneAsync(int fund, string? period, int? number, StatementEdition edition, StatementForm form, FileInfo output, CancellationToken stop)
    {
        if (period is null == number is null)
            throw new BadInputException("Give either --period, such as 2026-09, or --number.");
        await using RosteringDatabase server = await RosteringDatabase.OpenAsync(cancellationToken: stop);
        await DemoYear.MigrateAsync(server, stop);
        await using RosteringContext database = RosteringContext.On(server.ConnectionString);
        int wanted = number ?? await IssueAsync(database, fund, Day(period!), stop);
        RenderStatement.Result file = await new RenderStatement(database).HandleAsync(new(fund, wanted, edition, form), stop)
            ?? throw new BadInputException($"--number {wanted}: fund {fund} has no such statement; issue it with --period.");
        Files.Write(output, file.Content);
        Console.WriteLine($"Statement {wanted} of fund {fund} -> {output.Name}");
        return ExitCodes.Done;
    }

    private static async Task<int> IssueAsync(RosteringContext database, int fund, LocalDate day, CancellationToken stop) =>
        await new IssueStatement(database).HandleAsync(new(fund, day), Act(), stop) switch
        {
            IssueStatement.Result.Issued issued => issued.Statement.Header.Number,
            IssueStatement.Result.Refused refused => throw new BadInputException(refused.Reason),
            var other => throw new InvalidOperationException($"There is no answer {other}."),
        };

    private static async Task<int> WriteAllAsync(string? period, DirectoryInfo output, bool json, CancellationToken stop)
    {
        LocalDate day = period is null ? Today().PlusMonths(-1) : Day(period);
        output.Create();
        await using RosteringDatabase server = await RosteringDatabase.OpenAsync(cancellationToken: stop);
        await DemoYear.MigrateAsync(server, stop);
        using StatementProgress progress = new(Console.Error, live: !Console.IsErrorRedirected);
        long started = Stopwatch.GetTimestamp();
        WriteStatements.Result result = await new WriteStatements(() => RosteringContext.On(server.ConnectionString)).HandleAsync(
            new(day, Act()), (name, content) => Files.Write(new(Path.Combine(output.FullName, name)), content), progress, stop);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        progress.Clear();
        Console.Write(json
            ? JsonText.Of(new { result.Statements, Seconds = Math.Round(seconds, 3), Skipped = result.Skipped.Select(skipped => new { skipped.Fund, skipped.Reason }) })
            : $"{result.Statements} statements in two editions and two forms, in {seconds:0.0} s\n{string.Concat(result.Skipped.Select(skipped => $"  fund {skipped.Fund}: {skipped.Reason}\n"))}");
        return ExitCodes.Done;
    }

    private static StatementEdition Edition(string text) => text switch
    {
        "standard" => StatementEdition.Standard,
        "easy-read" => StatementEdition.EasyRead,
        _ => throw new BadInputException($"--edition '{text}' is neither standard nor easy-read."),
    };

    private static LocalDate Day(string text) =>
        LocalDatePattern.Iso.Parse(text).TryGetValue(default, out LocalDate day) || LocalDatePattern.Iso.Parse($"{text}-01").TryGetValue(default, out day)
            ? day
            : throw new BadInputException($"--period '{text}' is neither a month such as 2026-09 nor a day such as 2026-09-14.");

    // The statement's own provider has the entry in its trail.
    private static Act Act() => SignInLinkCommand.Console(provider: 0, "issued statements at the console");

    private static LocalDate Today() => LocalClock.Date(SystemClock.Instance.GetCurrentInstant());
}
