using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rostering.Core.Records.Fields;

namespace Rostering.Core.Records;

/// <summary>A place where one record names another.</summary>
public sealed record RecordMention(RecordKind Kind, string Id, string Field)
{
    /// <summary>Where a record names another; once for each field, however many rows name it.</summary>
    internal static IEnumerable<RecordMention> In(RecordKind kind, string id, string content, RecordKind named, string namedId)
    {
        // Most records name few others: the text tells quicker than the fields.
        if (kind == RecordKind.House || !content.Contains($"\"{namedId}\"", StringComparison.Ordinal))
            return [];
        var found = ImmutableArray.CreateBuilder<RecordMention>();
        Search(Fields.Field.Of(kind), JsonNode.Parse(content)!, (field, value) =>
        {
            if (field.RefersTo == named && value == namedId)
                found.Add(new RecordMention(kind, id, field.Name));
        });
        return found.Distinct();
    }

    private static void Search(Field group, JsonNode content, Action<Field, string> look)
    {
        foreach (Field field in group.Parts)
        {
            if (content[field.Name] is not { } value)
                continue;
            if (field.Form == FieldForm.Group)
                Search(field, value, look);
            else if (value is JsonArray rows)
                SearchRows(field, rows, look);
            else
                look(field, value.ToString());
        }
    }

    private static void SearchRows(Field field, JsonArray rows, Action<Field, string> look)
    {
        foreach (JsonNode? row in rows)
        {
            if (field.Form == FieldForm.Rows)
                Search(field, row!, look);
            else
                look(field, row!.ToString());
        }
    }
}
