using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Tests.Builders;

/// <summary>A rota with what the checker says of it, asked term by term.</summary>
internal sealed record CheckedRota(PreparedProblem Problem, WeeklyRota Rota, RotaCheck Check)
{
    /// <summary>Checks a rota written as in <see cref="Rotas.Of"/>.</summary>
    public static CheckedRota Of(RotaProblem problem, params (string Visit, string Start, string Workers)[] assignments)
    {
        WeeklyRota rota = Rotas.Of(problem, assignments);
        var prepared = PreparedProblem.From(problem, rota);
        return new CheckedRota(prepared, rota, RotaChecker.Check(Schedules.From(prepared, rota)));
    }

    /// <summary>What the rota counts of a term.</summary>
    public long Amount(Term term) => Check.Findings.Where(f => f.Term == term).Sum(f => f.Amount);

    /// <summary>The sentences of a term's findings.</summary>
    public string[] Sentences(Term term) =>
        [.. Check.Findings.Where(f => f.Term == term).Select(f => RuleCatalogue.Of(term).Describe(Problem, f))];
}
