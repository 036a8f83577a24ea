using System.Text.Json;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Cli.Tests;

public sealed class CheckCommandTests
{
    [Test]
    public async Task Check_StartOutsideTheWindow_IsAViolationAndExitsOne()
    {
        var problem = Problems.Small();
        using var files = WeekFiles.Of(problem).WithRota(problem, ("v1", "mon 08:00", "bob"));

        var run = await CommandLine.RunAsync("check", files.Problem, files.Rota, "--json");

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Errors);
        using var json = JsonDocument.Parse(run.Output);
        var violation = json.RootElement.GetProperty("hardViolations").EnumerateArray().Single();
        Assert.That(violation.GetProperty("rule").GetString(), Is.EqualTo("start-window"));
        Assert.That(violation.GetProperty("visit").GetString(), Is.EqualTo("v1"));
        Assert.That(violation.GetProperty("when").GetString(), Is.EqualTo("2026-11-16T08:00"));
        Assert.That(violation.GetProperty("amount").GetInt64(), Is.EqualTo(30));
        Assert.That(violation.GetProperty("sentence").GetString(), Does.EndWith("."));
    }

    [Test]
    public async Task Check_WorkerInTwoPlaces_SaysWho()
    {
        var problem = Problems.Small();
        using var files = WeekFiles.Of(problem).WithRota(problem, ("v2", "mon 09:00", "ann"), ("v3", "mon 09:30", "ann"));

        var run = await CommandLine.RunAsync("check", files.Problem, files.Rota, "--json");

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Errors);
        using var json = JsonDocument.Parse(run.Output);
        Assert.That(json.RootElement.GetProperty("hardViolations")[0].GetProperty("who").GetString(), Is.EqualTo("ann"));
        Assert.That(json.RootElement.GetProperty("score").GetProperty("hard").GetInt64(), Is.GreaterThan(0));
        Assert.That(json.RootElement.GetProperty("terms").EnumerateArray().Select(term => term.GetProperty("key").GetString()), Does.Contain("cost.pay"));
    }

    [Test]
    public async Task Check_LawfulRota_SaysSoInEightyColumnsAndExitsZero()
    {
        var problem = Problems.Small();
        using var files = WeekFiles.Of(problem).WithRota(problem, ("v1", "mon 07:00", "ann"), ("v2", "mon 09:00", "ann"), ("v3", "mon 09:30", "bob"));

        var run = await CommandLine.RunAsync("check", files.Problem, files.Rota);

        Assert.That(run.ExitCode, Is.Zero, run.Output + run.Errors);
        Assert.That(run.Output, Does.Contain("No rule is broken.").And.Contain("Pay, travel, waiting and top-ups"));
        Assert.That(run.Output.Split('\n').Where(line => line.Length > 80), Is.Empty);
    }

    [Test]
    public async Task Check_RotaOfAnotherWeek_ListsEveryErrorAndExitsTwo()
    {
        var problem = Problems.Small();
        using var files = WeekFiles.Of(problem).WithRota(problem, ("v1", "mon 07:00", "zoe"), ("v9", "mon 09:00", "ann"));

        var run = await CommandLine.RunAsync("check", files.Problem, files.Rota);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain("2 errors").And.Contain("zoe").And.Contain("v9"));
    }
}
