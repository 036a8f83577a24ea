using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Json;

/// <summary>How the public files are written: camel case, names for enums, ISO 8601 for dates and times, plain text for ids.</summary>
internal static class JsonSettings
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        WriteIndented = true,
        NewLine = "\n",
        // The files are data at rest, never part of a page; names such as Mòrag stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireBothEnds } },
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new SortedMapConverter(),
            new TextConverter<PersonId>(text => new(text), id => id.Value),
            new TextConverter<FundId>(text => new(text), id => id.Value),
            new TextConverter<CouncilId>(text => new(text), id => id.Value),
            new TextConverter<TeamId>(text => new(text), id => id.Value),
            new TextConverter<PlaceId>(text => new(text), id => id.Value),
            new TextConverter<WorkerId>(text => new(text), id => id.Value),
            new TextConverter<VisitId>(text => new(text), id => id.Value),
            new TextConverter<Competency>(text => new(text), competency => competency.Value),
            Of(LocalDatePattern.Iso, date => date),
            Of(LocalTimePattern.HourMinuteIso, time => time.With(TimeAdjusters.TruncateToMinute)),
            Of(LocalDateTimePattern.DateHourMinuteIso, time => time.With(TimeAdjusters.TruncateToMinute)),
        },
    };

    private static TextConverter<T> Of<T>(IPattern<T> pattern, Func<T, T> wholeMinute) where T : struct, IEquatable<T> => new(
        text => pattern.Parse(text).Value,
        value => wholeMinute(value).Equals(value)
            ? pattern.Format(value)
            : throw new JsonException($"The time {value} is not on a whole minute; the files hold no seconds. Round it first."));

    // A positional record struct has a constructor without arguments as well, so nothing else says that both ends are needed.
    private static void RequireBothEnds(JsonTypeInfo type)
    {
        if (type.Type != typeof(LocalInterval))
            return;
        foreach (var property in type.Properties)
            property.IsRequired = true;
    }
}
