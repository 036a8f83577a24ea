using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Tests.Builders;

/// <summary>
/// Times as words: <c>mon 07:00</c>, <c>next mon 02:00</c> for the week after, <c>last sun 21:00</c> for the week before.
/// </summary>
internal static class TestWeek
{
    /// <summary>The Monday of a week without a change of clocks.</summary>
    public static readonly LocalDate Monday = new(2026, 11, 16);

    /// <summary>The days as words, Monday first.</summary>
    public static readonly ImmutableArray<string> Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static LocalDateTime At(string words) => At(words, Monday);

    public static LocalDateTime At(string words, LocalDate monday)
    {
        string[] parts = words.Split(' ');
        int week = parts[0] switch { "next" => 1, "last" => -1, _ => 0 };
        int day = Days.IndexOf(parts[^2]);
        if (day < 0)
            throw new ArgumentException($"'{words}' names no day; write it like 'mon 07:00'.");
        var time = TimeOnly.ParseExact(parts[^1], "HH:mm", CultureInfo.InvariantCulture);
        return monday.PlusWeeks(week).PlusDays(day).At(new LocalTime(time.Hour, time.Minute));
    }

    public static LocalInterval Span(string start, string end) => Span(start, end, Monday);

    public static LocalInterval Span(string start, string end, LocalDate monday) => new(At(start, monday), At(end, monday));
}
