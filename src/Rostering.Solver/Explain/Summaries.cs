using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Explain;

/// <summary>Sentences for people who never saw a rule.</summary>
internal static class Summaries
{
    private const int RefusalsNamed = 3;

    public static string Of(
        PreparedProblem problem, PreparedVisit visit, bool covered, ImmutableArray<ChosenWorker> chosen, ImmutableArray<Alternative> alternatives, ImmutableArray<Refusal> refusals)
    {
        string what = $"{WhatAndWhen(problem, visit)}";
        if (covered)
        {
            string others = alternatives.Length switch { 0 => "nobody else could", 1 => "one other worker could", int n => $"{n} others could" };
            return $"{what} is made by {string.Join(" and ", chosen.Select(c => c.Name))}; {others} without breaking a rule.";
        }

        if (alternatives.Length >= visit.Seats)
        {
            return $"{what} has nobody, though {alternatives.Length} could come as things stand: {string.Join(", ", alternatives.Take(RefusalsNamed).Select(a => a.Name))}.";
        }

        string nearest = string.Join(" ", refusals.Take(RefusalsNamed).Select(r => $"{string.Join("; ", r.Reasons)}."));
        string need = visit.Seats > 1 ? $" It needs {visit.Seats} workers at once; {alternatives.Length} could come." : string.Empty;
        return $"{what} has nobody.{need} Nearest: {nearest}";
    }

    /// <summary>What a term changes, in words: <c>£4.20 dearer</c>, or amount and unit.</summary>
    public static string Difference(Term term, long amount, long points) =>
        $"{(amount > 0 ? "+" : "−")}{Math.Abs(amount)} {term.Unit} ({(points > 0 ? "+" : "−")}{Pounds(Math.Abs(points))} of score)";

    /// <summary>Thousandths of a penny as pounds.</summary>
    public static string Pounds(long milliPence) => $"£{milliPence / 100_000m:0.00}";

    private static string WhatAndWhen(PreparedProblem problem, PreparedVisit visit)
    {
        string people = visit.People.IsEmpty ? visit.Source.Kind.ToString() : string.Join(" and ", visit.People.Select(p => problem.People[p].Source.Name));
        return $"{people}, {visit.Source.EarliestStart:ddd HH:mm} for {visit.Minutes} min,";
    }
}
