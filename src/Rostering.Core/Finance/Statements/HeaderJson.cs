using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Rostering.Ledger.Statements;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Statements;

/// <summary>A statement's header as the database keeps it.</summary>
internal static class HeaderJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        Converters = { new DayConverter(), new TermsConverter() },
    };

    public static string Write(StatementHeader header) => JsonSerializer.Serialize(header, Options);

    public static StatementHeader Read(string json) => JsonSerializer.Deserialize<StatementHeader>(json, Options)!;

    private sealed class DayConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) => writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }

    private sealed class TermsConverter : JsonConverter<FundTerms>
    {
        public override FundTerms Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var (terms, faults) = TermsJson.Read(document.RootElement.GetRawText());
            return terms ?? throw new JsonException(string.Join(' ', faults));
        }

        public override void Write(Utf8JsonWriter writer, FundTerms value, JsonSerializerOptions options) => writer.WriteRawValue(TermsJson.Write(value));
    }
}
