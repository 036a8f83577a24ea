using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Validation;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Json;

/// <summary>The public file of a rota, format 1. Its JSON Schema is <c>docs/schema/rota.schema.json</c>.</summary>
public static class RotaJson
{
    /// <summary>The JSON Schema of the file.</summary>
    public static string Schema => EmbeddedSchema.Text("rota.schema.json");

    /// <summary>Reads a rota and validates it against its problem: either the rota, or every fault of its form and of its sense.</summary>
    public static RotaReading Read(ReadOnlySpan<byte> utf8, RotaProblem problem)
    {
        var (rota, errors, standIns) = JsonFile<WeeklyRota>.Read(utf8);
        var findings = new Findings(errors, standIns);
        if (rota is not null)
            RotaValidation.Check(problem, rota, findings);
        return findings.Errors is { IsEmpty: false } all ? new RotaReading(null, all) : new RotaReading(rota, []);
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, RotaProblem)"/>
    public static RotaReading Read(Stream utf8, RotaProblem problem) => Read(utf8.ReadToEnd(), problem);

    /// <summary>Writes the rota in its one canonical form: the same rota gives the same bytes.</summary>
    public static byte[] Write(WeeklyRota rota) => JsonFile<WeeklyRota>.Write(rota);
}
