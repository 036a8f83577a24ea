using System.Text.RegularExpressions;
using Rostering.Solver.Problem.Validation;

namespace Rostering.Solver.Json;

/// <summary>
/// Says why a preference about a worker's race, religion, sexuality or age cannot be recorded, and who takes it from there. The format
/// has no name for such a preference, so it can only turn up as an unknown kind of requirement.
/// </summary>
internal static partial class UnlawfulPreference
{
    /// <summary>The same error, in words that fit where the value names a characteristic that the Equality Act 2010 protects.</summary>
    public static ProblemError Explain(ProblemError error) => RequirementKindPath().IsMatch(error.Path) && Protected().IsMatch(error.Value)
        ? error with
        {
            Message = "A person cannot ask for a worker by race, religion, sexuality, age or another characteristic "
                + "that the Equality Act 2010 protects.",
            Remedy = "Take it out of the file and pass it to the service manager, who talks with the person and records the refusal. "
                + "Gender for personal care and language may be required, each with its reason.",
        }

        : error;

    [GeneratedRegex(@"^\$(?:\.people\[\d+\])?\.requirements\[\d+\]\.kind$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RequirementKindPath();

    [GeneratedRegex(
        @"race|racial|colou?r|ethnic|nationality|religio|belief|faith|sexual|orientation|\bage|disab|marriage|marital|pregnan|transgender",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Protected();
}
