namespace Rostering.Core.Finance.Statements.Forms;

/// <summary>Atkinson Hyperlegible, drawn for readers with low vision, as it is built into this assembly.</summary>
internal static class StatementFonts
{
    public static TrueTypeFont Regular { get; } = new("AtkinsonHyperlegible-Regular", Read("atkinson-regular.ttf"));

    public static TrueTypeFont Bold { get; } = new("AtkinsonHyperlegible-Bold", Read("atkinson-bold.ttf"));

    public static byte[] RegularForWeb => Read("atkinson-regular.woff2");

    public static byte[] BoldForWeb => Read("atkinson-bold.woff2");

    private static byte[] Read(string name)
    {
        using var stream = typeof(StatementFonts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font '{name}' is not part of the assembly. Run scripts/setup and build again.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
