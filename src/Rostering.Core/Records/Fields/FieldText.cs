using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rostering.Core.Records.Fields;

/// <summary>Turns the value of a field into what people read and write, and back.</summary>
public static partial class FieldText
{
    private const string ListSeparator = "; ";

    /// <summary>The value as people write it; a value that could not be read is shown as it was written.</summary>
    public static string Show(Field field, JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join(ListSeparator, list.Select(item => item!.ToString())),
        JsonValue number when number.TryGetValue(out long amount) && field.Form == FieldForm.Hours => Hours(amount),
        JsonValue number when number.TryGetValue(out long amount) && field.Form == FieldForm.Pounds => (amount / 100m).ToString("0.00", CultureInfo.InvariantCulture),
        JsonValue number when number.TryGetValue(out long thousandths) && field.Form == FieldForm.Percent => (thousandths / 10m).ToString("0.#", CultureInfo.InvariantCulture),
        JsonValue number when number.TryGetValue(out long one) && field.Form == FieldForm.Switch => one == 0 ? "no" : "yes",
        JsonValue flag when flag.TryGetValue(out bool yes) => yes ? "yes" : "no",
        _ => value.ToString(),
    };

    /// <summary>Reads what was written. What cannot be read comes back as it stands, with why.</summary>
    public static (JsonNode Value, (string Message, string Remedy)? Fault) Read(Field field, string text)
    {
        text = text.Trim();
        return field.Form switch
        {
            FieldForm.Number when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => (number, null),
            FieldForm.Number => (text, ("This is not a whole number.", "Write it in figures alone, such as 12.")),
            FieldForm.Hours => ReadHours(text),
            FieldForm.Pounds => ReadPounds(text),
            FieldForm.Percent => ReadPercent(text),
            FieldForm.Flag => ReadFlag(text),
            FieldForm.Switch => ReadSwitch(text),
            FieldForm.Moment => (text.Replace(' ', 'T'), null),
            FieldForm.Choices or FieldForm.Words or FieldForm.References => (List(text), null),
            _ => (text, null),
        };
    }

    private static string Hours(long minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{Math.Abs(minutes % 60):00}");

    private static JsonArray List(string text) =>
        [.. text.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(item => (JsonNode)item)];

    private static (JsonNode, (string, string)?) ReadHours(string text)
    {
        Match match = HoursAndMinutes().Match(text);
        if (!match.Success)
            return (text, ("This is not a length of time.", "Write it as hours and minutes, such as 7:30."));
        long hours = int.Parse(match.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture);
        int minutes = match.Groups["minutes"] is { Success: true } part ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0;
        return ((hours * 60) + minutes, null);
    }

    private static (JsonNode, (string, string)?) ReadPounds(string text) =>
        decimal.TryParse(text.TrimStart('£'), NumberStyles.Number, CultureInfo.InvariantCulture, out decimal pounds) && pounds == decimal.Round(pounds, 2) && Math.Abs(pounds) < 10_000_000_000m
            ? ((long)(pounds * 100), null)
            : (text, ("This is not an amount of money.", "Write it in pounds and pence, such as 13.45."));

    private static (JsonNode, (string, string)?) ReadPercent(string text) =>
        decimal.TryParse(text.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out decimal percent) && percent == decimal.Round(percent, 1) && Math.Abs(percent) < 1_000_000m
            ? ((long)(percent * 10), null)
            : (text, ("This is not a part of a hundred.", "Write it in per cent with one figure after the point at most, such as 12.5."));

    private static (JsonNode, (string, string)?) ReadSwitch(string text)
    {
        var (value, fault) = ReadFlag(text);
        return fault is null ? (value.GetValue<bool>() ? 1 : 0, null) : (value, fault);
    }

    private static (JsonNode, (string, string)?) ReadFlag(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "true" or "on" => (true, null),
        "no" or "false" => (false, null),
        _ => (text, ("This is neither yes nor no.", "Write yes or no.")),
    };

    [GeneratedRegex(@"^(?<hours>\d{1,4})(:(?<minutes>[0-5]\d))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HoursAndMinutes();
}
