using NodaTime;
using NodaTime.Text;

namespace Rostering.Solver.Json;

/// <summary>How a value is written as text.</summary>
/// <param name="Name">Name of the form, as JSON Schema's <c>format</c>.</param>
/// <param name="Pattern">Regular expression for readers of the schema; <c>null</c> where any text will do.</param>
/// <param name="Example">Shown in remedies, and stands in for a faulty value: a Monday, so that it gives no further fault.</param>
/// <param name="Parses">True for a text that can be read.</param>
internal sealed record TextForm(string Name, string? Pattern, string Example, Func<string, bool> Parses)
{
    private const string Date = @"\d{4}-\d{2}-\d{2}";
    private const string Time = @"([01]\d|2[0-3]):[0-5]\d";

    private static readonly Dictionary<Type, TextForm> Forms = new()
    {
        [typeof(LocalDate)] = new("date", $"^{Date}$", "2000-01-03", text => LocalDatePattern.Iso.Parse(text).Success),
        [typeof(LocalTime)] = new("local-time", $"^{Time}$", "07:30", text => LocalTimePattern.HourMinuteIso.Parse(text).Success),
        [typeof(LocalDateTime)] = new(
            "local-date-time", $"^{Date}T{Time}$", "2000-01-03T07:30", text => LocalDateTimePattern.DateHourMinuteIso.Parse(text).Success),
    };

    private static readonly TextForm Plain = new("text", Pattern: null, "", _ => true);

    /// <summary>True for a text that can be read and is as long as the example: a date has a year of four digits and no sign.</summary>
    public bool Fits(string text) => Pattern is null || (text.Length == Example.Length && Parses(text));

    public static TextForm Of(Type type) => Forms.GetValueOrDefault(type, Plain);
}
