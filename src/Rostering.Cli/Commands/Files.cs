using System.Collections.Immutable;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Validation;
using Rostering.Solver.Rota;

namespace Rostering.Cli.Commands;

/// <summary>Reads problem and rota files, and writes files whole or not at all.</summary>
internal static class Files
{
    public static RotaProblem ReadProblem(FileInfo file)
    {
        using FileStream stream = file.OpenRead();
        ProblemReading reading = ProblemJson.Read(stream);
        return reading.Problem ?? throw Bad(file, reading.Errors);
    }

    public static WeeklyRota ReadRota(FileInfo file, RotaProblem problem)
    {
        using FileStream stream = file.OpenRead();
        RotaReading reading = RotaJson.Read(stream, problem);
        return reading.Rota ?? throw Bad(file, reading.Errors);
    }

    /// <summary>Writes beside the target first, so that a kill leaves the old file or the new one.</summary>
    public static void Write(FileInfo file, byte[] content)
    {
        string beside = $"{file.FullName}.{Environment.ProcessId}.part";
        File.WriteAllBytes(beside, content);
        File.Move(beside, file.FullName, overwrite: true);
    }

    private static BadInputException Bad(FileInfo file, ImmutableArray<ProblemError> errors) =>
        new($"{file.Name}: {errors.Length} {(errors.Length == 1 ? "error" : "errors")}\n{string.Join('\n', errors.Select(error => $"  {error}"))}");
}
