using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules.Competency;

/// <summary>
/// Vetting, statutory training and competencies that a visit asks for are valid for each of its workers from its start to its end (H05).
/// Counted in certificates lacking.
/// </summary>
public sealed class CompetencyRule : Rule, IPairRule
{
    public static readonly Term Breach = new("competency", RuleLevel.Hard, "certificates lacking");

    public override string Key => Breach.Key;
    public override string Sentence => "Every worker of a visit holds each competency it needs, valid on its dates.";
    public override string Source => "requirements H05 [000:382], [001:784], [002:1464]";
    public override ImmutableArray<Term> Terms { get; } = [Breach];

    public void CheckPair(PreparedProblem problem, PreparedWorker worker, PreparedVisit visit, int startIndex, FindingSink sink)
    {
        int start = visit.Starts[startIndex];
        for (int i = 0; i < visit.Competencies.Length; i++)
        {
            if (!Holds(worker, visit.Competencies[i], start, start + visit.Minutes))
            {
                sink.Add(Breach, 1, worker.Index, visit.Index, other: i, have: start);
            }
        }
    }

    private static bool Holds(PreparedWorker worker, int competency, int start, int end)
    {
        foreach ((int certified, MinuteSpan valid) in worker.Certified)
        {
            if (certified == competency && valid.Contains(start, end))
            {
                return true;
            }
        }

        return false;
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        Visit visit = problem.Visits[finding.Visit].Source;
        string competency = visit.Competencies[finding.Other].Value;
        string needed = $"{Wording.Visit(problem, finding.Visit)} at {Wording.When(problem, finding.Have)}";
        Certificate? latest = problem.Workers[finding.Worker].Source.Certificates.Where(c => c.Competency.Value == competency).MaxBy(c => c.ValidFrom);
        return latest is null
            ? $"{Wording.Worker(problem, finding.Worker)} does not hold {competency}, which {needed} needs."
            : $"{Wording.Worker(problem, finding.Worker)} holds {competency} from {latest.ValidFrom:d MMM uuuu}{Until(latest)}, not throughout {needed}.";
    }

    private static string Until(Certificate certificate) => certificate.ValidTo is { } to ? $" to {to:d MMM uuuu}" : "";
}
