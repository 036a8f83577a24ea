using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using Rostering.Solver.Problem.Validation;

namespace Rostering.Solver.Json;

/// <summary>A file that holds one record of type <typeparamref name="T"/>.</summary>
internal static class JsonFile<T> where T : class
{
    /// <inheritdoc cref="JsonText.Read"/>
    public static (T? Value, IReadOnlyList<ProblemError> Errors, IReadOnlyList<string> StandIns) Read(ReadOnlySpan<byte> utf8)
    {
        var (value, errors, standIns) = JsonText.Read(typeof(T), utf8);
        return ((T?)value, errors, standIns);
    }

    /// <inheritdoc cref="JsonText.Write"/>
    public static byte[] Write(T value) => JsonText.Write(value);
}

/// <summary>Reads and writes records of any of the public types.</summary>
internal static class JsonText
{
    private static readonly ConcurrentDictionary<Type, Shape> Shapes = new();

    /// <summary>
    /// Reads the text with all its faults of form. The value is there even when it has faults, with stand-ins in their place, so that
    /// the rest can be validated; it is <c>null</c> only where the text is not JSON.
    /// </summary>
    public static (object? Value, IReadOnlyList<ProblemError> Errors, IReadOnlyList<string> StandIns) Read(Type type, ReadOnlySpan<byte> utf8)
    {
        var sound = new ArrayBufferWriter<byte>(utf8.Length + 1);
        using var writer = new Utf8JsonWriter(sound);
        var copy = new ShapedCopy(writer);
        if (!copy.TryCopy(utf8, Shapes.GetOrAdd(type, ShapeReflection.ShapeOf)))
            return (null, copy.Errors, copy.StandIns);
        writer.Flush();
        return (JsonSerializer.Deserialize(sound.WrittenSpan, type, JsonSettings.Options), copy.Errors, copy.StandIns);
    }

    /// <summary>Writes the value in its one canonical form: the same value gives the same bytes.</summary>
    public static byte[] Write(object value) => [.. JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), JsonSettings.Options), (byte)'\n'];
}
