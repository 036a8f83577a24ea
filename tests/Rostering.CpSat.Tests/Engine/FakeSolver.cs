using Rostering.CpSat.Engine;

namespace Rostering.CpSat.Tests.Engine;

/// <summary>An engine whose processes run a script of the test's instead of a solver, in the same Node.</summary>
internal static class FakeSolver
{
    private const string Prelude = """
        const frame = (kind, payload) => {
          const bytes = Buffer.from(payload);
          const header = Buffer.alloc(5);
          header.writeUInt32LE(bytes.length);
          header[4] = kind;
          process.stdout.write(Buffer.concat([header, bytes]));
        };
        const ready = () => frame(1, 'rostering-cpsat 1');
        process.stdin.on('end', () => process.exit(0));

        """;

    public static ProcessEngine Open(string script, EngineOptions? options = null)
    {
        var node = WebAssemblyProgram.Locate(nodePath: null);
        var program = node with { Arguments = ["--input-type=commonjs", "--eval", Prelude + script], Remedy = "It is only a test." };
        return new ProcessEngine(program, options ?? new EngineOptions { Processes = 1 });
    }
}
