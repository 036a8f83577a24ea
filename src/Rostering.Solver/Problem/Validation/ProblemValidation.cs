using System.Collections.Immutable;
using NodaTime;

namespace Rostering.Solver.Problem.Validation;

/// <summary>
/// Validates a problem: whether it makes sense as one week, whatever the rota. What a rota may break, such as a missing consent or a
/// visit shorter than the minimum, is the rules' affair and no error here.
/// </summary>
public static class ProblemValidation
{
    private const int YearMin = 2000;
    private const int YearMax = 2199;

    /// <summary>Every fault of the problem; empty where it can be solved.</summary>
    public static ImmutableArray<ProblemError> Check(RotaProblem problem)
    {
        var findings = new Findings();
        Check(problem, findings);
        return findings.Errors;
    }

    internal static void Check(RotaProblem problem, Findings findings)
    {
        var context = new ValidationContext(problem, findings);
        FormatVersion.Check(problem.Format, findings);
        findings.NotBlank("$.provider", problem.Provider, "Give the provider's name as it stands on the rota.");
        PlaceChecks.Check(context);
        PersonChecks.Check(context);
        FundChecks.Check(context);
        WorkerChecks.Check(context);
        VisitChecks.Check(context);
        LinkChecks.Check(context);
        PinChecks.Check(context);
        PublishedChecks.Check(context);
        TravelChecks.Check(context);
        ParameterChecks.Check(context);
        TermChecks.Check(context);
        ScoreRange.Check(context);
        CheckWeek(problem.WeekStart, findings);
    }

    // Comes last: a week that starts on the wrong day is still the week that the dates above were held against.
    private static void CheckWeek(LocalDate start, Findings findings)
    {
        string text = LocalTimes.Text(start);
        if (start.Year is < YearMin or > YearMax)
            findings.Add("$.weekStart", text, $"The week lies outside the years {YearMin} to {YearMax}.", "Correct the year.");
        else if (start.DayOfWeek != IsoDayOfWeek.Monday)
        {
            findings.Add("$.weekStart", text,
                "A week starts on a Monday.", $"Use {start.Previous(IsoDayOfWeek.Monday):uuuu-MM-dd}, the Monday before.");
        }
    }
}
