using System.Collections.Immutable;
using NodaTime;

namespace Rostering.Solver.Problem.Validation;

/// <summary>Holds local times against the clocks of the problem's zone.</summary>
internal sealed class LocalTimes
{
    // A date further off than this is a slip of the pen, and would not fit the search's minutes.
    private const int YearsAway = 10;

    private readonly Findings findings;
    private readonly DateTimeZone? zone;
    private readonly LocalDate weekStart;

    public LocalTimes(Findings findings, RotaProblem problem)
    {
        this.findings = findings;
        zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(problem.Zone);
        weekStart = problem.WeekStart;
        if (zone is null)
            findings.Add("$.zone", problem.Zone, "No such time zone is known.", "Use a name of the IANA database, such as Europe/London.");
    }

    /// <summary>Notes a time that the clocks skip or show twice, or that lies years away from the week.</summary>
    public void Check(string path, LocalDateTime time)
    {
        if (Math.Abs((long)time.Year - weekStart.Year) > YearsAway)
        {
            findings.Add(path, Text(time),
                $"The time lies more than {YearsAway} years from the week.",
                "Correct the year, or end the span near the week.", "$.weekStart");
            return;
        }

        int meanings = zone?.MapLocal(time).Count ?? 1;
        if (meanings == 0)
        {
            findings.Add(path, Text(time),
                "The time does not exist: the clocks go forward over it.", "Use a time before or after the missing hour.", "$.zone");
        }
        else if (meanings > 1)
        {
            findings.Add(path, Text(time),
                "The time comes twice: the clocks go back over it.", "Use a time before or after the repeated hour.", "$.zone");
        }
    }

    /// <summary>Notes a span whose ends are no good times, or that does not end after its start.</summary>
    public void Check(string path, LocalInterval span)
    {
        Check($"{path}.start", span.Start);
        Check($"{path}.end", span.End);
        if (span.End <= span.Start)
        {
            findings.Add($"{path}.end", Text(span.End),
                $"The span must end after its start, {Text(span.Start)}.",
                "Swap the two, or correct the day.", $"{path}.start", $"{path}.end");
        }
    }

    public void CheckAll(string path, ImmutableArray<LocalInterval> spans)
    {
        for (int index = 0; index < spans.Length; index++)
            Check($"{path}[{index}]", spans[index]);
    }

    /// <summary>Notes a start outside the week, counted from its Monday even where it was said to start later.</summary>
    public void CheckInWeek(string path, LocalDateTime start)
    {
        Check(path, start);
        int day = Period.DaysBetween(weekStart, start.Date) + (weekStart.DayOfWeek - IsoDayOfWeek.Monday);
        if (day is < 0 or >= 7)
        {
            findings.Add(path, Text(start),
                $"The start lies outside the week of {weekStart:uuuu-MM-dd}.",
                "Correct the date, or leave it to the week it belongs to.", "$.weekStart", path);
        }
    }

    public static string Text(LocalDate date) => date.ToString("uuuu-MM-dd", null);

    public static string Text(LocalDateTime time) => time.ToString("uuuu-MM-dd'T'HH:mm", null);
}
