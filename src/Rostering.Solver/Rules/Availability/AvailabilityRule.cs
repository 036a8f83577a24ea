using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.Availability;

/// <summary>A visit lies whole inside the time its workers said they can be asked for (H02). Counted in minutes outside it.</summary>
public sealed class AvailabilityRule : Rule, IPairRule
{
    public static readonly Term Breach = new("availability", RuleLevel.Hard, "minutes outside availability");

    public override string Key => Breach.Key;
    public override string Sentence => "A worker is asked only for times they declared themselves available, from the start of a visit to its end.";
    public override string Source => "requirements H02 [001:2493-2497], [001:2556]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    // Spans of availability are merged, so minutes add up to the whole visit only where one span holds it.
    public void CheckPair(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex, FindingSink sink)
    {
        int start = visit.Starts[startIndex];
        int available = 0;
        foreach (MinuteSpan span in worker.Available)
        {
            available += span.Overlap(start, start + visit.Minutes);
        }

        sink.Add(Breach, visit.Minutes - available, worker.Index, visit.Index, other: start, have: available, need: visit.Minutes);
    }

    public override string Describe(PreparedProblem problem, in Finding finding) =>
        $"{Wording.Worker(problem, finding.Worker)} is not available for {Wording.Hours(finding.Amount)} "
        + $"of the {Wording.Hours(finding.Need)} of {Wording.Visit(problem, finding.Visit)} at {Wording.When(problem, finding.Other)}.";
}
