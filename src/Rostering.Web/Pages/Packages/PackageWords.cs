using System.Globalization;
using NodaTime;
using Rostering.Solver.Explain.Packages;

namespace Rostering.Web.Pages.Packages;

/// <summary>What the page of a package says.</summary>
internal static class PackageWords
{
    /// <summary>The id of a field's input in the page.</summary>
    public static string Id(string field) =>
        $"form-{field.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-')}".ToLowerInvariant();

    /// <summary>What a field is called in a list of what is wrong.</summary>
    public static string Field(string field) => field switch
    {
        "WeeklyPounds" => "Pounds a week",
        "WeeklyHours" => "Hours a week",
        "From" => "First day",
        "Near" => "Known place",
        "GenderReason" => "Reason",
        _ when field.Contains('.', StringComparison.Ordinal) => $"Time {field["Times[".Length] - '0' + 1}, {field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..].ToLowerInvariant()}",
        _ => field,
    };

    public static string Day(LocalDate day) => day.ToString("dddd d MMMM", CultureInfo.InvariantCulture);

    public static string Headline(PackageAnswer answer) => answer.Verdict switch
    {
        PackageVerdict.Yes => $"Yes, from {Day(answer.From!.Value)}",
        PackageVerdict.FromWhen => $"Not at once, but from {Day(answer.From!.Value)}",
        _ => "No way was found",
    };

    public static string Icon(PackageVerdict verdict) => verdict switch { PackageVerdict.Yes => "✓", PackageVerdict.FromWhen => "⏳", _ => "✕" };

    public static string Meaning(PackageAnswer answer)
    {
        string tried = $"{(answer.Weeks.Length == 1 ? "The week" : $"The {answer.Weeks.Length} weeks")} to {Day(answer.TriedUntil)} {(answer.Weeks.Length == 1 ? "was" : "were")} tried.";
        return answer.Verdict switch
        {
            PackageVerdict.Yes => $"{tried} Every visit has its workers, no rule is broken, and nobody else loses a visit.",
            PackageVerdict.FromWhen => $"{tried} Before that day some visits would have nobody.",
            _ => $"{tried} In some of them a visit would have nobody, or too few of them are free at the end to promise anything.",
        };
    }
}
