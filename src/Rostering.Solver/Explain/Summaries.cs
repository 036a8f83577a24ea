using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Explain;

/// <summary>Sentences for people who never saw a rule.</summary>
internal static class Summaries
{
    private const int NearestNamed = 3;

    /// <summary>The visit and who makes it, or that nobody does.</summary>
    public static string Headline(
        Schedule schedule, PreparedVisit visit, ImmutableArray<ChosenWorker> chosen, ImmutableArray<Alternative> alternatives)
    {
        string what = WhatAndWhen(schedule, visit);
        if (schedule.Covered(visit.Index))
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

    // The start given; for a gap, the first that was possible.
    private static string WhatAndWhen(Schedule schedule, PreparedVisit visit)
    {
        PreparedProblem problem = schedule.Problem;
        int start = schedule.Covered(visit.Index) ? schedule.Start(visit.Index) : visit.Starts[0];
        string people = visit.People.IsEmpty ? visit.Source.Kind.ToString() : string.Join(" and ", visit.People.Select(p => problem.People[p].Source.Name));
        return $"{people}, {Wording.When(problem, start)} for {Wording.Hours(visit.Minutes)}";
    }
}
