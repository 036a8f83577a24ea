using System.Text;

namespace Rostering.Cli.Printing;

/// <summary>Text in 80 columns.</summary>
internal static class TextLayout
{
    public const int Width = 80;

    /// <summary>Breaks a sentence at words; lines after the first are set in.</summary>
    public static void Wrap(StringBuilder text, string sentence, int hanging)
    {
        int column = 0;
        foreach (string word in sentence.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                text.AppendLine().Append(' ', hanging);
                column = hanging;
            }
            else if (column > 0)
            {
                text.Append(' ');
                column++;
            }

            text.Append(word);
            column += word.Length;
        }

        text.AppendLine();
    }

    public static string Cut(string value, int length) => value.Length <= length ? value.PadRight(length) : string.Concat(value.AsSpan(0, length - 1), "…");
}
