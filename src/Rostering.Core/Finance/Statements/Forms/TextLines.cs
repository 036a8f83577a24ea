namespace Rostering.Core.Finance.Statements.Forms;

/// <summary>The type of an edition, in points.</summary>
internal sealed record TypeSizes(double Body, double Leading, double Heading, double Title, double Figure, double Foot, double Margin, double Gap)
{
    public static TypeSizes Normal { get; } = new(9.5, 13, 12.5, 19, 15, 8, 48, 12);

    /// <summary>Nothing in easy-read is smaller than 14 points.</summary>
    public static TypeSizes Large { get; } = new(16, 21.5, 20, 27, 25, 14, 48, 18);
}

/// <summary>Breaks text into lines that fit a width; a word that is too long for a line is broken.</summary>
internal static class TextLines
{
    public static List<string> Wrap(string text, double width, double size, bool isBold)
    {
        var font = isBold ? StatementFonts.Bold : StatementFonts.Regular;
        if (font.Width(text, size) <= width)
            return text.Length > 0 ? [text] : [];
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ').SelectMany(word => Break(word, width, size, font)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (font.Width(longer, size) <= width)
            {
                line = longer;
                continue;
            }

            lines.Add(line);
            line = word;
        }

        lines.Add(line);
        return [.. lines.Where(found => found.Length > 0)];
    }

    private static IEnumerable<string> Break(string word, double width, double size, TrueTypeFont font)
    {
        while (word.Length > 1 && font.Width(word, size) > width)
        {
            var fits = Math.Max(1, Enumerable.Range(1, word.Length).Last(length => length == 1 || font.Width(word[..length], size) <= width));
            yield return word[..fits];
            word = word[fits..];
        }

        yield return word;
    }
}
