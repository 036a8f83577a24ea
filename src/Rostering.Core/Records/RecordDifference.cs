using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Rostering.Core.Records;

/// <summary>What differs between two versions of a record: field by field, and for lists what came and what went.</summary>
public sealed record RecordDifference(string Field, string? Before, string? After)
{
    /// <summary>Every difference; a record that is not there has no fields.</summary>
    public static ImmutableArray<RecordDifference> Between(string? before, string? after)
    {
        var found = ImmutableArray.CreateBuilder<RecordDifference>();
        Compare(before is null ? null : JsonNode.Parse(before), after is null ? null : JsonNode.Parse(after), "", found);
        return found.ToImmutable();
    }

    private static void Compare(JsonNode? before, JsonNode? after, string path, ImmutableArray<RecordDifference>.Builder found)
    {
        if (JsonNode.DeepEquals(before, after))
            return;
        if (before is JsonArray or null && after is JsonArray or null)
            CompareLists(before as JsonArray ?? [], after as JsonArray ?? [], path, found);
        else if (before is JsonObject or null && after is JsonObject or null)
        {
            JsonObject one = before as JsonObject ?? [], other = after as JsonObject ?? [];
            foreach (string name in one.Select(field => field.Key).Union(other.Select(field => field.Key), StringComparer.Ordinal))
                Compare(one[name], other[name], path.Length == 0 ? name : $"{path}.{name}", found);
        }
        else
            found.Add(new RecordDifference(path, before?.ToString(), after?.ToString()));
    }

    private static void CompareLists(JsonArray before, JsonArray after, string path, ImmutableArray<RecordDifference>.Builder found)
    {
        List<string> gone = [.. before.Select(Text)], come = [.. after.Select(Text)];
        foreach (string same in gone.Intersect(come, StringComparer.Ordinal).ToList())
        {
            gone.Remove(same);
            come.Remove(same);
        }

        found.AddRange(gone.Select(item => new RecordDifference(path, item, After: null)));
        found.AddRange(come.Select(item => new RecordDifference(path, Before: null, item)));
    }

    /// <summary>An item in one line, such as <c>leave, 2026-11-23T00:00, 2026-11-30T00:00</c>.</summary>
    private static string Text(JsonNode? item) => item switch
    {
        JsonObject fields => string.Join(", ", fields.Select(field => Text(field.Value)).Where(text => text.Length > 0)),
        JsonArray list => string.Join(" ", list.Select(Text)),
        _ => item?.ToString() ?? "",
    };
}
