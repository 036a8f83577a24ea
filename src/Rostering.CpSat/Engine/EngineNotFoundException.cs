namespace Rostering.CpSat.Engine;

/// <summary>A part that the engine is made of is missing or will not start; the message names it and the remedy.</summary>
public sealed class EngineNotFoundException(string missing, string remedy, Exception? inner = null)
    : EngineException($"{missing} {remedy}", inner)
{
    /// <summary>What is missing, and where it was looked for.</summary>
    public string Missing { get; } = missing;

    /// <summary>What to do about it.</summary>
    public string Remedy { get; } = remedy;
}
