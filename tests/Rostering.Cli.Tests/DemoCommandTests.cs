using Rostering.Solver.Json;
using Rostering.Testing;

namespace Rostering.Cli.Tests;

public sealed class DemoCommandTests
{
    [Test]
    public async Task Demo_SameSeed_WritesTheSameValidWeek()
    {
        using TemporaryFolder folder = new();
        string[] files = [Path.Combine(folder.Path, "a.json"), Path.Combine(folder.Path, "b.json")];

        foreach (var file in files)
        {
            var run = await CommandLine.RunAsync("demo", "oakwood", "--seed", "3", "--out", file);
            Assert.That(run.ExitCode, Is.Zero, run.Errors);
        }

        Assert.That(await File.ReadAllBytesAsync(files[0]), Is.EqualTo(await File.ReadAllBytesAsync(files[1])));
        Assert.That(ProblemJson.Read(await File.ReadAllBytesAsync(files[0])).Errors, Is.Empty);
    }

    [TestCase("demo", "oakwood", "--week", "2026-11-24", "--out", "never.json", "2026-11-24")]
    [TestCase("demo", "birchwood", "--out", "never.json", "birchwood")]
    [TestCase("demo", "oakwood", "--out")]
    [TestCase("demonstrate", "demonstrate")]
    public async Task Demo_BadInput_SaysWhatAndExitsTwo(params string[] argumentsThenMessage)
    {
        var run = await CommandLine.RunAsync(argumentsThenMessage[..^1]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Errors, Does.Contain(argumentsThenMessage[^1]));
        Assert.That(File.Exists("never.json"), Is.False);
    }
}
