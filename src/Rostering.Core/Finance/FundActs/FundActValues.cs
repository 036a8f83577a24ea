using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Rostering.Ledger;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.FundActs;

/// <summary>A fund act as it was filled in: every field read, or what is wrong with it.</summary>
public sealed class FundActValues
{
    private const int TextLengthMax = 120;
    private const decimal PoundsMax = 10_000_000m;
    private const int HoursMax = 100_000;
    private const int PencePerPound = 100;
    private const int MinutesPerHour = 60;
    private const int NumberMax = 1_000_000;
    private const int PermillePerPercent = 10;

    // What an optional field stands for that was left empty, where that is not nought.
    private static readonly object Empty = new();

    private readonly IReadOnlyDictionary<string, object> values;

    private FundActValues(IReadOnlyDictionary<string, object> values, ImmutableArray<FundActFault> faults) => (this.values, Faults) = (values, faults);

    public ImmutableArray<FundActFault> Faults { get; }

    /// <summary>Reads what the fields of a sheet were filled in with.</summary>
    public static FundActValues Read(FundActSheet sheet, IReadOnlyDictionary<string, string> texts) => Read(sheet.Fields, texts);

    /// <summary>Reads what fields were filled in with.</summary>
    public static FundActValues Read(IEnumerable<FundActField> fields, IReadOnlyDictionary<string, string> texts)
    {
        List<FundActFault> faults = [];
        Dictionary<string, object> values = new(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var (value, fault) = Read(field, texts.GetValueOrDefault(field.Name, "").Trim());
            if (value is not null)
                values.Add(field.Name, value);
            else
                faults.Add(fault!);
        }

        if (values.GetValueOrDefault(FundActFields.From) is LocalDate from && values.GetValueOrDefault(FundActFields.To) is LocalDate to && to < from)
            faults.Add(new FundActFault(FundActFields.To, FormattableString.Invariant($"{to:d MMMM uuuu} is before the first day, {from:d MMMM uuuu}."), "Swap the two."));
        return new FundActValues(values, [.. faults]);
    }

    public Money Money(string name) => (Money)values[name];

    public Minutes Time(string name) => (Minutes)values[name];

    public LocalDate Day(string name) => (LocalDate)values[name];

    public string Text(string name) => (string)values[name];

    public long Remittance => (long)values[FundActFields.Remittance];

    /// <summary>A whole number; <c>null</c> where an optional one was left empty.</summary>
    public int? Number(string name) => values[name] as int?;

    /// <summary>A share in thousandths; <c>null</c> where an optional one was left empty.</summary>
    public int? Permille(string name) => values[name] as int?;

    /// <summary>The day of an optional field; <c>null</c> where it was left empty.</summary>
    public LocalDate? DayOrNull(string name) => values[name] as LocalDate?;

    public ImmutableArray<NoticeBand> Bands(string name) => (ImmutableArray<NoticeBand>)values[name];

    /// <summary>The days that it is for.</summary>
    public DateInterval Days => new(Day(FundActFields.From), Day(FundActFields.To));

    /// <summary>Pounds and pence as people write them; <c>null</c> where it is no such amount, or one below nought.</summary>
    public static Money? MoneyOf(string text) =>
        decimal.TryParse(text.Trim().TrimStart('£'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var pounds)
        && pounds == decimal.Round(pounds, 2) && pounds <= PoundsMax
            ? new Money((long)(pounds * PencePerPound))
            : null;

    private static (object? Value, FundActFault? Fault) Read(FundActField field, string text)
    {
        if (text.Length == 0 && !field.Optional)
            return (null, new FundActFault(field.Name, $"{field.Words} is empty.", Remedy(field)));
        if (text.Length == 0 && field.Form is FundActForm.Number or FundActForm.Percent or FundActForm.Day)
            return (Empty, null);
        var value = field.Form switch
        {
            FundActForm.Money => (object?)ReadMoney(field, text),
            FundActForm.Time => ReadTime(text),
            FundActForm.Number => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= NumberMax ? number : null,
            FundActForm.Percent => ReadPermille(text),
            FundActForm.Choice => field.Choices.Any(choice => choice.Value == text) ? text : null,
            FundActForm.Bands => ReadBands(text),
            FundActForm.Day => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day : null,
            FundActForm.Remittance => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
            _ => text.Length <= TextLengthMax && text.AsSpan().IndexOfAny('|', '\n') < 0 ? text : null,
        };
        return value is null
            ? (null, new FundActFault(field.Name, $"{field.Words} cannot be '{text}'.", Remedy(field)))
            : (value, null);
    }

    private static Money? ReadMoney(FundActField field, string text) =>
        text.Length == 0 ? Ledger.Money.Zero
        : MoneyOf(text) is { } money && (money > Ledger.Money.Zero || field.Optional || field.AllowsNought) ? money
        : null;

    private static Minutes? ReadTime(string text)
    {
        if (text.Length == 0)
            return Minutes.Zero;
        if (text.Split(':') is [var whole, { Length: 2 } rest])
        {
            return int.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var full) && full < HoursMax
                && int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var odd) && odd < MinutesPerHour
                ? new Minutes(((long)full * MinutesPerHour) + odd)
                : null;
        }

        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
            && hours * MinutesPerHour == decimal.Truncate(hours * MinutesPerHour) && hours <= HoursMax
            ? new Minutes((long)(hours * MinutesPerHour))
            : null;
    }

    private static int? ReadPermille(string text) =>
        decimal.TryParse(text.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
        && percent is >= 0 and <= 100 && percent * PermillePerPercent == decimal.Truncate(percent * PermillePerPercent)
            ? (int)(percent * PermillePerPercent)
            : null;

    /// <summary>Hours of notice with the share that is charged below them: "24: 100, 48: 50".</summary>
    private static ImmutableArray<NoticeBand>? ReadBands(string text)
    {
        var bands = ImmutableArray.CreateBuilder<NoticeBand>();
        foreach (var band in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (band.Split(':') is not [var hours, var share] || !int.TryParse(hours.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var below) || below is 0 or > NumberMax
                || ReadPermille(share.Trim()) is not { } permille)
            {
                return null;
            }

            bands.Add(new NoticeBand(below, permille));
        }

        return bands.ToImmutable();
    }

    private static string Remedy(FundActField field) => field.Form switch
    {
        FundActForm.Number => $"Write a whole number, at most {NumberMax}.",
        FundActForm.Percent => "Write per cent from 0 to 100, with one decimal at most, such as 10 or 7.5.",
        FundActForm.Choice => $"Choose one of: {string.Join(", ", field.Choices.Select(choice => choice.Words))}.",
        FundActForm.Bands => "Write hours of notice and the share in per cent that is charged below them, such as 24: 100, 48: 50.",
        FundActForm.Money => $"Write pounds and pence {(field.AllowsNought || field.Optional ? "of nought or more" : "above nought")}, such as 1234.50.",
        FundActForm.Time => "Write hours that come to whole minutes, such as 520, 7.5 or 7:20.",
        FundActForm.Day => "Choose a day.",
        FundActForm.Remittance => "Choose the money that arrived; record it first if it is not in the list.",
        _ => $"Write 1 to {TextLengthMax} characters, without '|' and line ends.",
    };
}
