using System.Runtime.InteropServices;

namespace Rostering.CpSat.Engine;

/// <summary>
/// Finds what the native engine is made of: the library that is named, and this very assembly, which a second
/// .NET process runs as a program (<see cref="NativeHost"/>), so that a crash of the library is not ours.
/// </summary>
internal static class NativeProgram
{
    /// <summary>The program for the library at this path.</summary>
    /// <exception cref="EngineNotFoundException">The library or the .NET host is missing.</exception>
    public static SolverProgram Locate(string library)
    {
        const string remedy = "Name an OR-Tools 9.15 library (libortools.so, libortools.dylib) in ROSTERING_ORTOOLS, or unset it to use WebAssembly.";
        if (OperatingSystem.IsWindows())
            throw new EngineNotFoundException("The native engine needs POSIX pipes.", "Unset ROSTERING_ORTOOLS to use WebAssembly.");
        if (!File.Exists(library))
            throw new EngineNotFoundException($"The OR-Tools library '{library}' does not exist.", remedy);
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        var host = Path.Combine(AppContext.BaseDirectory, "Rostering.CpSat.dll");
        if (!File.Exists(dotnet) || !File.Exists(host))
            throw new EngineNotFoundException($"'{dotnet}' or '{host}' is missing.", "Run from a build that is not packed into a single file.");
        var description = new EngineDescription(EngineKind.Native, Path.GetFullPath(library), $".NET at {dotnet}");
        return new SolverProgram(description, dotnet, [host, Path.GetFullPath(library)], remedy);
    }
}
