using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Rostering.Cli.Printing;
using Rostering.Core.Data.Embedded;
using Rostering.Core.Finance.Demonstration;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;

namespace Rostering.Cli.Commands;

/// <summary><c>rostering demo</c>: writes a demonstration provider's week to a file, or loads the year before it into the database.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        Argument<DemonstrationProvider> provider = new("provider") { Description = "oakwood, cedar or chestnut" };
        Option<int> seed = new("--seed") { Description = "Seed; the same seed gives the same week", DefaultValueFactory = _ => 1 };
        Option<string> week = new("--week") { Description = "First day of the week, a Monday", DefaultValueFactory = _ => LocalDatePattern.Iso.Format(DemonstrationWeek.UsualWeekStart) };
        Option<FileInfo> output = new("--out") { Description = "File to write the week's problem to" };
        Option<bool> year = new("--year") { Description = "Load the funds' year before the week into the database; it goes on where it was stopped" };
        Option<int> weeks = new("--weeks") { Description = "How many weeks before the week to load with --year", DefaultValueFactory = _ => DemonstrationYear.WeeksMax };
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of text" };
        Command command = new("demo", "Generate a demonstration provider's week, or its funds' year.") { provider, seed, week, output, year, weeks, json };
        command.SetAction(async (parsed, stop) =>
        {
            DemonstrationProvider which = parsed.GetValue(provider);
            LocalDate monday = Monday(parsed.GetValue(week)!);
            FileInfo? file = parsed.GetValue(output);
            if (file is null && !parsed.GetValue(year))
                throw new BadInputException("demo needs --out FILE for the week, --year for the funds' year, or both.");
            if (file is not null)
                WriteWeek(which, parsed.GetValue(seed), monday, file, parsed.GetValue(json));
            if (parsed.GetValue(year))
                await LoadYearAsync(which, parsed.GetValue(seed), monday, parsed.GetValue(weeks), parsed.GetValue(json), stop);
            return ExitCodes.Done;
        });
        return command;
    }

    private static void WriteWeek(DemonstrationProvider provider, int seed, LocalDate week, FileInfo output, bool json)
    {
        RotaProblem problem = DemonstrationWeek.Generate(provider, seed, week).Problem;
        Files.Write(output, ProblemJson.Write(problem));
        Console.Write(json
            ? JsonText.Of(new { problem.Provider, Week = LocalDatePattern.Iso.Format(week), People = problem.People.Length, Workers = problem.Workers.Length, Visits = problem.Visits.Length, Seed = seed, File = output.Name })
            : $"{problem.Provider}, week of {problem.WeekStart:d MMM uuuu}: {problem.People.Length} people, {problem.Workers.Length} workers, {problem.Visits.Length} visits -> {output.Name}" + "\n");
    }

    private static async Task LoadYearAsync(DemonstrationProvider provider, int seed, LocalDate week, int weeks, bool json, CancellationToken stop)
    {
        if (weeks is < 1 or > DemonstrationYear.WeeksMax)
            throw new BadInputException($"--weeks {weeks} is no part of a year; give 1 to {DemonstrationYear.WeeksMax}.");
        await using RosteringDatabase server = await RosteringDatabase.OpenAsync(cancellationToken: stop);
        await DemoYear.MigrateAsync(server, stop);
        DemonstrationYear year = DemonstrationYear.Draw(provider, seed, week, weeks);
        LoadDemonstrationYear.Result loaded = await DemoYear.LoadAsync(server, year, stop);
        Console.Write(json ? JsonText.Of(new { year.Provider, loaded.Funds, loaded.Entries, loaded.Posted, Refused = loaded.Refusals.Length, Seed = seed, Weeks = weeks }) : DemoYear.Text(year, loaded));
    }

    private static LocalDate Monday(string text)
    {
        NodaTime.Text.ParseResult<LocalDate> parsed = LocalDatePattern.Iso.Parse(text);
        return parsed.Success && parsed.Value.DayOfWeek == IsoDayOfWeek.Monday
            ? parsed.Value
            : throw new BadInputException($"--week '{text}' is not a Monday; give a date such as 2026-11-23.");
    }
}
