using System.Text;
using Rostering.Ledger.Statements.Editions;

namespace Rostering.Core.Finance.Statements.Forms;

/// <summary>Writes a statement's document as one HTML file that needs nothing beside it.</summary>
internal static class HtmlForm
{
    public static byte[] Render(Document document)
    {
        var html = new StringBuilder();
        html.Append($"<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{Escape(document.Title)}</title>\n<style>\n{HtmlStyle.Text}</style>\n</head>\n");
        html.Append($"<body class=\"{(document.IsLarge ? "large" : "normal")}\">\n<main>\n<h1>{Escape(document.Title)}</h1>\n");
        foreach (var block in document.Blocks)
            html.Append(Block(block)).Append('\n');
        html.Append($"</main>\n<footer>{Escape(document.Footer)}</footer>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static string Block(Block block) => block switch
    {
        Heading heading => $"<h2>{Escape(heading.Text)}</h2>",
        Paragraph paragraph => $"<p{(paragraph.IsNote ? " class=\"note\"" : "")}>{Escape(paragraph.Text)}</p>",
        Facts facts => $"<dl class=\"facts\">{string.Concat(facts.Items.Select(Fact))}</dl>",
        Figures figures => $"<dl class=\"figures\">{string.Concat(figures.Items.Select(Fact))}</dl>",
        Table table => Table(table),
        Idea idea => Idea(idea),
        _ => throw new InvalidOperationException($"There is no HTML for {block}."),
    };

    private static string Fact(Fact fact) => $"<div><dt>{Escape(fact.Name)}</dt><dd>{Escape(fact.Value)}</dd></div>";

    private static string Table(Table table)
    {
        var html = new StringBuilder($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{Escape(table.Caption)}\"><table{(table.Columns.Length > 4 ? " class=\"wide\"" : "")}>\n<caption>{Escape(table.Caption)}</caption>\n<thead><tr>");
        foreach (var column in table.Columns)
            html.Append($"<th scope=\"col\"{Class(column)}>{Escape(column.Name)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append(row.IsTotal ? "<tr class=\"total\">" : "<tr>").Append($"<th scope=\"row\">{Escape(row.Cells[0])}</th>");
            foreach (var (at, cell) in row.Cells.Index().Skip(1))
                html.Append($"<td{Class(table.Columns[at])}>{Escape(cell)}</td>");
            html.Append("</tr>\n");
        }

        return html.Append("</tbody>\n</table></div>").ToString();
    }

    private static string Idea(Idea idea)
    {
        var picture = idea.Picture is { } drawing ? HtmlDrawing.Of(drawing) : "";
        var figure = idea.Figure.Length > 0 ? $"<p class=\"figure\">{Escape(idea.Figure)}</p>" : "";
        return $"<section class=\"idea\">{picture}<div><h2>{Escape(idea.Heading)}</h2>{figure}{string.Concat(idea.Sentences.Select(sentence => $"<p>{Escape(sentence)}</p>"))}</div></section>";
    }

    private static string Class(Column column) => column.IsNumber ? " class=\"number\"" : "";

    public static string Escape(string text) =>
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;");
}

/// <summary>Writes a drawing as SVG.</summary>
internal static class HtmlDrawing
{
    public static string Of(Drawing drawing) =>
        $"<svg viewBox=\"0 0 100 100\" role=\"img\" aria-label=\"{HtmlForm.Escape(drawing.Shows)}\">{string.Concat(drawing.Shapes.Select(Shape))}</svg>";

    private static string Shape(Shape shape) => shape switch
    {
        Circle circle => $"<circle cx=\"{circle.X}\" cy=\"{circle.Y}\" r=\"{circle.Radius}\" {Inks(circle)}/>",
        Polygon polygon => $"<{(polygon.Fill == Ink.None ? "polyline" : "polygon")} points=\"{string.Join(' ', polygon.Points.Select(point => $"{point.X},{point.Y}"))}\" {Inks(polygon)}/>",
        Sign sign => $"<text x=\"{sign.X}\" y=\"{sign.Y + (sign.Size * 0.34):0.##}\" font-size=\"{sign.Size}\" {Inks(sign)}>{HtmlForm.Escape(sign.Text)}</text>",
        _ => throw new InvalidOperationException($"There is no SVG for {shape}."),
    };

    private static string Inks(Shape shape) => $"class=\"{Name(shape.Fill)} {(shape.Line == Ink.None ? "bare" : "line")}\"";

    private static string Name(Ink ink) => ink.ToString().ToLowerInvariant();
}
