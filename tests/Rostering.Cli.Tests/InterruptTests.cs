using System.Diagnostics;
using System.Text.Json;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Json;

namespace Rostering.Cli.Tests;

public sealed class InterruptTests
{
    [Test]
    public async Task Solve_InterruptedInMidSearch_KeepsTheBestSoFar()
    {
        var week = DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, 1, new NodaTime.LocalDate(2026, 11, 23)).Problem;
        using var files = WeekFiles.Of(week);
        using var solve = CommandLine.Start(["solve", files.Problem, "--out", files.Rota, "--seconds", "600", "--json"]);
        await UntilImprovingAsync(solve);

        using var interrupt = Process.Start("kill", ["-INT", solve.Id.ToString()]);
        var run = await CommandLine.EndAsync(solve);

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        using var json = JsonDocument.Parse(run.Output);
        Assert.That(json.RootElement.GetProperty("stopped").GetString(), Is.EqualTo("Cancelled"));
        Assert.That(json.RootElement.GetProperty("hardViolations").GetInt32(), Is.Zero);
        var rota = RotaJson.Read(await File.ReadAllBytesAsync(files.Rota), week);
        Assert.That(rota.Rota!.Assignments, Has.Length.EqualTo(json.RootElement.GetProperty("covered").GetInt32()).And.Length.GreaterThan(week.Visits.Length / 2));
    }

    private static async Task UntilImprovingAsync(Process solve)
    {
        string? line;
        do
        {
            line = await solve.StandardError.ReadLineAsync();
        }
        while (line?.Contains("Improving", StringComparison.Ordinal) == false);
        Assert.That(line, Is.Not.Null, "the search ended before it was interrupted");
    }
}
