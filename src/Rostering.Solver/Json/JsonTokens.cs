using System.Text.Json;
using static System.Text.Encoding;

namespace Rostering.Solver.Json;

/// <summary>What the reader stands on, as text.</summary>
internal static class JsonTokens
{
    private const int ExcerptLength = 60;

    /// <summary>The text of a string or a field's name; <c>null</c> where its bytes or escapes are no characters.</summary>
    public static string? Text(this ref readonly Utf8JsonReader input)
    {
        try
        {
            return input.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The value as written, shortened, for an error message.</summary>
    public static string Excerpt(this ref readonly Utf8JsonReader input) => input.TokenType switch
    {
        JsonTokenType.StartObject => "{…}",
        JsonTokenType.StartArray => "[…]",
        JsonTokenType.String => $"\"{Shorten(input.Text() ?? "�")}\"",
        _ => Shorten(UTF8.GetString(input.ValueSpan)),
    };

    private static string Shorten(string text) => text.Length <= ExcerptLength ? text : text[..ExcerptLength] + "…";
}
