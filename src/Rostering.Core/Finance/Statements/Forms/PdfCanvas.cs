using System.Text;
using Rostering.Ledger.Statements.Editions;

namespace Rostering.Core.Finance.Statements.Forms;

/// <summary>Pages of A4 to draw on, in points from the top left.</summary>
internal sealed class PdfCanvas
{
    public const double PageWidth = 595.28;
    public const double PageHeight = 841.89;

    private readonly List<StringBuilder> pages = [];
    private readonly List<int> marks = [];
    private readonly SortedDictionary<ushort, char> regular = [];
    private readonly SortedDictionary<ushort, char> bold = [];

    public PdfElement Document { get; } = new("Document", Parent: null);

    public int Pages => pages.Count;

    public void AddPage()
    {
        pages.Add(new());
        marks.Add(0);
    }

    /// <summary>Writes a line of text whose letters stand on <paramref name="y"/>; without an element it is decoration.</summary>
    public void Text(PdfElement? element, string text, double x, double y, double size, bool isBold = false, string color = PdfColors.Text, int? page = null)
    {
        if (text.Length == 0)
            return;
        var on = page ?? pages.Count - 1;
        var (font, used) = isBold ? (StatementFonts.Bold, bold) : (StatementFonts.Regular, regular);
        var glyphs = new StringBuilder();
        foreach (var character in text)
        {
            var glyph = font.Glyph(character);
            used.TryAdd(glyph, character);
            glyphs.Append(glyph.ToString("X4"));
        }

        Open(element, on);
        pages[on].Append($"{color} rg BT /{(isBold ? "B" : "R")} {size:0.##} Tf {x:0.##} {PageHeight - y:0.##} Td <{glyphs}> Tj ET\nEMC\n");
    }

    public void Rule(double left, double right, double y, string color, double width = 0.6) =>
        Decorate($"{color} RG {width:0.##} w {left:0.##} {PageHeight - y:0.##} m {right:0.##} {PageHeight - y:0.##} l S");

    public void Box(double left, double top, double width, double height, string color) =>
        Decorate($"{color} rg {left:0.##} {PageHeight - top - height:0.##} {width:0.##} {height:0.##} re f");

    public void Draw(PdfElement element, Drawing drawing, double left, double top, double size)
    {
        Open(element, pages.Count - 1);
        var page = pages[^1];
        var scale = size / 100;
        page.Append($"q {scale:0.####} 0 0 {-scale:0.####} {left:0.##} {PageHeight - top:0.##} cm 2.4 w 1 J 1 j\n");
        foreach (var shape in drawing.Shapes)
            page.Append(Shape(shape));
        page.Append("Q\nEMC\n");
    }

    public byte[] Save(string title, DateOnly created, string id)
    {
        var file = new PdfFile();
        var catalogue = file.Reserve();
        var tree = file.Reserve();
        var fonts = $"/R {PdfFontObjects.Add(file, StatementFonts.Regular, regular)} 0 R";
        if (bold.Count > 0)
            fonts += $" /B {PdfFontObjects.Add(file, StatementFonts.Bold, bold)} 0 R";
        var numbers = pages.Select((content, page) => AddPage(file, tree, fonts, content, page)).ToList();
        file.Set(tree, $"<< /Type /Pages /Count {numbers.Count} /Kids [{string.Join(' ', numbers.Select(number => $"{number} 0 R"))}] >>");
        var structure = new PdfStructure(file, numbers).Write(Document);
        file.Set(catalogue, $"<< /Type /Catalog /Pages {tree} 0 R /Lang (en-GB) /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >> /StructTreeRoot {structure} 0 R >>");
        var info = file.Add($"<< /Title {PdfFile.Text(title)} /Producer (Rostering) /CreationDate (D:{created:yyyyMMdd}000000Z) /ModDate (D:{created:yyyyMMdd}000000Z) >>");
        return file.Write(catalogue, info, id);
    }

    private static int AddPage(PdfFile file, int tree, string fonts, StringBuilder content, int page)
    {
        var stream = file.AddStream(Encoding.Latin1.GetBytes(content.ToString()));
        return file.Add($"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PageWidth} {PageHeight}] /Resources << /Font << {fonts} >> >> /Contents {stream} 0 R /StructParents {page} /Tabs /S >>");
    }

    private void Open(PdfElement? element, int page)
    {
        if (element is null)
        {
            pages[page].Append("/Artifact BMC\n");
            return;
        }

        element.Marks.Add((page, marks[page]));
        pages[page].Append($"/{element.Tag} << /MCID {marks[page]++} >> BDC\n");
    }

    private void Decorate(string operators) => pages[^1].Append($"/Artifact BMC\n{operators}\nEMC\n");

    private string Shape(Shape shape) => shape switch
    {
        Circle circle => Inks(circle) + CirclePath(circle) + Paint(circle),
        Polygon polygon => Inks(polygon) + $"{polygon.Points[0].X:0.##} {polygon.Points[0].Y:0.##} m "
            + string.Concat(polygon.Points.Skip(1).Select(point => $"{point.X:0.##} {point.Y:0.##} l ")) + (polygon.Fill == Ink.None ? "" : "h ") + Paint(polygon),
        Sign sign => SignText(sign),
        _ => throw new InvalidOperationException($"There is no way to draw {shape}."),
    };

    /// <summary>A sign is mirrored back: a drawing counts from the top, a PDF from the bottom.</summary>
    private string SignText(Sign sign)
    {
        var glyph = StatementFonts.Bold.Glyph(sign.Text[0]);
        bold.TryAdd(glyph, sign.Text[0]);
        var width = StatementFonts.Bold.Width(sign.Text, sign.Size);
        return $"{PdfColors.Of(sign.Fill)} rg BT /B {sign.Size:0.##} Tf 1 0 0 -1 {sign.X - (width / 2):0.##} {sign.Y + (sign.Size * 0.34):0.##} Tm <{glyph:X4}> Tj ET\n";
    }

    private static string Inks(Shape shape) =>
        (shape.Fill == Ink.None ? "" : $"{PdfColors.Of(shape.Fill)} rg ") + (shape.Line == Ink.None ? "" : $"{PdfColors.Of(shape.Line)} RG ");

    private static string Paint(Shape shape) => (shape.Fill, shape.Line) switch { (Ink.None, _) => "S\n", (_, Ink.None) => "f\n", _ => "B\n" };

    /// <summary>Four curves that come within a thousandth of a circle.</summary>
    private static string CirclePath(Circle circle)
    {
        var (x, y, r, c) = (circle.X, circle.Y, circle.Radius, circle.Radius * 0.5523);
        return $"{x + r:0.##} {y:0.##} m {x + r:0.##} {y + c:0.##} {x + c:0.##} {y + r:0.##} {x:0.##} {y + r:0.##} c "
            + $"{x - c:0.##} {y + r:0.##} {x - r:0.##} {y + c:0.##} {x - r:0.##} {y:0.##} c {x - r:0.##} {y - c:0.##} {x - c:0.##} {y - r:0.##} {x:0.##} {y - r:0.##} c "
            + $"{x + c:0.##} {y - r:0.##} {x + r:0.##} {y - c:0.##} {x + r:0.##} {y:0.##} c ";
    }
}

/// <summary>The colours of statements, as shares of red, green and blue.</summary>
internal static class PdfColors
{
    public const string Text = "0.11 0.15 0.18";
    public const string Quiet = "0.33 0.38 0.42";
    public const string Line = "0.78 0.82 0.84";
    public const string Strong = "0.09 0.39 0.44";
    public const string Pale = "0.91 0.95 0.95";
    public const string Note = "1 0.96 0.85";

    public static string Of(Ink ink) => ink switch { Ink.Dark => Text, Ink.Strong => Strong, Ink.Pale => Pale, _ => Note };
}
