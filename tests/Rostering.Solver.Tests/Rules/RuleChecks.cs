using Rostering.Solver.Rules;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

/// <summary>One rule's word on a rota of a week, written as in <see cref="Rotas.Of"/>.</summary>
internal static class RuleChecks
{
    /// <summary>By how much the rota breaks the rule.</summary>
    public static long Breach(this ProblemBuilder week, Term term, params (string Visit, string Start, string Workers)[] rota) =>
        CheckedRota.Of(week.Build(), rota).Amount(term);

    /// <summary>What the rule says of the rota.</summary>
    public static string[] Sentences(this ProblemBuilder week, Term term, params (string Visit, string Start, string Workers)[] rota) =>
        CheckedRota.Of(week.Build(), rota).Sentences(term);
}
