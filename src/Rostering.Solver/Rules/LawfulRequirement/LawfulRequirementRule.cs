using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.LawfulRequirement;

/// <summary>
/// What the law lets a person require of a worker, recorded with its reason, is met by every worker who comes (H06, T20): gender, language.
/// The problem has no way to write down any other requirement. Counted in requirements not met.
/// </summary>
public sealed class LawfulRequirementRule : Rule, IPairRule
{
    public static readonly Term Breach = new("lawful-requirement", RuleLevel.Hard, "requirements not met");

    public override string Key => Breach.Key;
    public override string Sentence => "Every worker meets what the person may lawfully require: a gender or a language, with a recorded reason.";
    public override string Source => "Equality Act 2010, sch 9 para 1; requirements H06 [002:497-499]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckPair(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex, FindingSink sink)
    {
        foreach (int person in visit.People)
        {
            sink.Add(Breach, problem.People[person].RequirementsUnmet[worker.Index], worker.Index, visit.Index, other: person);
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        Worker worker = problem.Workers[finding.Worker].Source;
        IEnumerable<string> unmet =
            from requirement in problem.People[finding.Other].Source.Requirements
            where !requirement.MetBy(worker)
            select $"{(requirement.Kind == RequirementKind.Gender ? "gender" : "language")} {requirement.Value} ({requirement.Reason})";
        return $"{Wording.Person(problem, finding.Other)} requires {Wording.Join([.. unmet])}, which {worker.Name} does not meet.";
    }
}
