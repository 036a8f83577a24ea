namespace Rostering.Solver.Problem.Validation;

/// <summary>One thing wrong with a problem or a rota: where, what was found there, why it is wrong, and what to do about it.</summary>
/// <param name="Path">Where, as a JSON path such as <c>$.visits[3].minutes</c>.</param>
/// <param name="Value">What was found there, as text; <c>(missing)</c> where nothing was.</param>
/// <param name="Message">Why it cannot stand.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record ProblemError(string Path, string Value, string Message, string Remedy)
{
    public override string ToString() => $"{Path}: {Message} Found: {Value}. {Remedy}";
}
