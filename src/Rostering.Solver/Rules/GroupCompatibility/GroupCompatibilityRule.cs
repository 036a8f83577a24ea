using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.GroupCompatibility;

/// <summary>People for whom a shared session would not work are not brought together in one (H08, T32). Counted in pairs of people.</summary>
public sealed class GroupCompatibilityRule : Rule, IVisitRule
{
    public static readonly Term Breach = new("group-compatibility", RuleLevel.Hard, "pairs of people");

    public override string Key => Breach.Key;
    public override string Sentence => "People who do not get on are not supported in the same session.";
    public override string Source => "requirements H08 [001:2621-2623]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckVisit(Schedule schedule, PreparedVisit visit, FindingSink sink)
    {
        if (!schedule.Covered(visit.Index))
        {
            return;
        }

        for (int i = 0; i < visit.People.Length; i++)
        {
            for (int j = i + 1; j < visit.People.Length; j++)
            {
                if (schedule.Problem.People[visit.People[i]].IncompatibleWith.Contains(visit.People[j]))
                {
                    sink.Add(Breach, 1, visit: visit.Index, other: visit.People[j], have: visit.People[i]);
                }
            }
        }
    }

    /// <summary>True when two people of the session do not get on, so that nobody may make it.</summary>
    internal static bool Forbids(PreparedProblem problem, PreparedVisit visit) =>
        visit.People.Any(person => problem.People[person].IncompatibleWith.Any(visit.People.Contains));

    public override string Describe(PreparedProblem problem, in Finding finding) =>
        $"{Wording.Person(problem, (int)finding.Have)} and {Wording.Person(problem, finding.Other)} are recorded as not getting on, "
        + $"{Wording.Visit(problem, finding.Visit)} brings them together.";
}
