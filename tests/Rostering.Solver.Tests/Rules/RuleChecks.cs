using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

/// <summary>What the checker says of one rule.</summary>
internal static class RuleChecks
{
    /// <summary>Breaches of one term in a rota, written as in <see cref="Rotas.Of"/>.</summary>
    public static ImmutableArray<Violation> Breaches(this ProblemBuilder week, Term term, params (string Visit, string Start, string Workers)[] rota)
    {
        RotaCheck check = RotaChecker.Check(PreparedProblem.From(week.Build()), Rotas.Of(week.Build(), rota));
        return [.. check.HardViolations.Where(violation => violation.Rule == term.Key)];
    }

    /// <summary>By how much a rota breaks one term.</summary>
    public static long Breach(this ProblemBuilder week, Term term, params (string Visit, string Start, string Workers)[] rota) =>
        week.Breaches(term, rota).Sum(violation => violation.Amount);
}
