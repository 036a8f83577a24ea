namespace Rostering.CpSat.Engine;

/// <summary>A solver process ended; <see cref="ProcessEngine"/> decides whether to try again.</summary>
internal sealed class SolverProcessDiedException(string cause, int exitCode, string lastErrors, bool worthRetrying)
    : Exception($"{cause}; exit code {exitCode}. {lastErrors}")
{
    public string Cause { get; } = cause;

    public int ExitCode { get; } = exitCode;

    public string LastErrors { get; } = lastErrors;

    /// <summary>False where a fresh process would only go the same way.</summary>
    public bool WorthRetrying { get; } = worthRetrying;
}
