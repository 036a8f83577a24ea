using Rostering.Ledger.Statements.Editions;

namespace Rostering.Core.Finance.Statements.Forms;

/// <summary>Sets a table row by row. Columns have their share of the width; numbers stand to the right.</summary>
internal sealed class PdfTable(PdfCanvas canvas, Table table, double left, double width, TypeSizes sizes)
{
    private const double Padding = 4;

    private readonly PdfElement element = canvas.Document.Add("Table");
    private readonly double[] widths = [.. table.Columns.Select(column => width * column.Share / table.Columns.Sum(each => each.Share))];
    private readonly double size = sizes.Body - (table.Columns.Length > 7 ? 1.5 : 0.5);

    private double Leading => size * 1.3;

    public void Caption(ref double y)
    {
        canvas.Text(element.Add("Caption"), table.Caption, left, y + 10, sizes.Body - 0.5, color: PdfColors.Quiet);
        y += 16;
    }

    public void Header(ref double y)
    {
        var cells = Set(new Row([.. table.Columns.Select(column => column.Name)], IsTotal: true));
        canvas.Box(left, y, width, cells.Height, PdfColors.Pale);
        Write(cells, "TH", ref y);
    }

    /// <summary>A row broken into lines, which has a height before it has a place.</summary>
    public SetRow Set(Row row)
    {
        var cells = row.Cells.Select((cell, at) => TextLines.Wrap(cell, widths[at] - (2 * Padding), size, row.IsTotal)).ToList();
        return new(cells, row.IsTotal, (cells.Max(lines => lines.Count) * Leading) + (2 * Padding) - 1);
    }

    public void Row(SetRow row, ref double y)
    {
        canvas.Rule(left, left + width, y, row.IsTotal ? PdfColors.Text : PdfColors.Line, row.IsTotal ? 0.9 : 0.5);
        Write(row, "TD", ref y);
    }

    private void Write(SetRow row, string tag, ref double y)
    {
        var font = row.IsTotal ? StatementFonts.Bold : StatementFonts.Regular;
        var line = element.Add("TR");
        var x = left;
        foreach (var (at, lines) in row.Cells.Index())
        {
            var cell = line.Add(tag);
            foreach (var (below, text) in lines.Index())
            {
                var start = table.Columns[at].IsNumber ? x + widths[at] - Padding - font.Width(text, size) : x + Padding;
                canvas.Text(cell, text, start, y + Padding + (below * Leading) + (size * 0.9), size, row.IsTotal);
            }

            x += widths[at];
        }

        y += row.Height;
    }

    /// <summary>The lines of each cell.</summary>
    public sealed record SetRow(List<List<string>> Cells, bool IsTotal, double Height);
}
