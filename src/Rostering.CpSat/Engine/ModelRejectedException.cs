namespace Rostering.CpSat.Engine;

/// <summary>The solver answered <c>MODEL_INVALID</c>: the model or the parameters break a rule of CP-SAT's.</summary>
public sealed class ModelRejectedException(string validation)
    : EngineException($"The solver rejects the model: {validation}")
{
    /// <summary>The solver's own words.</summary>
    public string Validation { get; } = validation;
}
