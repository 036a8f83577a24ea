namespace Rostering.CpSat.Engine;

/// <summary>Opens engines.</summary>
public static class CpSatEngines
{
    /// <summary>Names a native OR-Tools library, which is then used in the place of WebAssembly.</summary>
    public const string NativeLibraryVariable = "ROSTERING_ORTOOLS";

    /// <summary>Names the Node program that WebAssembly runs in.</summary>
    public const string NodeVariable = "ROSTERING_NODE";

    /// <summary>
    /// Opens the native engine where a library is named, by the options or by <c>ROSTERING_ORTOOLS</c>, and the
    /// WebAssembly engine otherwise. Processes are started when first needed and kept.
    /// </summary>
    /// <exception cref="EngineNotFoundException">A part of the engine is missing.</exception>
    public static ICpSatEngine Open(EngineOptions? options = null)
    {
        options ??= new EngineOptions();
        var library = options.NativeLibraryPath ?? FromEnvironment(NativeLibraryVariable);
        var program = library is null
            ? WebAssemblyProgram.Locate(options.NodePath ?? FromEnvironment(NodeVariable))
            : NativeProgram.Locate(library);
        return new ProcessEngine(program, options);
    }

    private static string? FromEnvironment(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
