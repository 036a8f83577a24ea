using System.CommandLine;
using Rostering.Cli.Printing;
using Rostering.CpSat.Engine;

namespace Rostering.Cli.Commands;

/// <summary><c>rostering engine</c>: which engine runs, and that it works.</summary>
internal static class EngineCommand
{
    public static Command Create()
    {
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of text" };
        Command command = new("engine", "Print which engine runs, its version, and a self-test.") { json };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(json), stop));
        return command;
    }

    private static async Task<int> RunAsync(bool json, CancellationToken stop)
    {
        await using ICpSatEngine engine = CpSatEngines.Open();
        EngineReport report = await EngineSelfTest.RunAsync(engine, stop);
        Console.Write(json ? Json(report) : Text(report));
        return report.Passed ? ExitCodes.Done : ExitCodes.EngineFailed;
    }

    private static string Json(EngineReport report) => JsonText.Of(new
    {
        Kind = report.Engine.Kind.ToString(),
        report.Engine.Library,
        report.Engine.Host,
        OrTools = report.Version,
        report.Processes,
        StartUpMilliseconds = Math.Round(report.StartUp.TotalMilliseconds, 1),
        SmallSolveMilliseconds = Math.Round(report.Overhead.TotalMilliseconds, 1),
        report.Passed,
    });

    private static string Text(EngineReport report) => string.Join(
        '\n',
        $"Engine     {report.Engine.Kind}, {report.Engine.Library}",
        $"Host       {report.Engine.Host}",
        $"OR-Tools   {report.Version}",
        $"Processes  {report.Processes}",
        $"Start-up   {report.StartUp.TotalMilliseconds:0} ms, then {report.Overhead.TotalMilliseconds:0.0} ms a small solve",
        $"Self-test  {(report.Passed ? "passed" : "FAILED: the engine answered wrongly; reinstall it with scripts/setup")}",
        string.Empty);
}
