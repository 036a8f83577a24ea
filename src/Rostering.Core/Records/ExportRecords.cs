using System.Text.Json.Nodes;
using CsvHelper;
using Rostering.Core.Records.Fields;
using Rostering.Core.Records.Tables;

namespace Rostering.Core.Records;

/// <summary>Writes a table of records as a file, which can be brought in again as it is.</summary>
public sealed class ExportRecords(ReadRecords readRecords)
{
    public async Task<byte[]> HandleAsync(long providerId, RecordTable table, CancellationToken cancellation)
    {
        var contents = await readRecords.ContentsAsync(providerId, cancellation);
        using MemoryStream file = new();
        using (var writer = CsvWriter.Create(file, CsvWriterOptions.Default with { WriteByteOrderMark = true, Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            writer.WriteHeader([table.IdColumn, .. table.Columns.Select(column => column.Column)]);
            foreach (var ((_, id), (_, content)) in contents.Where(entry => entry.Key.Kind == table.Kind).OrderBy(entry => entry.Key.Id, StringComparer.Ordinal))
                Write(writer, table, id, JsonNode.Parse(content)!.AsObject());
        }

        return file.ToArray();
    }

    private static void Write(CsvWriter writer, RecordTable table, string id, JsonObject record)
    {
        foreach (JsonObject row in table.RowsOf(record))
        {
            writer.WriteField(id);
            foreach (var (column, field) in table.Columns)
                writer.WriteField(FieldText.Show(field, RecordTable.In(row, column)));
            writer.EndRecord();
        }
    }
}
