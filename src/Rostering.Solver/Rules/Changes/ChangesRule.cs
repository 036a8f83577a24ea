using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.Changes;

/// <summary>What differs from the rota people hold: each published worker who no longer makes a visit, and each minute its start moved.</summary>
public sealed class ChangesRule : Rule, IVisitRule
{
    public static readonly Term Worker = new(WeightKeys.ChangedWorker, RuleLevel.Soft, "workers");
    public static readonly Term Start = new(WeightKeys.ChangedStart, RuleLevel.Soft, "minutes");

    public override string Key => "changes";

    public override string Sentence => "What people were told stays as it is, as far as it can.";

    public override string Source => "requirements §8.2 (3) [001:2476]";

    public override ImmutableArray<Term> Terms { get; } = [Worker, Start];

    public void CheckVisit(Schedule schedule, PreparedVisit visit, FindingSink sink)
    {
        if (visit.Published is not { } published)
        {
            return;
        }

        int[] workers = schedule.Workers(visit.Index);
        foreach (int worker in published.Workers)
        {
            if (Array.IndexOf(workers, worker) < 0)
            {
                sink.Add(Worker, 1, worker, visit.Index);
            }
        }

        if (schedule.Covered(visit.Index))
        {
            int start = schedule.Start(visit.Index);
            sink.Add(Start, Math.Abs(start - published.Start), visit: visit.Index, have: start, need: published.Start);
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        string visit = Wording.Visit(problem, finding.Visit);
        return finding.Term == Worker
            ? $"{Wording.Worker(problem, finding.Worker)} was published for {visit} and is no longer on it."
            : $"The start of {visit} moves from {Wording.When(problem, finding.Need)} as published to {Wording.When(problem, finding.Have)}.";
    }
}
