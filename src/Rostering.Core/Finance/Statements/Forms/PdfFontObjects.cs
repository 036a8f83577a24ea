using System.Text;

namespace Rostering.Core.Finance.Statements.Forms;

/// <summary>Writes a font into a PDF: the glyphs in use, their widths, and which characters they stand for.</summary>
internal static class PdfFontObjects
{
    public static int Add(PdfFile file, TrueTypeFont font, IReadOnlyDictionary<ushort, char> used)
    {
        var program = font.Subset(used.Keys);
        var stream = file.AddStream(program, $"/Length1 {program.Length} ");
        var name = $"AAAAAA+{font.Name}";
        var descriptor = file.Add($"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{string.Join(' ', font.Box)}] /ItalicAngle 0 "
            + $"/Ascent {font.Ascent} /Descent {font.Descent} /CapHeight {font.Ascent} /StemV 80 /FontFile2 {stream} 0 R >>");
        var widths = string.Join(' ', used.Keys.Order().Select(glyph => $"{glyph} [{font.GlyphWidth(glyph)}]"));
        var descendant = file.Add($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/FontDescriptor {descriptor} 0 R /W [{widths}] /CIDToGIDMap /Identity >>");
        var characters = file.AddStream(Encoding.ASCII.GetBytes(CharactersOf(used)));
        return file.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {characters} 0 R >>");
    }

    /// <summary>What lets text be read aloud, searched and copied. A block holds at most a hundred lines.</summary>
    private static string CharactersOf(IReadOnlyDictionary<ushort, char> used)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Characters def\n/CMapType 2 def\n"
            + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var block in used.OrderBy(pair => pair.Key).Chunk(100))
        {
            map.Append($"{block.Length} beginbfchar\n");
            foreach (var (glyph, character) in block)
                map.Append($"<{glyph:X4}> <{(int)character:X4}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
