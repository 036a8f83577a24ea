using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.SynchronisedVisits;

/// <summary>
/// Two synchronised visits start at the same moment; one alone is not what was asked for, so both are covered or neither is. Counted in
/// minutes between the starts, or in the minutes of the visit that is covered alone.
/// </summary>
public sealed class SynchronisedVisitsRule : Rule, ILinkRule
{
    public static readonly Term Breach = new("synchronised-visits", RuleLevel.Hard, "minutes apart or alone");

    public override string Key => Breach.Key;
    public override string Sentence => "Visits that belong together start at the same time, or neither is covered.";
    public override string Source => "the person's plan; requirements §8.2 item 6 [000:508]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckLink(Schedule schedule, PreparedLink link, FindingSink sink)
    {
        if (link.Kind != LinkKind.Synchronised)
        {
            return;
        }

        switch (schedule.Covered(link.First), schedule.Covered(link.Second))
        {
            case (true, true):
                (int first, int second) = (schedule.Start(link.First), schedule.Start(link.Second));
                sink.Add(Breach, Math.Abs(first - second), visit: link.First, other: link.Second, have: first, need: second);
                break;
            case (true, false):
                sink.Add(Breach, schedule.Problem.Visits[link.First].Minutes, visit: link.First, other: link.Second);
                break;
            case (false, true):
                sink.Add(Breach, schedule.Problem.Visits[link.Second].Minutes, visit: link.Second, other: link.First);
                break;
        }
    }

    // Starts that differ are told apart from a visit covered alone by being given at all.
    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        (string visit, string other) = (Wording.Opening(problem, finding.Visit), Wording.Visit(problem, finding.Other));
        return finding.Have == finding.Need
            ? $"{visit} is covered and {other} is not, the two belong together."
            : $"{visit} starts {Wording.When(problem, finding.Have)} and {other} {Wording.When(problem, finding.Need)}, they must start together.";
    }
}
