using System.Collections.Immutable;
using Rostering.Solver.Demonstration.Drafts;

namespace Rostering.Solver.Demonstration.Plan;

/// <summary>Who makes which visit, from which elapsed minute.</summary>
internal sealed class HiddenPlan
{
    private readonly List<PlannedVisit> visits = [];

    public IReadOnlyList<PlannedVisit> Visits => visits;

    public void Add(DraftVisit visit, int start, ImmutableArray<DraftWorker> workers) => visits.Add(new PlannedVisit(visit, start, workers));
}

/// <summary>A visit with its planned start, in elapsed minutes, and its workers.</summary>
internal sealed record PlannedVisit(DraftVisit Visit, int Start, ImmutableArray<DraftWorker> Workers);
