using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.Exclusion;

/// <summary>
/// A worker whom a person does not want, and a person whom a worker asked not to support, are not brought together (H04, T14). An
/// exclusion holds from its date: a night that reaches into that date is out already. Counted in visits and people.
/// </summary>
public sealed class ExclusionRule : Rule, IPairRule
{
    public static readonly Term Breach = new("exclusion", RuleLevel.Hard, "visits");

    public override string Key => Breach.Key;
    public override string Sentence => "A worker never supports a person who does not want them, nor one they asked not to support.";
    public override string Source => "requirements H04 [000:500], [002:257]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckPair(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex, FindingSink sink)
    {
        int start = visit.Starts[startIndex];
        foreach (int person in visit.People)
        {
            if (Apart(problem.People[person], worker, start + visit.Minutes))
            {
                sink.Add(Breach, 1, worker.Index, visit.Index, other: person, have: start);
            }
        }
    }

    /// <summary>True when somebody's choice keeps the worker from the visit.</summary>
    internal static bool Prevents(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int start)
    {
        foreach (int person in visit.People)
        {
            if (Apart(problem.People[person], worker, start + visit.Minutes))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Apart(PreparedPerson person, PreparedWorker worker, int end) =>
        end > person.ExcludedFrom[worker.Index] || person.OptedOut[worker.Index];

    // Which of the two asked is private, and no mark against either.
    public override string Describe(PreparedProblem problem, in Finding finding) =>
        $"{Wording.Worker(problem, finding.Worker)} does not support {Wording.Person(problem, finding.Other)} by the choice of one of them, "
        + $"so not at {Wording.When(problem, finding.Have)} either.";
}
