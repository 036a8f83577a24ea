using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.Grade;

/// <summary>Every worker of a visit has at least the grade its activity allows (H07). Counted in grades short.</summary>
public sealed class GradeRule : Rule, IPairRule
{
    public static readonly Term Breach = new("grade", RuleLevel.Hard, "grades short");

    public override string Key => Breach.Key;
    public override string Sentence => "Every worker of a visit has at least the grade that its activity calls for.";
    public override string Source => "requirements H07 [001:1818-1819]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckPair(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex, FindingSink sink)
    {
        (int have, int need) = (worker.Source.Grade, visit.Source.GradeMin);
        sink.Add(Breach, need - have, worker.Index, visit.Index, have: have, need: need);
    }

    public override string Describe(PreparedProblem problem, in Finding finding) =>
        $"{Wording.Worker(problem, finding.Worker)} is of grade {finding.Have}, {Wording.Visit(problem, finding.Visit)} needs grade {finding.Need}.";
}
