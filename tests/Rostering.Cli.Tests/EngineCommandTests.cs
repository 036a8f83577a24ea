namespace Rostering.Cli.Tests;

public sealed class EngineCommandTests
{
    [Test]
    public async Task Engine_Installed_NamesItsVersionAndPassesItsTest()
    {
        var run = await CommandLine.RunAsync("engine");

        Assert.That(run.ExitCode, Is.Zero, run.Errors);
        Assert.That(run.Output, Does.Contain("WebAssembly").And.Contain("9.15").And.Contain("Self-test  passed"));
    }

    [Test]
    public async Task Engine_Missing_ExitsFour()
    {
        var run = await CommandLine.RunAsync(["engine"], node: "/nowhere/node");

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Errors, Does.Contain("/nowhere/node").And.Contain("scripts/setup"));
    }
}
