namespace Rostering.Solver.Problem.Validation;

/// <summary>The one version of the file formats that this program knows.</summary>
internal static class FormatVersion
{
    public const int Known = 1;

    public static void Check(int format, Findings findings)
    {
        if (format != Known)
        {
            findings.Add("$.format", format, $"This program reads format {Known} only.",
                $"Export the file again as format {Known}, or use a version of the program that reads format {format}.");
        }
    }
}
