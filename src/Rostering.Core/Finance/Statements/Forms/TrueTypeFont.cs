using System.Buffers.Binary;
using System.Text;

namespace Rostering.Core.Finance.Statements.Forms;

/// <summary>Reads what a PDF needs of a TrueType font: which glyph a character has, how wide it is, and a font file with only the glyphs in use.</summary>
internal sealed class TrueTypeFont
{
    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    private readonly byte[] file;
    private readonly Dictionary<string, Range> tables = new(StringComparer.Ordinal);
    private readonly ushort[] glyphs = new ushort[char.MaxValue + 1];
    private readonly int[] offsets;
    private readonly int[] widths;

    public TrueTypeFont(string name, byte[] file)
    {
        Name = name;
        this.file = file;
        for (var at = 12; at < 12 + (16 * UInt16(file, 4)); at += 16)
            tables[Encoding.ASCII.GetString(file, at, 4)] = new(Int32(file, at + 8), Int32(file, at + 8) + Int32(file, at + 12));

        var head = Table("head");
        UnitsPerEm = UInt16(head, 18);
        Box = [Scaled(Int16(head, 36)), Scaled(Int16(head, 38)), Scaled(Int16(head, 40)), Scaled(Int16(head, 42))];
        Ascent = Scaled(Int16(Table("hhea"), 4));
        Descent = Scaled(Int16(Table("hhea"), 6));
        offsets = ReadOffsets(longOffsets: Int16(head, 50) == 1);
        widths = ReadWidths();
        ReadCharacters();
    }

    public string Name { get; }

    public int[] Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    private int UnitsPerEm { get; }

    /// <summary>The glyph of a character; a character that the font lacks has that of a question mark.</summary>
    public ushort Glyph(char character) => glyphs[character] != 0 ? glyphs[character] : glyphs['?'];

    /// <summary>A glyph's width in thousandths of the size.</summary>
    public int GlyphWidth(ushort glyph) => Scaled(widths[glyph]);

    public double Width(string text, double size)
    {
        var sum = 0;
        foreach (var character in text)
            sum += widths[Glyph(character)];
        return sum * size / UnitsPerEm;
    }

    /// <summary>The font file with the outlines of these glyphs alone. Glyphs keep their numbers.</summary>
    public byte[] Subset(IEnumerable<ushort> used)
    {
        var wanted = new SortedSet<ushort>(used) { 0 };
        wanted.UnionWith(wanted.ToList().SelectMany(Parts));

        var outlines = new MemoryStream();
        var places = new byte[offsets.Length * 4];
        for (var glyph = 0; glyph < offsets.Length - 1; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(glyph * 4), (int)outlines.Length);
            if (wanted.Contains((ushort)glyph))
                outlines.Write(Table("glyf")[offsets[glyph]..offsets[glyph + 1]]);
        }

        BinaryPrimitives.WriteInt32BigEndian(places.AsSpan(places.Length - 4), (int)outlines.Length);
        var head = Table("head").ToArray();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        return Assemble(name => name switch { "glyf" => outlines.ToArray(), "loca" => places, "head" => head, _ => Table(name).ToArray() });
    }

    private byte[] Assemble(Func<string, byte[]> table)
    {
        var kept = Kept.Where(tables.ContainsKey).ToList();
        var directory = new byte[12 + (16 * kept.Count)];
        BinaryPrimitives.WriteInt32BigEndian(directory, 0x00010000);
        BinaryPrimitives.WriteInt16BigEndian(directory.AsSpan(4), (short)kept.Count);
        var body = new MemoryStream();
        foreach (var (at, name) in kept.Index())
        {
            var content = table(name);
            var entry = directory.AsSpan(12 + (16 * at), 16);
            Encoding.ASCII.GetBytes(name, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Checksum(content));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], directory.Length + (int)body.Length);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], content.Length);
            body.Write(content);
            body.Write(new byte[(4 - (content.Length % 4)) % 4]);
        }

        return [.. directory, .. body.ToArray()];
    }

    private static uint Checksum(byte[] content)
    {
        uint sum = 0;
        for (var at = 0; at < content.Length; at++)
            sum = unchecked(sum + ((uint)content[at] << (24 - (8 * (at % 4)))));
        return sum;
    }

    /// <summary>The glyphs that an accented one is put together from.</summary>
    private IEnumerable<ushort> Parts(ushort glyph)
    {
        const int moreParts = 0x20, wideArguments = 0x01, scale = 0x08, twoScales = 0x40, matrix = 0x80;
        var outline = Table("glyf")[offsets[glyph]..offsets[glyph + 1]].ToArray();
        if (outline.Length == 0 || Int16(outline, 0) >= 0)
            yield break;
        for (var (at, more) = (10, true); more;)
        {
            var flags = UInt16(outline, at);
            yield return UInt16(outline, at + 2);
            at += 4 + ((flags & wideArguments) != 0 ? 4 : 2) + ((flags & scale) != 0 ? 2 : (flags & twoScales) != 0 ? 4 : (flags & matrix) != 0 ? 8 : 0);
            more = (flags & moreParts) != 0;
        }
    }

    private int[] ReadOffsets(bool longOffsets)
    {
        var places = Table("loca").ToArray();
        var count = UInt16(Table("maxp"), 4) + 1;
        return [.. Enumerable.Range(0, count).Select(glyph => longOffsets ? Int32(places, glyph * 4) : UInt16(places, glyph * 2) * 2)];
    }

    private int[] ReadWidths()
    {
        var metrics = Table("hmtx").ToArray();
        var last = UInt16(Table("hhea"), 34) - 1;
        return [.. Enumerable.Range(0, offsets.Length - 1).Select(glyph => (int)UInt16(metrics, Math.Min(glyph, last) * 4))];
    }

    /// <summary>Reads the table of format 4, which holds the characters of the basic plane.</summary>
    private void ReadCharacters()
    {
        var map = Table("cmap").ToArray();
        var start = Enumerable.Range(0, UInt16(map, 2)).Select(record => Int32(map, 4 + (record * 8) + 4)).First(at => UInt16(map, at) == 4);
        var doubled = UInt16(map, start + 6);
        for (var segment = 0; segment < doubled; segment += 2)
        {
            var (end, first) = (UInt16(map, start + 14 + segment), UInt16(map, start + 16 + doubled + segment));
            var delta = UInt16(map, start + 16 + (2 * doubled) + segment);
            var rangeAt = start + 16 + (3 * doubled) + segment;
            for (var code = (int)first; code <= end && code != 0xFFFF; code++)
            {
                var range = UInt16(map, rangeAt);
                var glyph = range == 0 ? code : UInt16(map, rangeAt + range + (2 * (code - first)));
                if (glyph != 0)
                    glyphs[(char)code] = (ushort)((glyph + delta) & 0xFFFF);
            }
        }
    }

    private int Scaled(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm);

    private ReadOnlySpan<byte> Table(string name) => file.AsSpan(tables[name]);

    private static ushort UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static short Int16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt16BigEndian(bytes[at..]);

    private static int Int32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
}
