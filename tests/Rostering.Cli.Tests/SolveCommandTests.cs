using System.Text.Json;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Json;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Cli.Tests;

public sealed class SolveCommandTests
{
    private static readonly string[] PromisedFields =
    [
        "status", "visits", "covered", "uncovered", "coverableUncovered", "hardViolations", "score", "bound", "gap", "seconds", "seed",
    ];

    [Test]
    public async Task Solve_Json_PrintsOneObjectWithThePromisedFields()
    {
        using var files = WeekFiles.Of(Problems.Small());

        var run = await CommandLine.RunAsync("solve", files.Problem, "--seconds", "20", "--seed", "7", "--json");

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        using var json = JsonDocument.Parse(run.Output);
        var solved = json.RootElement;
        Assert.That(PromisedFields.Where(field => !solved.TryGetProperty(field, out _)), Is.Empty);
        Assert.That(solved.GetProperty("status").GetString(), Is.EqualTo("optimal"));
        Assert.That(solved.GetProperty("visits").GetInt32(), Is.EqualTo(3));
        Assert.That(solved.GetProperty("covered").GetInt32(), Is.EqualTo(3));
        Assert.That(solved.GetProperty("hardViolations").GetInt32(), Is.Zero);
        Assert.That(solved.GetProperty("gap").GetDouble(), Is.Zero);
        Assert.That(solved.GetProperty("seed").GetInt32(), Is.EqualTo(7));
    }

    [Test]
    public async Task Solve_Out_WritesARotaThatCheckScoresAlike()
    {
        using var files = WeekFiles.Of(Problems.Small());

        var solve = await CommandLine.RunAsync("solve", files.Problem, "--out", files.Rota, "--seconds", "20", "--json");
        var check = await CommandLine.RunAsync("check", files.Problem, files.Rota, "--json");

        Assert.That((solve.ExitCode, check.ExitCode), Is.EqualTo((0, 0)), solve.Errors + check.Errors);
        using var solved = JsonDocument.Parse(solve.Output);
        using var judged = JsonDocument.Parse(check.Output);
        Assert.That(judged.RootElement.GetProperty("score").ToString(), Is.EqualTo(solved.RootElement.GetProperty("score").ToString()));
        Assert.That(files.Names, Is.EquivalentTo(["week.json", "rota.json"]), "nothing is left lying about");
    }

    [Test]
    public async Task Solve_Text_FitsEightyColumns()
    {
        using var files = WeekFiles.Of(DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, 1, new NodaTime.LocalDate(2026, 11, 23)).Problem);

        var run = await CommandLine.RunAsync("solve", files.Problem, "--seconds", "3");

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.Contain("Oakwood, week of 23 November 2026"));
        Assert.That(run.Output.Split('\n').Where(line => line.Length > 80), Is.Empty);
    }

    [Test]
    public async Task Solve_PinsThatContradict_ExitsThree()
    {
        using var files = WeekFiles.Of(new ProblemBuilder().Worker("ann").Visit("v1", "mon 09:00").Visit("v2", "mon 09:30").Pin("v1", "ann").Pin("v2", "ann").Build());

        var run = await CommandLine.RunAsync("solve", files.Problem, "--seconds", "3", "--json");

        Assert.That(run.ExitCode, Is.EqualTo(3), run.Errors);
        using var json = JsonDocument.Parse(run.Output);
        Assert.That(json.RootElement.GetProperty("status").GetString(), Is.EqualTo("infeasible"));
    }

    [Test]
    public async Task Solve_BadFile_ListsEveryErrorAndExitsTwo()
    {
        using var files = WeekFiles.Of(Problems.Small());
        var good = await File.ReadAllTextAsync(files.Problem);
        await File.WriteAllTextAsync(files.Problem, good.Replace("\"minutes\": 60", "\"minutes\": -60", StringComparison.Ordinal).Replace("\"car\"", "\"cart\"", StringComparison.Ordinal));

        var run = await CommandLine.RunAsync("solve", files.Problem, "--out", files.Rota);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Output, Is.Empty);
        Assert.That(run.Errors, Does.Contain("$.visits[0].minutes").And.Contain("$.visits[2].minutes").And.Contain("cart").And.Contain("$.workers[1]"));
        Assert.That(files.Names, Is.EquivalentTo(["week.json"]));
    }

    [TestCase("--seconds", "0", "--seconds is 0")]
    [TestCase("--threads", "0", "--threads is 0")]
    [TestCase("--rounds", "0", "--rounds is 0")]
    [TestCase("--sead", "1", "--sead")]
    public async Task Solve_BadOption_SaysWhichAndExitsTwo(string option, string value, string message)
    {
        using var files = WeekFiles.Of(Problems.Small());

        var run = await CommandLine.RunAsync("solve", files.Problem, option, value);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain(message));
    }

    [Test]
    public async Task Solve_FileMissing_NamesItAndExitsTwo()
    {
        var run = await CommandLine.RunAsync("solve", "nowhere/week.json");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain("nowhere/week.json"));
    }

    [Test]
    public async Task Solve_EngineMissing_GivesTheRemedyAndExitsFour()
    {
        using var files = WeekFiles.Of(Problems.Small());

        var run = await CommandLine.RunAsync(["solve", files.Problem, "--out", files.Rota], node: files.In("no-node"));

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Errors, Does.Contain("scripts/setup"));
        Assert.That(files.Names, Is.EquivalentTo(["week.json"]));
    }

    [Test]
    public async Task Solve_OutFolderMissing_SaysSoAndExitsTwo()
    {
        using var files = WeekFiles.Of(Problems.Small());

        var run = await CommandLine.RunAsync("solve", files.Problem, "--out", files.In("missing/rota.json"), "--seconds", "2");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain("missing/rota.json"));
    }

    [Test]
    public async Task Solve_Written_CanBeReadAsARota()
    {
        using var files = WeekFiles.Of(Problems.Small());
        await File.WriteAllTextAsync(files.Rota, "an older file, longer than the new one" + new string('.', 100_000));

        await CommandLine.RunAsync("solve", files.Problem, "--out", files.Rota, "--seconds", "20");

        var rota = RotaJson.Read(await File.ReadAllBytesAsync(files.Rota), Problems.Small());
        Assert.That(rota.Errors, Is.Empty);
        Assert.That(rota.Rota!.Assignments, Has.Length.EqualTo(3));
    }
}
