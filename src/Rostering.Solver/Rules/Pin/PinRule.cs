using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.Pin;

/// <summary>What a person fixed by hand stays: the pinned workers are on the visit, and it starts when pinned. Counted in pins not kept.</summary>
public sealed class PinRule : Rule, IVisitRule
{
    public static readonly Term Breach = new("pin", RuleLevel.Hard, "pins not kept");

    public override string Key => Breach.Key;
    public override string Sentence => "A worker or a start fixed by hand is kept.";
    public override string Source => "house rule: the manager decides";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckVisit(Schedule schedule, PreparedVisit visit, FindingSink sink)
    {
        foreach (int worker in visit.PinnedWorkers)
        {
            sink.Add(Breach, Array.IndexOf(schedule.Workers(visit.Index), worker) < 0 ? 1 : 0, worker, visit.Index);
        }

        if (visit.PinnedStart >= 0 && schedule.Covered(visit.Index))
        {
            int start = schedule.Start(visit.Index);
            sink.Add(Breach, start == visit.PinnedStart ? 0 : 1, visit: visit.Index, have: start, need: visit.PinnedStart);
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding) => finding.Worker < 0
        ? $"{Wording.Opening(problem, finding.Visit)} is pinned to start {Wording.When(problem, finding.Need)}, it starts {Wording.When(problem, finding.Have)}."
        : $"{Wording.Worker(problem, finding.Worker)} is pinned to {Wording.Visit(problem, finding.Visit)} but does not make it.";
}
