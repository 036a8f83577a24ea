using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rostering.Core.Records.Fields;

namespace Rostering.Core.Records.Tables;

/// <summary>A table of records, or of one list or group of each: a file to bring in and to take out.</summary>
/// <param name="Part">The list or group whose rows these are; empty for the records themselves.</param>
public sealed record RecordTable(string Name, RecordKind Kind, string Part)
{
    private readonly Field shape = Part.Length == 0 ? Field.Of(Kind) : Field.Of(Kind).Part(Part);

    /// <summary>Every table, in the order in which a provider would fill them in.</summary>
    public static ImmutableArray<RecordTable> All { get; } =
    [
        new("limits", RecordKind.House, "parameters"), new("pay-bands", RecordKind.House, "payBands"), new("teams", RecordKind.Team, ""), new("places", RecordKind.Place, ""), new("people", RecordKind.Person, ""), new("relations", RecordKind.Person, "history"),
        new("exclusions", RecordKind.Person, "excluded"), new("councils", RecordKind.Council, ""), new("funds", RecordKind.Fund, ""), new("workers", RecordKind.Worker, ""), new("contracts", RecordKind.Worker, "contract"),
        new("memberships", RecordKind.Worker, "teams"), new("hours", RecordKind.Worker, "hours"), new("absences", RecordKind.Worker, "absences"),
        new("certificates", RecordKind.Worker, "certificates"), new("requests", RecordKind.Request, ""), new("shares", RecordKind.Request, "shares"), new("times", RecordKind.Request, "times"),
    ];

    public static RecordTable? Of(string file) => All.FirstOrDefault(table => string.Equals(table.Name, Path.GetFileNameWithoutExtension(file), StringComparison.OrdinalIgnoreCase));

    /// <summary>The column that says which record a row is of.</summary>
    public string IdColumn => Part.Length == 0 ? "id" : Kind.ToString().ToLowerInvariant();

    /// <summary>True where a record has any number of rows.</summary>
    public bool IsList => shape.Form == FieldForm.Rows;

    /// <summary>The columns besides the id, each a field of the record or of a row; a group's fields have its name before theirs.</summary>
    public IEnumerable<(string Column, Field Field)> Columns => shape.Parts.Where(part => part.Name != "id").SelectMany(ColumnsOf);

    /// <summary>The rows of a record, each as an object.</summary>
    public IEnumerable<JsonObject> RowsOf(JsonObject record) => (Part.Length == 0 ? record : record[Part]) switch
    {
        JsonArray rows => rows.Select(row => row!.AsObject()),
        JsonObject row => [row],
        _ => [],
    };

    /// <summary>The value of a column in a row.</summary>
    public static JsonNode? In(JsonObject row, string column) => column.Split('.').Aggregate((JsonNode?)row, (node, name) => node?[name]);

    private IEnumerable<(string, Field)> ColumnsOf(Field part) => part.Form switch
    {
        FieldForm.Rows => [],
        FieldForm.Group when Part.Length == 0 => [],
        FieldForm.Group => part.Parts.Select(inner => ($"{part.Name}.{inner.Name}", inner)),
        _ => [(part.Name, part)],
    };
}
