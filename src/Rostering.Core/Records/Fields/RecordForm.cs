using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using Rostering.Solver.Json;

namespace Rostering.Core.Records.Fields;

/// <summary>A record as it was filled in, field by field, with what is wrong with its form. It need not make sense yet.</summary>
public sealed class RecordForm
{
    private readonly ImmutableArray<RecordError>.Builder errors = ImmutableArray.CreateBuilder<RecordError>();

    private RecordForm(RecordKind kind, JsonObject content) => (Kind, Content) = (kind, content);

    public RecordKind Kind { get; }

    /// <summary>What was filled in, as JSON; what could not be read stands there as it was written.</summary>
    public JsonObject Content { get; }

    /// <summary>The record; <c>null</c> while something is wrong with its form.</summary>
    public object? Record { get; private set; }
    public ImmutableArray<RecordError> Errors => errors.ToImmutable();

    /// <summary>An empty form.</summary>
    public static RecordForm Empty(RecordKind kind) => new(kind, []);

    /// <summary>A form filled in with a record.</summary>
    public static RecordForm Of(RecordKind kind, string content) => new(kind, JsonNode.Parse(content)!.AsObject());

    /// <summary>Reads a form from texts by the path of their field, such as <c>teams[0].pencePerHour</c>.</summary>
    public static RecordForm Read(RecordKind kind, IReadOnlyDictionary<string, string> texts) => Read(kind, Field.Of(kind), texts, beside: []);

    /// <summary>Reads a form that shows a part of a record: what stands beside it stays, and the rows of a list come after those of the form.</summary>
    internal static RecordForm Read(RecordKind kind, Field part, IReadOnlyDictionary<string, string> texts, JsonObject beside)
    {
        var form = new RecordForm(kind, []);
        form.Fill(form.Content, part, path: "", texts);
        form.Keep(beside);
        form.Finish();
        return form;
    }

    /// <summary>Takes over JSON that was put together elsewhere, with the faults found in it so far.</summary>
    internal static RecordForm Take(RecordKind kind, JsonObject content, IEnumerable<RecordError> faults)
    {
        var form = new RecordForm(kind, content);
        form.errors.AddRange(faults);
        form.Finish();
        return form;
    }

    private void Keep(JsonObject beside)
    {
        foreach (var (name, value) in beside)
        {
            if (Content[name] is not JsonArray rows)
                Content.TryAdd(name, value?.DeepClone());
            else
            {
                foreach (var row in value!.AsArray())
                    rows.Add(row!.DeepClone());
            }
        }
    }

    private void Fill(JsonObject target, Field group, string path, IReadOnlyDictionary<string, string> texts)
    {
        foreach (Field field in group.Parts)
        {
            string at = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            JsonNode? value = field.Form switch
            {
                FieldForm.Group => Group(field, at, texts),
                FieldForm.Rows => Rows(field, at, texts),
                FieldForm.Times => Times(at, texts),
                _ => texts.TryGetValue(at, out string? text) && !string.IsNullOrWhiteSpace(text) ? Leaf(field, at, text) : null,
            };
            if (value is not null)
                target[field.Name] = value;
        }
    }

    private JsonObject? Group(Field field, string path, IReadOnlyDictionary<string, string> texts)
    {
        JsonObject group = [];
        Fill(group, field, path, texts);
        return group.Count > 0 || field.Required ? group : null;
    }

    /// <summary>The rows that are filled in; rows left empty are no rows, wherever they stand.</summary>
    private JsonArray Rows(Field field, string path, IReadOnlyDictionary<string, string> texts)
    {
        JsonArray rows = [];
        int[] numbers = [.. texts.Where(entry => !string.IsNullOrWhiteSpace(entry.Value)).Select(entry => RowNumber(entry.Key, path)).OfType<int>().Distinct().Order()];
        foreach (int number in numbers)
        {
            var renamed = texts.Where(entry => entry.Key.StartsWith($"{path}[{number}].", StringComparison.Ordinal))
                .ToDictionary(entry => $"{path}[{rows.Count}]{entry.Key[$"{path}[{number}]".Length..]}", entry => entry.Value, StringComparer.Ordinal);
            JsonObject row = [];
            Fill(row, field, $"{path}[{rows.Count}]", renamed);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The times of the days; one that is left empty stands among them as nothing, to be found missing.</summary>
    private static JsonArray? Times(string path, IReadOnlyDictionary<string, string> texts)
    {
        string[] times = [.. Enumerable.Range(0, (int)IsoDayOfWeek.Sunday).Select(day => texts.GetValueOrDefault($"{path}[{day}]", "").Trim())];
        return Array.TrueForAll(times, time => time.Length == 0) ? null : [.. times.Select(time => (JsonNode)time)];
    }

    private static int? RowNumber(string key, string path)
    {
        if (!key.StartsWith($"{path}[", StringComparison.Ordinal))
            return null;
        int end = key.IndexOf(']', path.Length);
        return end > 0 && int.TryParse(key.AsSpan(path.Length + 1, end - path.Length - 1), out int number) ? number : null;
    }

    private JsonNode Leaf(Field field, string path, string text)
    {
        var (value, fault) = FieldText.Read(field, text);
        if (fault is { } why)
            errors.Add(new RecordError(Kind, Id, path, text, why.Message, why.Remedy));
        return value;
    }

    private void Finish()
    {
        object? record = RecordJson.Read(RecordContent.TypeOf(Kind), Encoding.UTF8.GetBytes(Content.ToJsonString()), out var found);
        foreach (var error in found)
        {
            string field = RecordError.FieldAt(error.Path);
            if (!errors.Any(known => known.Field == field))
                errors.Add(new RecordError(Kind, Id, field, error.Value, error.Message, error.Remedy));
        }

        Record = errors.Count == 0 ? record : null;
    }

    private string Id => Content["id"]?.ToString() ?? "";
}
