using System.Collections.Immutable;

namespace Rostering.Solver.Problem.Validation;

/// <summary>
/// Finds visits that follow one another in a circle. Visits that start together count as one: none of them can follow another of them.
/// </summary>
internal sealed class PrecedenceCycles
{
    private readonly Dictionary<VisitId, VisitId> leaders = [];
    private readonly Dictionary<VisitId, List<(int Link, VisitLink Step)>> steps = [];
    private readonly HashSet<VisitId> done = [];
    private readonly List<(int Link, ImmutableArray<VisitId> Cycle)> found = [];

    /// <summary>Each link that closes a circle, with the visits on it.</summary>
    public static IReadOnlyList<(int Link, ImmutableArray<VisitId> Cycle)> Find(ImmutableArray<VisitLink> links) =>
        new PrecedenceCycles(links).found;

    private PrecedenceCycles(ImmutableArray<VisitLink> links)
    {
        foreach (var link in links.Where(link => link.Kind == LinkKind.Synchronised))
            leaders[Leader(link.First)] = Leader(link.Second);
        foreach (var (index, link) in links.Index())
        {
            if (link.Kind != LinkKind.Precedence || link.First == link.Second)
                continue;
            var first = Leader(link.First);
            if (!steps.TryGetValue(first, out var onward))
                steps[first] = onward = [];
            onward.Add((index, link));
        }

        foreach (var start in links.Select(link => Leader(link.First)))
            Explore(start);
    }

    // A walk in depth on a stack of its own: a chain may be as long as the week has visits.
    private void Explore(VisitId start)
    {
        var walk = new List<(VisitId At, int Next)> { (start, 0) };
        var onWalk = new HashSet<VisitId> { start };
        while (walk.Count > 0)
        {
            var (at, next) = walk[^1];
            if (done.Contains(at) || next >= Onward(at).Count)
            {
                done.Add(at);
                onWalk.Remove(at);
                walk.RemoveAt(walk.Count - 1);
                continue;
            }

            walk[^1] = (at, next + 1);
            var (link, step) = Onward(at)[next];
            var target = Leader(step.Second);
            if (!onWalk.Add(target))
                found.Add((link, Circle(walk, target)));
            else
                walk.Add((target, 0));
        }
    }

    private ImmutableArray<VisitId> Circle(List<(VisitId At, int Next)> walk, VisitId target) =>
        [.. walk.SkipWhile(step => step.At != target).Select(step => Onward(step.At)[step.Next - 1].Step.First), target];

    private List<(int Link, VisitLink Step)> Onward(VisitId visit) => steps.GetValueOrDefault(visit) ?? [];

    private VisitId Leader(VisitId visit)
    {
        while (leaders.TryGetValue(visit, out var leader) && leader != visit)
            visit = leader;
        return visit;
    }
}
