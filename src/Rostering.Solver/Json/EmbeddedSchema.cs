namespace Rostering.Solver.Json;

/// <summary>The published schemas, carried inside the program.</summary>
internal static class EmbeddedSchema
{
    public static string Text(string file)
    {
        using var resource = typeof(EmbeddedSchema).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The schema {file} is not embedded; add it to the project file.");
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
