using System.Buffers;
using System.Text.Json;
using Rostering.Solver.Problem.Validation;

namespace Rostering.Solver.Json;

/// <summary>A file that holds one record of type <typeparamref name="T"/>.</summary>
internal static class JsonFile<T> where T : class
{
    private static readonly Shape Shape = ShapeReflection.ShapeOf(typeof(T));

    /// <summary>
    /// Reads the file with all its faults of form. The value is there even when it has faults, with stand-ins in their place, so that
    /// the rest can be validated; it is <c>null</c> only where the text is not JSON.
    /// </summary>
    public static (T? Value, IReadOnlyList<ProblemError> Errors, IReadOnlyList<string> StandIns) Read(ReadOnlySpan<byte> utf8)
    {
        var sound = new ArrayBufferWriter<byte>(utf8.Length + 1);
        using var writer = new Utf8JsonWriter(sound);
        var copy = new ShapedCopy(writer);
        if (!copy.TryCopy(utf8, Shape))
            return (null, copy.Errors, copy.StandIns);
        writer.Flush();
        return (JsonSerializer.Deserialize<T>(sound.WrittenSpan, JsonSettings.Options), copy.Errors, copy.StandIns);
    }

    /// <summary>Writes the value in its one canonical form: the same value gives the same bytes.</summary>
    public static byte[] Write(T value) => [.. JsonSerializer.SerializeToUtf8Bytes(value, JsonSettings.Options), (byte)'\n'];
}
