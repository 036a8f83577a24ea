using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Validation;

namespace Rostering.Solver.Json;

/// <summary>The public file of a week's problem, format 1. Its JSON Schema is <c>docs/schema/rota-problem.schema.json</c>.</summary>
public static class ProblemJson
{
    /// <summary>The JSON Schema of the file.</summary>
    public static string Schema => EmbeddedSchema.Text("rota-problem.schema.json");

    /// <summary>Reads and validates a problem: either the problem, or every fault of its form and of its sense.</summary>
    public static ProblemReading Read(ReadOnlySpan<byte> utf8)
    {
        var (problem, errors, standIns) = JsonFile<RotaProblem>.Read(utf8);
        var findings = new Findings(errors.Select(UnlawfulPreference.Explain), standIns);
        if (problem is not null)
            ProblemValidation.Check(problem, findings);
        return findings.Errors is { IsEmpty: false } all ? new ProblemReading(null, all) : new ProblemReading(problem, []);
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte})"/>
    public static ProblemReading Read(Stream utf8) => Read(utf8.ReadToEnd());

    /// <summary>Writes the problem in its one canonical form: the same problem gives the same bytes.</summary>
    public static byte[] Write(RotaProblem problem) => JsonFile<RotaProblem>.Write(problem);
}
