namespace Rostering.CpSat.Engine;

/// <summary>How many solver processes, of what size, and where their parts are.</summary>
public sealed record EngineOptions
{
    /// <summary>Processes, and so solves at once: one per core unless told otherwise.</summary>
    public int Processes { get; init; } = Environment.ProcessorCount;

    /// <summary>What one process may hold, in megabytes, before it is killed. WebAssembly itself ends at 2,048.</summary>
    public int MemoryMegabytes { get; init; } = 2_048;

    /// <summary>
    /// How far past its own time limit a search may go before it is stopped from outside: it may see the limit late,
    /// in the midst of presolving a large model.
    /// </summary>
    public TimeSpan DeadlineGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a search that was told to stop has for its answer, before its process is killed.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>The Node program; otherwise <c>ROSTERING_NODE</c>, otherwise <c>node_modules</c> of a folder above.</summary>
    public string? NodePath { get; init; }

    /// <summary>A native OR-Tools library; otherwise <c>ROSTERING_ORTOOLS</c>, otherwise WebAssembly is used.</summary>
    public string? NativeLibraryPath { get; init; }
}
