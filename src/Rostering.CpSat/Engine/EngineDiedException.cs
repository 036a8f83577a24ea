namespace Rostering.CpSat.Engine;

/// <summary>A solver process died in mid-solve and the one retry, on a fresh process, died as well.</summary>
public sealed class EngineDiedException(EngineDeath death)
    : EngineException(death.ToString())
{
    /// <summary>How the last process died.</summary>
    public EngineDeath Death { get; } = death;
}

/// <summary>How a solver process ended, and over what.</summary>
/// <param name="Cause">Why it ended, as far as we know.</param>
/// <param name="ExitCode">Its exit code; 128 + n for a death by signal n.</param>
/// <param name="LastErrors">The last lines that it wrote to its error output.</param>
/// <param name="ModelBytes">Size of the model that it was solving.</param>
/// <param name="Attempts">How many processes have tried this model.</param>
public sealed record EngineDeath(string Cause, int ExitCode, string LastErrors, int ModelBytes, int Attempts)
{
    /// <inheritdoc />
    public override string ToString() =>
        $"The solver process died ({Cause}; exit code {ExitCode}) in attempt {Attempts} on a model of {ModelBytes:N0} bytes. "
        + (LastErrors.Length == 0 ? "It wrote nothing to its error output." : $"Its last words: {LastErrors}");
}
