namespace Rostering.Solver.Json;

/// <summary>Takes in a stream whole: the reader needs all of the text at once.</summary>
internal static class StreamReading
{
    public static ReadOnlySpan<byte> ReadToEnd(this Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.GetBuffer().AsSpan(0, (int)memory.Length);
    }
}
