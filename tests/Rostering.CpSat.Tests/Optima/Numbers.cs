using System.Globalization;

namespace Rostering.CpSat.Tests.Optima;

/// <summary>The numbers of a published instance, as its file writes them.</summary>
internal static class Numbers
{
    public static long[] In(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => long.Parse(word, CultureInfo.InvariantCulture))];
}
