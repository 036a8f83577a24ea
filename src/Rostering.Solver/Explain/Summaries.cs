using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Explain;

/// <summary>Sentences for people who never saw a rule.</summary>
internal static class Summaries
{
    private const int NearestNamed = 3;

    /// <summary>The visit and who makes it, or that nobody does.</summary>
    public static string Headline(
        PreparedProblem problem, PreparedVisit visit, bool covered, ImmutableArray<ChosenWorker> chosen, ImmutableArray<Alternative> alternatives)
    {
        string what = WhatAndWhen(problem, visit);
        if (covered)
        {
            string others = alternatives.Length switch { 0 => "Nobody else", 1 => "One other worker", int n => $"{n} others" };
            return $"{what}: {Wording.Join([.. chosen.Select(c => c.Name)])}. {others} could come without breaking a rule.";
        }

        if (alternatives.Length >= visit.Seats)
        {
            return $"{what}: nobody yet, though {alternatives.Length} could come as things stand: {Wording.Join([.. alternatives.Take(NearestNamed).Select(a => a.Name)])}.";
        }

        return visit.Seats > 1
            ? $"{what}: nobody yet. It needs {visit.Seats} workers at once; {alternatives.Length} could come."
            : $"{what}: nobody yet.";
    }

    /// <summary>What keeps the nearest workers away.</summary>
    public static string Nearest(ImmutableArray<Refusal> refusals) =>
        refusals.IsEmpty ? string.Empty : $" Nearest: {string.Join(' ', refusals.Take(NearestNamed).SelectMany(r => r.Reasons))}";

    /// <summary>What a term changes by: "Hours short of the contract +30 min (+£1.50)".</summary>
    public static string Difference(Term term, long amount, long points)
    {
        string sign = amount > 0 ? "+" : "−";
        string much = ObjectiveWording.Amount(term.Unit, Math.Abs(amount));
        string worth = ObjectiveWording.Pounds(Math.Abs(points));
        return $"{ObjectiveWording.Name(term.Key)} {sign}{much}" + (much == worth ? string.Empty : $" ({sign}{worth})");
    }

    private static string WhatAndWhen(PreparedProblem problem, PreparedVisit visit)
    {
        string people = visit.People.IsEmpty ? visit.Source.Kind.ToString() : string.Join(" and ", visit.People.Select(p => problem.People[p].Source.Name));
        return $"{people}, {visit.Source.EarliestStart:ddd HH:mm} for {Wording.Hours(visit.Minutes)}";
    }
}
