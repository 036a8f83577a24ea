using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.KnownWorker;

/// <summary>
/// A risk-flagged person is never alone with a worker who does not know them: a visit by one worker is by a known one, and a first shift
/// is beside one (H09). Who is known is decided before the week. Counted in people left without a known worker.
/// </summary>
public sealed class KnownWorkerRule : Rule, IVisitRule
{
    public static readonly Term Breach = new("known-worker", RuleLevel.Hard, "people without a known worker");

    public override string Key => Breach.Key;
    public override string Sentence => "A person assessed as needing known workers always has one there: nobody makes a first visit to them alone.";
    public override string Source => "requirements H09 [000:462]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckVisit(Schedule schedule, PreparedVisit visit, FindingSink sink)
    {
        if (!schedule.Covered(visit.Index))
        {
            return;
        }

        foreach (int person in visit.People)
        {
            PreparedPerson supported = schedule.Problem.People[person];
            if (supported.Source.KnownWorkersOnly && !AnyKnown(supported, schedule.Workers(visit.Index)))
            {
                sink.Add(Breach, 1, visit: visit.Index, other: person);
            }
        }
    }

    private static bool AnyKnown(PreparedPerson person, int[] workers)
    {
        foreach (int worker in workers)
        {
            if (person.Known[worker])
            {
                return true;
            }
        }

        return false;
    }

    public override string Describe(PreparedProblem problem, in Finding finding) =>
        $"{Wording.Person(problem, finding.Other)} needs a known worker, {Wording.Visit(problem, finding.Visit)} has none.";
}
