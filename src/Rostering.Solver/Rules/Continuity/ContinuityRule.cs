using System.Collections.Immutable;
using System.Numerics;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.Continuity;

/// <summary>
/// Who comes: a chosen worker costs nothing, an accepted, a known and a new one cost ever more, per visit, worker and person supported;
/// and each different face of the week beyond those a person wants.
/// </summary>
public sealed class ContinuityRule : Rule, IPairRule, IPersonRule
{
    private const int BitsPerWord = 64;

    public static readonly Term Accepted = new(WeightKeys.Accepted, RuleLevel.Soft, "visits");
    public static readonly Term Known = new(WeightKeys.Known, RuleLevel.Soft, "visits");
    public static readonly Term Stranger = new(WeightKeys.Stranger, RuleLevel.Soft, "visits");
    public static readonly Term Face = new(WeightKeys.Face, RuleLevel.Soft, "workers");

    public override string Key => "continuity";

    public override string Sentence => "People are supported by workers they chose or accepted, and by few different ones.";

    public override string Source => "requirements §8.2 (2) [000:498], [000:500], [000:562]";

    public override ImmutableArray<Term> Terms { get; } = [Accepted, Known, Stranger, Face];

    public void CheckPair(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex, FindingSink sink)
    {
        foreach (int person in visit.People)
        {
            if (Of(problem.People[person].Welcome[worker.Index]) is { } term)
            {
                sink.Add(term, 1, worker.Index, visit.Index, person);
            }
        }
    }

    public void CheckPerson(Schedule schedule, PreparedPerson person, FindingSink sink)
    {
        Span<ulong> seen = stackalloc ulong[(schedule.Problem.Workers.Length / BitsPerWord) + 1];
        foreach (int visit in person.Visits)
        {
            foreach (int worker in schedule.Workers(visit))
            {
                seen[worker / BitsPerWord] |= 1UL << (worker % BitsPerWord);
            }
        }

        int faces = 0;
        foreach (ulong word in seen)
        {
            faces += BitOperations.PopCount(word);
        }

        sink.Add(Face, faces - person.Source.FacesWanted, other: person.Index, have: faces, need: person.Source.FacesWanted);
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        string person = Wording.Person(problem, finding.Other);
        if (finding.Term == Face)
        {
            return $"{Wording.Count(finding.Have, "different worker")} come to {person} this week, who wants {finding.Need} at most.";
        }

        string worker = Wording.Worker(problem, finding.Worker);
        string visit = Wording.Visit(problem, finding.Visit);
        return finding.Term == Accepted ? $"{worker}, who makes {visit}, is accepted but not chosen by {person}."
            : finding.Term == Known ? $"{worker}, who makes {visit}, is known to {person}, who neither chose nor accepted them."
            : $"{worker}, who makes {visit}, is new to {person}.";
    }

    private static Term? Of(Welcome welcome) => welcome switch
    {
        Welcome.Chosen => null,
        Welcome.Accepted => Accepted,
        Welcome.Known => Known,
        _ => Stranger,
    };
}
