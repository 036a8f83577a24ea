using CsvHelper;

namespace Rostering.Core.Finance.Export;

/// <summary>A file of comma-separated values, in UTF-8 and with plain line ends whatever the machine; rows are written field by field.</summary>
internal sealed class CsvTable : IDisposable
{
    private readonly CsvWriter writer;

    public CsvTable(string file, params ReadOnlySpan<string> columns)
    {
        writer = CsvWriter.Create(File.Create(file), CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: false);
        writer.WriteHeader(columns);
    }

    public CsvTable Add(string text)
    {
        writer.WriteField(text);
        return this;
    }

    public CsvTable Add(ReadOnlySpan<byte> text)
    {
        writer.WriteField(text);
        return this;
    }

    public CsvTable Add(long? number)
    {
        writer.WriteField(number, []);
        return this;
    }

    public void EndRow() => writer.EndRecord();

    public void Dispose() => writer.Dispose();
}
