using Rostering.CpSat.Engine;

namespace Rostering.Solver.Tests;

/// <summary>The real engine, opened once for the run.</summary>
[SetUpFixture]
public sealed class TestEngine
{
    private static readonly Lazy<ICpSatEngine> s_engine = new(() => CpSatEngines.Open());

    public static ICpSatEngine Shared => s_engine.Value;

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (s_engine.IsValueCreated)
        {
            await s_engine.Value.DisposeAsync();
        }
    }
}
