using System.Diagnostics;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Engine;

/// <summary>Has an engine solve a tiny model of known optimum, to see that it works and which OR-Tools it is.</summary>
public static class EngineSelfTest
{
    private const string VersionLine = "Starting CP-SAT solver v";
    private const double Optimum = 38;

    /// <summary>Starts a process if none is up, solves twice, and reports.</summary>
    /// <exception cref="EngineException">The engine cannot be started or dies.</exception>
    public static async Task<EngineReport> RunAsync(ICpSatEngine engine, CancellationToken stop = default)
    {
        var version = "unknown";
        var listener = new SolveObserver
        {
            OnLog = text => version = text.Split('\n').Select(VersionIn).FirstOrDefault(found => found is not null) ?? version,
        };
        var (first, startUp) = await TimedAsync(engine, listener, stop);
        var (second, again) = await TimedAsync(engine, observer: null, stop);
        return new EngineReport(engine.Description, version, engine.Slots, startUp, again, IsRight(first) && IsRight(second));
    }

    private static async Task<(CpSolverResponse Response, TimeSpan Time)> TimedAsync(
        ICpSatEngine engine,
        SolveObserver? observer,
        CancellationToken stop)
    {
        var begun = Stopwatch.GetTimestamp();
        var response = await engine.SolveAsync(TinyModel(), new SatParameters { MaxTimeInSeconds = 30 }, observer, stop);
        return (response, Stopwatch.GetElapsedTime(begun));
    }

    private static bool IsRight(CpSolverResponse response) =>
        response is { Status: CpSolverStatus.Optimal, ObjectiveValue: Optimum };

    private static string? VersionIn(string line) =>
        line.StartsWith(VersionLine, StringComparison.Ordinal) ? line[VersionLine.Length..].Trim() : null;

    // Maximise 3x + 4y where x + 2y <= 14 and both lie in 0..10: x = 10, y = 2.
    private static CpModelProto TinyModel() => new()
    {
        Variables = { new IntegerVariableProto { Domain = { 0, 10 } }, new IntegerVariableProto { Domain = { 0, 10 } } },
        Constraints =
        {
            new ConstraintProto { Linear = new LinearConstraintProto { Vars = { 0, 1 }, Coeffs = { 1, 2 }, Domain = { 0, 14 } } },
        },
        Objective = new CpObjectiveProto { Vars = { 0, 1 }, Coeffs = { -3, -4 }, ScalingFactor = -1 },
    };
}

/// <summary>What <see cref="EngineSelfTest"/> found.</summary>
/// <param name="Engine">Which engine it was.</param>
/// <param name="Version">The version of OR-Tools, as it gives it itself.</param>
/// <param name="Processes">How many processes the engine runs at most.</param>
/// <param name="StartUp">Time to the first answer, the start of a process included where none was up.</param>
/// <param name="Overhead">Time to the second answer: what a solve costs that is no work to solve.</param>
/// <param name="Passed">Whether both answers were right.</param>
public sealed record EngineReport(
    EngineDescription Engine,
    string Version,
    int Processes,
    TimeSpan StartUp,
    TimeSpan Overhead,
    bool Passed);
