namespace Rostering.CpSat.Model;

/// <summary>A model that CP-SAT would refuse, with every reason.</summary>
public sealed class InvalidModelException : Exception
{
    internal InvalidModelException(IReadOnlyList<string> errors)
        : base($"The model breaks {errors.Count} rule(s) of CP-SAT's:{string.Concat(errors.Select(error => $"\n- {error}"))}") =>
        Errors = errors;

    /// <summary>What is wrong, one sentence each, as <see cref="CpModel.Validate"/> gives them.</summary>
    public IReadOnlyList<string> Errors { get; }
}
