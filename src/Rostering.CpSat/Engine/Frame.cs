using System.Buffers.Binary;

namespace Rostering.CpSat.Engine;

/// <summary>
/// One message between us and a solver process: length of the payload (4 bytes, little-endian), kind (1 byte),
/// payload. The kinds are <see cref="ToSolver"/> in one direction and <see cref="FromSolver"/> in the other.
/// </summary>
internal readonly record struct Frame(byte Kind, byte[] Payload)
{
    /// <summary>What the first frame of every solver process says.</summary>
    public const string Protocol = "rostering-cpsat 1";

    private const int HeaderLength = 5;

    // Text taken for a length is above this: four letters make more than a billion.
    private const int MaximumLength = 1 << 30;

    /// <summary>Reads the next frame; null where the stream ends between two frames.</summary>
    /// <exception cref="InvalidDataException">The bytes are no frame.</exception>
    public static Frame? Read(Stream stream)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        var got = stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (got < HeaderLength)
            return got == 0 ? null : throw new InvalidDataException($"the stream ends after {got} bytes of a frame's header");
        var length = BinaryPrimitives.ReadUInt32LittleEndian(header);
        if (length > MaximumLength)
            throw new InvalidDataException($"a frame of kind {header[4]} claims {length:N0} bytes");
        var payload = new byte[length];
        var read = stream.ReadAtLeast(payload, payload.Length, throwOnEndOfStream: false);
        return read == payload.Length
            ? new Frame(header[4], payload)
            : throw new InvalidDataException($"the stream ends after {read:N0} of a frame's {length:N0} bytes");
    }

    /// <summary>Writes one frame and flushes it.</summary>
    public static void Write(Stream stream, byte kind, ReadOnlySpan<byte> payload)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        BinaryPrimitives.WriteInt32LittleEndian(header, payload.Length);
        header[4] = kind;
        stream.Write(header);
        stream.Write(payload);
        stream.Flush();
    }
}

/// <summary>What we tell a solver process.</summary>
internal enum ToSolver : byte
{
    /// <summary>Solve: <see cref="Wanted"/> (1 byte), length of the parameters (4 bytes), parameters, model.</summary>
    Solve = 1,

    /// <summary>End the search that is running, if any, and answer with the best so far. No payload.</summary>
    Stop = 2,
}

/// <summary>What a solver process tells us.</summary>
internal enum FromSolver : byte
{
    /// <summary>It can be given work. Payload: <see cref="Frame.Protocol"/>.</summary>
    Ready = 1,

    /// <summary>A solution on the way. Payload: <c>CpSolverResponse</c>.</summary>
    Solution = 2,

    /// <summary>A better bound. Payload: a double.</summary>
    Bound = 3,

    /// <summary>A line of the log. Payload: UTF-8.</summary>
    Log = 4,

    /// <summary>The solve is over. Payload: <c>CpSolverResponse</c>.</summary>
    Answer = 5,
}

/// <summary>What is to be told while a solve runs.</summary>
[Flags]
internal enum Wanted : byte
{
    None = 0,
    Solutions = 1,
    Bounds = 2,
    Log = 4,
}
