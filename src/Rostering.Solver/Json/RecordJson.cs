using System.Collections.Immutable;
using System.Text.Json;
using Rostering.Solver.Problem.Validation;
using static System.Text.Encoding;

namespace Rostering.Solver.Json;

/// <summary>One record by itself, such as a person or a worker, written as in the file of a problem.</summary>
public static class RecordJson
{
    /// <summary>Writes a record in its one canonical form.</summary>
    public static string Write(object record) => UTF8.GetString(JsonText.Write(record));

    /// <summary>Reads a record that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no such record.</exception>
    public static object Read(Type type, string json) =>
        JsonSerializer.Deserialize(json, type, JsonSettings.Options) ?? throw new JsonException($"The text holds no {type.Name}: {json}");

    /// <summary>Reads what somebody else wrote: either the record, or every fault of its form.</summary>
    public static object? Read(Type type, ReadOnlySpan<byte> utf8, out ImmutableArray<ProblemError> errors)
    {
        var (record, found, _) = JsonText.Read(type, utf8);
        errors = [.. found.Select(UnlawfulPreference.Explain)];
        return errors.IsEmpty ? record : null;
    }
}
