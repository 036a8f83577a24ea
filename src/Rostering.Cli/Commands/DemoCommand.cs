using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Rostering.Cli.Printing;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;

namespace Rostering.Cli.Commands;

/// <summary><c>rostering demo</c>: writes a demonstration provider's week.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        Argument<DemonstrationProvider> provider = new("provider") { Description = "oakwood, cedar or chestnut" };
        Option<int> seed = new("--seed") { Description = "Seed; the same seed gives the same week", DefaultValueFactory = _ => 1 };
        Option<string> week = new("--week") { Description = "First day of the week, a Monday", DefaultValueFactory = _ => LocalDatePattern.Iso.Format(DemonstrationWeek.UsualWeekStart) };
        Option<FileInfo> output = new("--out") { Description = "File to write", Required = true };
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of text" };
        Command command = new("demo", "Generate a demonstration provider's week.") { provider, seed, week, output, json };
        command.SetAction(parsed => Run(parsed.GetValue(provider), parsed.GetValue(seed), Monday(parsed.GetValue(week)!), parsed.GetValue(output)!, parsed.GetValue(json)));
        return command;
    }

    private static int Run(DemonstrationProvider provider, int seed, LocalDate week, FileInfo output, bool json)
    {
        RotaProblem problem = DemonstrationWeek.Generate(provider, seed, week).Problem;
        Files.Write(output, ProblemJson.Write(problem));
        Console.Write(json
            ? JsonText.Of(new { problem.Provider, Week = LocalDatePattern.Iso.Format(week), People = problem.People.Length, Workers = problem.Workers.Length, Visits = problem.Visits.Length, Seed = seed, File = output.Name })
            : $"{problem.Provider}, week of {problem.WeekStart:d MMM uuuu}: {problem.People.Length} people, {problem.Workers.Length} workers, {problem.Visits.Length} visits -> {output.Name}" + "\n");
        return ExitCodes.Done;
    }

    private static LocalDate Monday(string text)
    {
        NodaTime.Text.ParseResult<LocalDate> parsed = LocalDatePattern.Iso.Parse(text);
        return parsed.Success && parsed.Value.DayOfWeek == IsoDayOfWeek.Monday
            ? parsed.Value
            : throw new BadInputException($"--week '{text}' is not a Monday; give a date such as 2026-11-23.");
    }
}
