using System.Text.Json.Nodes;
using Rostering.Core.Records.Fields;

namespace Rostering.Core.Tests.Records;

/// <summary>What a form sends that is filled in with a record.</summary>
internal static class FormTexts
{
    public static Dictionary<string, string> Of(Field group, JsonNode content)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        Add(group, content, "", texts);
        return texts;
    }

    private static void Add(Field group, JsonNode content, string path, Dictionary<string, string> texts)
    {
        foreach (Field field in group.Parts)
        {
            string at = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            if (content[field.Name] is not { } value)
                continue;
            if (field.Form == FieldForm.Group)
                Add(field, value, at, texts);
            else if (field.Form is FieldForm.Rows or FieldForm.Times)
                AddRows(field, value.AsArray(), at, texts);
            else
                texts[at] = FieldText.Show(field, value);
        }
    }

    private static void AddRows(Field field, JsonArray rows, string path, Dictionary<string, string> texts)
    {
        foreach (var (index, row) in rows.Index())
        {
            if (field.Form == FieldForm.Rows)
                Add(field, row!, $"{path}[{index}]", texts);
            else
                texts[$"{path}[{index}]"] = row!.ToString();
        }
    }
}
