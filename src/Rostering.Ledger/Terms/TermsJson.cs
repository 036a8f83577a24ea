using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Rostering.Ledger.Terms;

/// <summary>Terms as JSON, as the database keeps them. Reading is strict: a field that is unknown, doubled or of the wrong kind is a fault.</summary>
public static class TermsJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new LocalDateConverter() },
    };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static string Write(FundTerms terms) => JsonSerializer.Serialize(terms, Options);

    /// <summary>The terms, or <c>null</c> with what is wrong with them.</summary>
    public static (FundTerms? Terms, ImmutableArray<string> Faults) Read(string json) => Merge(new FundTerms(), json);

    /// <summary>The terms with what an exception says in place of theirs: a field that the exception leaves out stays as it is, <c>null</c> takes one away.</summary>
    public static (FundTerms? Terms, ImmutableArray<string> Faults) Merge(FundTerms terms, string exception)
    {
        try
        {
            if (JsonNode.Parse(exception, documentOptions: Strict) is not JsonObject changes)
                return (null, [$"terms: {Short(exception)} is no object; give one in braces."]);
            var merged = (JsonObject)JsonSerializer.SerializeToNode(terms, Options)!;
            Patch(merged, changes);
            return Parse(merged);
        }
        catch (JsonException fault)
        {
            return (null, [$"terms: {Short(exception)} is not JSON: {fault.Message} Correct the text there."]);
        }
    }

    private static (FundTerms?, ImmutableArray<string>) Parse(JsonObject merged)
    {
        try
        {
            var terms = merged.Deserialize<FundTerms>(Options)!;
            ImmutableArray<string> faults = [.. TermsValidation.Faults(terms)];
            return (faults.IsEmpty ? terms : null, faults);
        }
        catch (JsonException fault)
        {
            var field = fault.Path?.TrimStart('$').TrimStart('.') ?? "";
            return (null, [$"{(field.Length == 0 ? "terms" : field)}: {Short(ValueAt(merged, field))} does not fit; give what docs/ledger.md lists for the field. ({fault.Message})"]);
        }
    }

    // A merge patch of objects (RFC 7396); lists are replaced whole.
    private static void Patch(JsonObject target, JsonObject changes)
    {
        foreach (var (name, value) in changes)
        {
            if (value is JsonObject inner && target[name] is JsonObject known)
                Patch(known, inner);
            else
                target[name] = value?.DeepClone();
        }
    }

    private static string ValueAt(JsonNode? node, string path)
    {
        foreach (var name in path.Split('.', '[', ']').Where(name => name.Length > 0))
            node = node is JsonArray list && int.TryParse(name, out var at) ? list[at] : (node as JsonObject)?[name];
        return node?.ToJsonString() ?? "null";
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private sealed class LocalDateConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString() ?? "") is { Success: true } date
                ? date.Value
                : throw new JsonException($"'{reader.GetString()}' is no date such as 2026-04-06.");

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) => writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
