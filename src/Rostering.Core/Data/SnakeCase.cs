using System.Text;

namespace Rostering.Core.Data;

/// <summary>Names as SQL has them.</summary>
internal static class SnakeCase
{
    public static string Of<T>(T word) where T : struct, Enum => Of(word.ToString());

    public static string Of(string name)
    {
        StringBuilder snake = new();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
