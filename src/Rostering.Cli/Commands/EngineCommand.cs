using System.CommandLine;
using Rostering.CpSat.Engine;

namespace Rostering.Cli.Commands;

/// <summary><c>rostering engine</c>: which engine runs, and that it works.</summary>
internal static class EngineCommand
{
    public static Command Create()
    {
        Command command = new("engine", "Print which engine runs, its version, and a self-test.");
        command.SetAction((_, stop) => RunAsync(stop));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken stop)
    {
        await using ICpSatEngine engine = CpSatEngines.Open();
        EngineReport report = await EngineSelfTest.RunAsync(engine, stop);
        Console.WriteLine($"Engine     {report.Engine.Kind}, {report.Engine.Library}");
        Console.WriteLine($"Host       {report.Engine.Host}");
        Console.WriteLine($"OR-Tools   {report.Version}");
        Console.WriteLine($"Processes  {report.Processes}");
        Console.WriteLine($"Start-up   {report.StartUp.TotalMilliseconds:0} ms, then {report.Overhead.TotalMilliseconds:0.0} ms a small solve");
        Console.WriteLine($"Self-test  {(report.Passed ? "passed" : "FAILED: the engine answered wrongly; reinstall it with scripts/setup")}");
        return report.Passed ? ExitCodes.Done : ExitCodes.EngineFailed;
    }
}
