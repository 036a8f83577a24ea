using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Rostering.CpSat.Tests.Proto;

/// <summary>Reads the protobuf descriptors that OR-Tools compiled into the WebAssembly engine that we run.</summary>
internal static class EngineDescriptors
{
    public static FileDescriptorProto Find(byte[] wasm, string protoFile)
    {
        var start = wasm.AsSpan().IndexOf(FileNameField(protoFile));
        if (start < 0)
            throw new InvalidOperationException($"{protoFile} is not embedded in the engine.");

        return FileDescriptorProto.Parser.ParseFrom(wasm.AsSpan(start, Length(wasm.AsSpan(start))));
    }

    public static byte[] ReadEngine()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Rostering.sln")))
            root = root.Parent;

        return File.ReadAllBytes(Path.Combine(
            root?.FullName ?? throw new InvalidOperationException("The tests must run inside the repository."),
            "node_modules/or-tools-wasm/build/javascript/node-wasm/cp_sat_runtime_node.wasm"));
    }

    // A serialized FileDescriptorProto opens with its name: tag of field 1, length, text.
    private static byte[] FileNameField(string protoFile) =>
        new FileDescriptorProto { Name = protoFile }.ToByteArray();

    // The descriptor carries no length of its own. It ends at the first tag that a FileDescriptorProto cannot have;
    // the string constants of a C++ program end in a zero byte, and zero is no tag.
    private static int Length(ReadOnlySpan<byte> bytes)
    {
        using var input = new CodedInputStream(bytes[..Math.Min(bytes.Length, 1 << 16)].ToArray());
        var end = 0L;
        while (IsFileField(PeekNonZeroTag(input)))
        {
            input.SkipLastField();
            end = input.Position;
        }

        return checked((int)end);
    }

    private static uint PeekNonZeroTag(CodedInputStream input)
    {
        try
        {
            return input.ReadTag();
        }
        catch (InvalidProtocolBufferException)
        {
            return 0;
        }
    }

    private static bool IsFileField(uint tag) => (tag >> 3) is >= 1 and <= 12 && (tag & 7) is 0 or 2;
}
