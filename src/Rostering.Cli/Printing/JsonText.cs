using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rostering.Cli.Printing;

/// <summary>How the program writes JSON for other programs.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options) + "\n";
}
