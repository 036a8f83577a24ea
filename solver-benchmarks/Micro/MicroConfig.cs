using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Rostering.SolverBenchmarks.Micro;

/// <summary>Short runs in this process: enough to see a change of a tenth.</summary>
internal static class MicroConfig
{
    public static IConfig Short { get; } = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
}
