using System.Text.Json;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Cli.Tests;

public sealed class ExplainCommandTests
{
    private WeekFiles files = null!;

    [OneTimeSetUp]
    public void WriteFiles()
    {
        var problem = Problems.Small();
        files = WeekFiles.Of(problem).WithRota(problem, ("v1", "mon 07:00", "ann"), ("v2", "mon 09:00", "ann"));
    }

    [OneTimeTearDown]
    public void RemoveFiles() => files.Dispose();

    [Test]
    public async Task Explain_Covered_SaysWhyAndWhoElse()
    {
        var run = await CommandLine.RunAsync("explain", files.Problem, files.Rota, "--visit", "v1");

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.StartWith("pat, Mon 07:00 for 1 h: ann. One other worker could come").And.Contain("- bob:").And.Not.Contain(" 0 workers"));
        Assert.That(run.Output, Does.Not.Contain("..").And.Not.Contain(".;"));
        Assert.That(run.Output.Split('\n').Where(line => line.Length > 80), Is.Empty);
    }

    [Test]
    public async Task Explain_Json_NamesWhoCouldAndWhoCouldNot()
    {
        var run = await CommandLine.RunAsync("explain", files.Problem, files.Rota, "--visit", "v3", "--json");

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        using var json = JsonDocument.Parse(run.Output);
        Assert.That(json.RootElement.GetProperty("covered").GetBoolean(), Is.False);
        Assert.That(json.RootElement.GetProperty("alternatives")[0].GetProperty("worker").GetString(), Is.EqualTo("bob"));
        Assert.That(json.RootElement.GetProperty("refusals")[0].GetProperty("rules")[0].GetString(), Is.EqualTo("travel-time"));
    }

    [Test]
    public async Task Explain_VisitUnknown_SaysSoAndExitsTwo()
    {
        var run = await CommandLine.RunAsync("explain", files.Problem, files.Rota, "--visit", "v9");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain("'v9'").And.Contain("week.json"));
    }
}
