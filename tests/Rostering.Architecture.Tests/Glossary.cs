namespace Rostering.Architecture.Tests;

/// <summary>The table in docs/glossary.md: a term, its meaning, and what it is not to be called.</summary>
internal static class Glossary
{
    public static IReadOnlyList<string> Terms { get; } =
    [
        .. Repository.ReadLines("docs/glossary.md")
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Split('|')[1].Trim())
            .Where(term => !term.StartsWith('-')),
    ];
}
