using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.Sleepover;

/// <summary>
/// A sleepover or waking night starts exactly as asked and is whole: one visit, the same workers throughout (H16). Counted in minutes moved.
/// </summary>
public sealed class SleepoverRule : Rule, IVisitRule
{
    public static readonly Term Breach = new("sleepover", RuleLevel.Hard, "minutes moved");

    public override string Key => Breach.Key;
    public override string Sentence => "A sleepover or waking night is whole, with the same workers throughout, and starts at its fixed time.";
    public override string Source => "requirements H16 [000:362]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckVisit(Schedule schedule, PreparedVisit visit, FindingSink sink)
    {
        if (visit.Night && schedule.Covered(visit.Index))
        {
            (int start, int fixedStart) = (schedule.Start(visit.Index), FixedStart(visit));
            sink.Add(Breach, Math.Abs(start - fixedStart), visit: visit.Index, have: start, need: fixedStart);
        }
    }

    internal static int FixedStart(PreparedVisit night) => night.Wanted >= 0 ? night.Wanted : night.EarliestStart;

    public override string Describe(PreparedProblem problem, in Finding finding) =>
        $"{Wording.Opening(problem, finding.Visit)} starts {Wording.When(problem, finding.Have)}, its fixed start is {Wording.When(problem, finding.Need)}.";
}
