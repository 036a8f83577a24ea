using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime;
using Rostering.Core;
using Rostering.Core.Records;
using Rostering.Core.Records.Fields;
using Rostering.Core.Requests;
using Rostering.Web.Pages.House;

namespace Rostering.Web.Pages.Records;

/// <summary>What fields and values are called on the pages of records.</summary>
public static partial class RecordWords
{
    // A weight goes by its key, dots and all.
    private const string WeightsPath = "weights.";

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["accepted"] = "Workers they are content with",
        ["approvedDeficitPence"] = "Deficit approved (£)",
        ["asksFourWeeksMax"] = "Asks to one worker in four weeks, at most",
        ["asksWeekMax"] = "Asks to one worker in seven days, at most",
        ["availableMinutes"] = "Time agreed a week (h:mm)",
        ["availablePence"] = "Money agreed a week (£)",
        ["bankedMinutesMax"] = "Hours a person may bank (h:mm; empty: no cap)",
        ["breakInside"] = "A break can be taken inside",
        ["capWaiver"] = "Leave to work in a third team",
        ["chosen"] = "Workers they chose",
        ["consented"] = "Agreed to share",
        ["contingencyPermille"] = "Kept for emergencies (%)",
        ["contractedMinutes"] = "Contracted a week (h:mm)",
        ["detourPermille"] = "Road over straight distance (%)",
        ["earlyBeforeMinutes"] = "Check-in opens before the start by (h:mm)",
        ["eastingMetres"] = "Easting (metres)",
        ["excluded"] = "Workers they do not want",
        ["extraHours"] = "Extra hours on a date",
        ["facesWanted"] = "Different workers wanted a week, at most",
        ["firstBus"] = "First bus",
        ["fixedMinutes"] = "Besides, for each journey (h:mm)",
        ["gapMinutesMax"] = "Greatest gap (h:mm)",
        ["gapMinutesMin"] = "Least gap (h:mm)",
        ["gradeMin"] = "Lowest grade",
        ["hours"] = "Hours every week",
        ["incompatibleWith"] = "People with whom sharing would not work",
        ["instead"] = "Instead (empty: called off)",
        ["knownFrom"] = "Known from",
        ["knownWorkersOnly"] = "Known workers only",
        ["lastBus"] = "Last bus (in the small hours: of the next day)",
        ["lateAfterMinutes"] = "No check-in is an alarm after (h:mm)",
        ["measured"] = "Measured journeys",
        ["metresMax"] = "Longest (metres; empty: any)",
        ["metresPerMinute"] = "Metres a minute",
        ["mileagePence"] = "Paid for a mile driven (£)",
        ["minutes"] = "Length (h:mm)",
        ["minutesMax"] = "At most a week (h:mm)",
        ["modes"] = "Ways to travel",
        ["northingMetres"] = "Northing (metres)",
        ["offerMinutes"] = "An offer stands (h:mm)",
        ["optedOutOf"] = "People they asked not to support",
        ["optedOutOf48Hours"] = "Signed opt-out from 48 hours",
        ["parameters"] = "Limit value",
        ["payBands"] = "Pay bands",
        ["pencePerHour"] = "Basic pay an hour (£)",
        ["permille"] = "Part of the cost (thousandths)",
        ["premiumPermille"] = "Premium over basic pay (%)",
        ["recentAsks"] = "Asked for cover in four weeks",
        ["restOwedMinutes"] = "Rest owed (h:mm)",
        ["reviewedBy"] = "Checked against its source by",
        ["shares"] = "Who is supported, and from which fund",
        ["source"] = "Where this comes from",
        ["specialHazard"] = "Special hazard or heavy strain",
        ["surplusCapPermille"] = "May stay unspent of a year (%)",
        ["swapPolicy"] = "Swaps that break no rule",
        ["taxiCallPence"] = "Calling a taxi (£; empty: none)",
        ["taxiMilePence"] = "A taxi mile (£)",
        ["typicalMinutes"] = "Typical week (h:mm)",
        ["unsocial"] = "Counts as unsocial",
        ["unsocialMinutes"] = "Unsocial time in four weeks (h:mm)",
        ["validFrom"] = "In force from",
        ["validTo"] = "Last day in force (empty: still)",
        ["weeks"] = "Weeks counted",
        ["what"] = "What it is for",
        ["workedMinutes"] = "Worked in those weeks (h:mm)",
        ["workers"] = "Workers at once",
        ["zone"] = "Time zone",
    };

    public static string Label(Field field) => field switch
    {
        { Name: "value", Form: FieldForm.Hours } => "Value (h:mm)",
        { Name: "value", Form: FieldForm.Percent } => "Value (%)",
        _ => NameOf(field.Name),
    };

    /// <summary>A path such as <c>contract.minutesMax</c>, in words.</summary>
    public static string Path(string path) => path.Length == 0
        ? "The record"
        : path.StartsWith(WeightsPath, StringComparison.Ordinal) ? NameOf(path[WeightsPath.Length..])
        : string.Join(", ", path.Split('.').Select(step => RowNumber().Match(step) is { Success: true } row
            ? $"{NameOf(row.Groups["name"].Value)} {int.Parse(row.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) + 1}"
            : NameOf(step)));

    /// <summary>A name of the code as people say it: <c>partTimeFlex</c> is "Part time flex".</summary>
    public static string Name(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        foreach (char letter in name)
            _ = words.Length == 0 ? words.Append(char.ToUpperInvariant(letter)) : char.IsUpper(letter) ? words.Append(' ').Append(char.ToLowerInvariant(letter)) : words.Append(letter);
        return words.ToString();
    }

    public static string Hours(long minutes) => minutes % 60 == 0 ? $"{minutes / 60} h" : $"{minutes / 60} h {minutes % 60:00}";

    public static string Pounds(long pence) => (pence / 100m).ToString("£#,##0.00", CultureInfo.InvariantCulture);

    public static string Moment(Instant instant) => instant.InZone(LocalClock.Zone).ToString("d MMM uuuu, HH:mm", null);

    public static string Window(RequestTime time) => time.EarliestStart == time.LatestStart
        ? $"{time.EarliestStart:HH:mm}"
        : $"{time.EarliestStart:HH:mm}–{time.LatestStart:HH:mm}{(time.WantedStart is { } wanted ? $", best {wanted:HH:mm}" : "")}";

    public static string Days(ImmutableArray<IsoDayOfWeek> days) => days.Length == 7 ? "Daily" : string.Join(" ", days.Order().Select(day => day.ToString()[..3]));

    /// <summary>The fields of a row with those of its groups, for a table.</summary>
    public static IEnumerable<Leaf> Leaves(Field row) => row.Parts.SelectMany(part =>
        part.Form == FieldForm.Group ? part.Parts.Select(inner => new Leaf(inner, [part.Name, inner.Name])) : [new Leaf(part, [part.Name])]);

    private static string NameOf(string name) => Labels.GetValueOrDefault(name) ?? WeightWords.Of(name)?.Label ?? Name(name);

    [GeneratedRegex(@"^(?<name>\w+)\[(?<number>\d+)\]$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowNumber();
}

/// <summary>A field in a row, and the way to it.</summary>
public sealed record Leaf(Field Field, ImmutableArray<string> Path)
{
    public JsonNode? In(JsonNode row) => Path.Aggregate((JsonNode?)row, (node, name) => node?[name]);
}

/// <summary>What a page shows of a record's values.</summary>
public sealed record ValuesView(Field Field, JsonObject Content, RecordNames Names)
{
    public string Text(Field field, JsonNode? value) => field switch
    {
        { Form: FieldForm.Reference, RefersTo: { } kind } when value is not null => Named(kind, value),
        { Form: FieldForm.References, RefersTo: { } kind } when value is JsonArray ids => string.Join(", ", ids.Select(id => Named(kind, id!))),
        { Form: FieldForm.Choice } when value is not null => RecordWords.Name(value.ToString()),
        { Form: FieldForm.Choices } when value is JsonArray names => string.Join(", ", names.Select(name => RecordWords.Name(name!.ToString()))),
        { Form: FieldForm.Moment } => FieldText.Show(field, value).Replace('T', ' '),
        _ => FieldText.Show(field, value),
    };

    private string Named(RecordKind kind, JsonNode id) => $"{Names.Of(kind, id.ToString())} ({id})";
}

/// <summary>Differences with what stands on either side.</summary>
public sealed record DifferencesView(ImmutableArray<RecordDifference> Changes, string? Before, string? After);
