using System.Text.Json.Nodes;
using CsvHelper;
using Rostering.Core.Records.Fields;

namespace Rostering.Core.Records.Tables;

/// <summary>Reads files into records: what they say is laid over what is known, and where it was said is kept for whoever has to mend it.</summary>
internal sealed class TableReader(IReadOnlyDictionary<(RecordKind Kind, string Id), string> known)
{
    private readonly Dictionary<(RecordKind Kind, string Id), JsonObject> records = [];
    private readonly Dictionary<(RecordKind Kind, string Id, string Field), (string File, int Line, string Column)> said = [];
    private readonly List<TableError> errors = [];

    /// <summary>The records that the files name, as they would be.</summary>
    public IReadOnlyDictionary<(RecordKind Kind, string Id), JsonObject> Records => records;
    public IReadOnlyList<TableError> Errors => errors;

    public void Read(TableFile file)
    {
        if (RecordTable.Of(file.Name) is not { } table)
        {
            errors.Add(new TableError(file.Name, 1, "", file.Name, "No table has this name.", $"Name the file after its table: {string.Join(", ", RecordTable.All.Select(known => known.Name))}."));
            return;
        }

        try
        {
            using var reader = CsvReader.Create(file.Content, CsvReaderOptions.Default with { TrackLineNumbers = true });
            Read(file, table, reader);
        }
        catch (CsvFormatException e)
        {
            errors.Add(new TableError(file.Name, (int)e.LineNumber, "", "", "The line is no row of comma-separated values.", "Close every quotation mark, and save the file as CSV in UTF-8."));
        }
    }

    /// <summary>Says where a fault of a record was written, as near as can be told.</summary>
    public void Add(RecordError error)
    {
        for (string field = error.Field; ; field = Above(field))
        {
            if (said.TryGetValue((error.Kind, error.Id, field), out var place))
            {
                errors.Add(new TableError(place.File, place.Line, place.Column, error.Value, error.Message, error.Remedy));
                return;
            }

            if (field.Length == 0)
                break;
        }

        errors.Add(new TableError("", 0, $"{error.Kind} {error.Id} {error.Field}".TrimEnd(), error.Value, error.Message, error.Remedy));
    }

    private void Read(TableFile file, RecordTable table, CsvReader reader)
    {
        string[] headers = [.. reader.Headers.Select(header => header.Trim())];
        var columns = table.Columns.ToDictionary(column => column.Column, column => column.Field, StringComparer.OrdinalIgnoreCase);
        string[] strange = [.. headers.Where(header => !columns.ContainsKey(header) && !IsId(header))];
        foreach (string header in strange)
            errors.Add(new TableError(file.Name, 1, header, header, "The table has no such column.", $"Use {table.IdColumn}, {string.Join(", ", columns.Keys)}."));
        int id = Array.FindIndex(headers, IsId);
        if (id < 0)
            errors.Add(new TableError(file.Name, 1, table.IdColumn, "(missing)", "Nothing says which record a row is of.", $"Add the column {table.IdColumn}."));
        if (id < 0 || strange.Length > 0)
            return;

        var emptied = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            int line = (int)reader.LineNumber;
            string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(cell => Plain(reader.GetString(cell)))];
            if (cells.Length != headers.Length)
                errors.Add(new TableError(file.Name, line, "", $"{cells.Length} cells", $"The heading has {headers.Length} columns.", "Give every row as many cells; put a cell that holds a comma in quotation marks."));
            else if (string.IsNullOrWhiteSpace(cells[id]))
                errors.Add(new TableError(file.Name, line, table.IdColumn, "(missing)", "Nothing says which record this row is of.", "Give the id of the record."));
            else
                Lay(file.Name, line, table, cells[id].Trim(), headers.Zip(cells).Where((_, index) => index != id).Select(cell => (columns[cell.First], cell.First, cell.Second)), emptied);
        }

        bool IsId(string header) => string.Equals(header, table.IdColumn, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Lays a row over its record. A list is what the file says and nothing besides; of anything else, what no column names stays.</summary>
    private void Lay(string file, int line, RecordTable table, string id, IEnumerable<(Field Field, string Column, string Text)> cells, HashSet<string> emptied)
    {
        JsonObject record = RecordOf(table.Kind, id);
        said.TryAdd((table.Kind, id, ""), (file, line, table.IdColumn));
        JsonObject target = record;
        string path = table.Part;
        if (table.IsList)
        {
            if (emptied.Add(id))
                record[table.Part] = new JsonArray();
            JsonArray rows = record[table.Part]!.AsArray();
            path = $"{table.Part}[{rows.Count}]";
            rows.Add(target = []);
        }
        else if (table.Part.Length > 0)
            record[table.Part] = target = record[table.Part]?.DeepClone().AsObject() ?? [];
        said[(table.Kind, id, path)] = (file, line, table.IdColumn);
        foreach (var (field, column, text) in cells)
        {
            string at = path.Length == 0 ? column : $"{path}.{column}";
            said[(table.Kind, id, at)] = (file, line, column);
            Set(target, column, ValueOf(field, text, file, line, column));
        }
    }

    private JsonNode? ValueOf(Field field, string text, string file, int line, string column)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var (value, fault) = FieldText.Read(field, text);
        if (fault is { } why)
            errors.Add(new TableError(file, line, column, text, why.Message, why.Remedy));
        return value;
    }

    private JsonObject RecordOf(RecordKind kind, string id)
    {
        if (!records.TryGetValue((kind, id), out var record))
            records[(kind, id)] = record = known.TryGetValue((kind, id), out string? content) ? JsonNode.Parse(content)!.AsObject() : RecordContent.HasId(kind) ? new JsonObject { ["id"] = id } : [];
        return record;
    }

    private static void Set(JsonObject target, string column, JsonNode? value)
    {
        string[] steps = column.Split('.');
        foreach (string step in steps[..^1])
            target = (target[step] ??= new JsonObject()).AsObject();
        if (value is null)
            target.Remove(steps[^1]);
        else
            target[steps[^1]] = value;
    }

    // An export puts a mark before what a spreadsheet would run as a formula.
    private static string Plain(string text) => text.Length > 1 && text[0] == '\'' && "=+-@\t\r".Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;

    private static string Above(string field) => field[..Math.Max(0, field.LastIndexOfAny(['.', '[']))];
}
