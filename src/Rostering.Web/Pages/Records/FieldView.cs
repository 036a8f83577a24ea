using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rostering.Core.Records;
using Rostering.Core.Records.Fields;

namespace Rostering.Web.Pages.Records;

/// <summary>A group of fields in a form: what they hold, and what is wrong with them.</summary>
public sealed record FieldView(Field Group, string Path, JsonNode? Content, RecordNames Names, ImmutableArray<RecordError> Errors)
{
    /// <summary>Rows kept empty at the end of a list, for what is to be added.</summary>
    private const int EmptyRows = 2;

    /// <summary>The fields that the record goes by already: they stay as they are, and another record is to be added for anything else.</summary>
    public ImmutableArray<string> Fixed { get; init; } = [];

    public bool IsFixed(Field field) => Fixed.Contains(field.Name, StringComparer.Ordinal);

    public string At(Field field) => Path.Length == 0 ? field.Name : $"{Path}.{field.Name}";

    /// <summary>The id of a field's control, in which a path's brackets and dots have no place.</summary>
    public string ControlId(Field field) => "f-" + At(field).Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    public string Text(Field field) => FieldText.Show(field, Content?[field.Name]);

    /// <summary>The time of one of the days that a field has a time for.</summary>
    public string Time(Field field, int day) => Content?[field.Name] is JsonArray times && day < times.Count ? times[day]!.ToString() : "";

    /// <summary>What a reference is called, to be read beside its id.</summary>
    public string? Name(Field field) => field.RefersTo is { } kind && Content?[field.Name] is { } value
        ? string.Join(", ", (value as JsonArray ?? [value.DeepClone()]).Select(id => Names.Of(kind, id!.ToString())))
        : null;

    public bool Holds(Field field, string name) => Content?[field.Name] is JsonArray names && names.Any(held => held!.ToString() == name);

    public FieldView In(Field group) => this with { Group = group, Path = At(group), Content = Content?[group.Name], Fixed = [] };

    /// <summary>A view of each row of a list, with some empty ones.</summary>
    public IEnumerable<FieldView> Rows(Field list)
    {
        JsonArray rows = Content?[list.Name] as JsonArray ?? [];
        return Enumerable.Range(0, rows.Count + EmptyRows)
            .Select(index => this with { Group = list, Path = $"{At(list)}[{index}]", Content = index < rows.Count ? rows[index] : null, Fixed = [] });
    }

    /// <summary>What is wrong with a field, or with an item of its list.</summary>
    public ImmutableArray<RecordError> Faults(Field field)
    {
        string at = At(field);
        return [.. Errors.Where(error => error.Field == at || (field.Form is not (FieldForm.Group or FieldForm.Rows) && error.Field.StartsWith($"{at}[", StringComparison.Ordinal)))];
    }

    public bool HasFaultsWithin(Field field) => Errors.Any(error => error.Field.StartsWith(At(field), StringComparison.Ordinal));

    public bool RefersTo(RecordKind kind) => Refers(Group, kind);

    private static bool Refers(Field group, RecordKind kind) => group.Parts.Any(part => part.RefersTo == kind || Refers(part, kind));
}
