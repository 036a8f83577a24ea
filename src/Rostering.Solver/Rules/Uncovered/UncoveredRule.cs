using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules.Uncovered;

/// <summary>Support that nobody gives, in minutes for each worker it needs, apart by assessed need. A level of its own, above every preference.</summary>
public sealed class UncoveredRule : Rule, IVisitRule
{
    public static readonly Term Critical = new(WeightKeys.UncoveredCritical, RuleLevel.Uncovered, "minutes");
    public static readonly Term Substantial = new(WeightKeys.UncoveredSubstantial, RuleLevel.Uncovered, "minutes");
    public static readonly Term Moderate = new(WeightKeys.UncoveredModerate, RuleLevel.Uncovered, "minutes");
    public static readonly Term Low = new(WeightKeys.UncoveredLow, RuleLevel.Uncovered, "minutes");

    public override string Key => "uncovered";

    public override string Sentence => "As little support as possible is left uncovered, and least where the assessed need is greatest.";

    public override string Source => "requirements §8.2 (1) [001:1016-1019], [004:437]: by need, never by who asked loudest";

    public override ImmutableArray<Term> Terms { get; } = [Critical, Substantial, Moderate, Low];

    /// <summary>The term that counts a visit of this need.</summary>
    public static Term Of(Need need) => need switch
    {
        Need.Critical => Critical,
        Need.Substantial => Substantial,
        Need.Moderate => Moderate,
        _ => Low,
    };

    /// <summary>What leaving the visit uncovered counts.</summary>
    public static long Amount(PreparedVisit visit) => (long)visit.Minutes * visit.Seats;

    public void CheckVisit(Schedule schedule, PreparedVisit visit, FindingSink sink)
    {
        if (!schedule.Covered(visit.Index))
        {
            sink.Add(Of(visit.Source.Need), Amount(visit), visit: visit.Index, need: visit.Seats);
        }
    }

    public override string Describe(PreparedProblem problem, in Finding finding)
    {
        PreparedVisit visit = problem.Visits[finding.Visit];
        return $"Nobody makes {Wording.Visit(problem, finding.Visit)} at {Wording.When(problem, visit.Starts[0])}: {Wording.Hours(visit.Minutes)} "
            + $"for {Wording.Count(visit.Seats, "worker")}, {NeedInWords(visit.Source.Need)} need.";
    }

    private static string NeedInWords(Need need) => need switch
    {
        Need.Critical => "critical",
        Need.Substantial => "substantial",
        Need.Moderate => "moderate",
        _ => "low",
    };
}
