using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.Development;

/// <summary>A person whom fewer than two workers know, and whom no new one meets this week, depends on one worker's health.</summary>
public sealed class DevelopmentRule : Rule, IPersonRule
{
    private const int KnownWorkersWanted = 2;

    public static readonly Term SecondWorker = new(WeightKeys.SecondWorker, RuleLevel.Soft, "people");

    public override string Key => "development";

    public override string Sentence => "Every person gets to know a second worker.";

    public override string Source => "requirements §8.2 (8) [001:723-725], [001:1475]";

    public override ImmutableArray<Term> Terms { get; } = [SecondWorker];

    /// <summary>True for a person with visits whom too few workers know.</summary>
    public static bool Concerns(PreparedPerson person) => person.KnownWorkers < KnownWorkersWanted && !person.Visits.IsEmpty;

    public void CheckPerson(Schedule schedule, PreparedPerson person, FindingSink sink)
    {
        if (Concerns(person) && !MeetsNewWorker(schedule, person))
        {
            sink.Add(SecondWorker, 1, other: person.Index, have: person.KnownWorkers, need: KnownWorkersWanted);
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding) =>
        $"{Wording.Count(finding.Have, "worker")} {(finding.Have == 1 ? "knows" : "know")} {Wording.Person(problem, finding.Other)}, and no other gets to know them this week.";

    private static bool MeetsNewWorker(Schedule schedule, PreparedPerson person)
    {
        foreach (int visit in person.Visits)
        {
            foreach (int worker in schedule.Workers(visit))
            {
                if (!person.Known[worker])
                {
                    return true;
                }
            }
        }

        return false;
    }
}
