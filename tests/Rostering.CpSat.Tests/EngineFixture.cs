using Rostering.CpSat.Engine;

namespace Rostering.CpSat.Tests;

/// <summary>One engine for the whole run: its processes take a second to start, and are then used by every test.</summary>
[SetUpFixture]
public sealed class EngineFixture
{
    private static ICpSatEngine? engine;

    public static ICpSatEngine Engine => engine ?? throw new InvalidOperationException("The engine is opened before the first test.");

    [OneTimeSetUp]
    public void Open() => engine = CpSatEngines.Open();

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (engine is not null)
            await engine.DisposeAsync();
    }
}
