namespace Rostering.CpSat.Engine;

/// <summary>Which solver an engine runs.</summary>
/// <param name="Kind">WebAssembly or native.</param>
/// <param name="Library">The solver library: package and version, or the path of the native library.</param>
/// <param name="Host">The program that the solver runs in.</param>
public sealed record EngineDescription(EngineKind Kind, string Library, string Host);

/// <summary>How OR-Tools was compiled.</summary>
public enum EngineKind
{
    /// <summary>OR-Tools as WebAssembly, in Node: one search thread a process.</summary>
    WebAssembly,

    /// <summary>A native <c>libortools</c>, called through its C API.</summary>
    Native,
}
