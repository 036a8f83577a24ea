using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rostering.Solver.Json;

/// <summary>Writes a dictionary in the order of its keys: its own order changes from one run of the program to the next.</summary>
internal sealed class SortedMapConverter : JsonConverter<ImmutableDictionary<string, long>>
{
    public override ImmutableDictionary<string, long> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var map = ImmutableDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            reader.Read();
            map.Add(key, reader.GetInt64());
        }

        return map.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableDictionary<string, long> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, weight) in value.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            writer.WriteNumber(key, weight);
        writer.WriteEndObject();
    }
}
