using NodaTime;

namespace Rostering.Solver.Problem.Validation;

/// <summary>Pay bands and weights.</summary>
internal static class TermChecks
{
    private const int PremiumMax = 10_000;
    private const long WeightMax = 1_000_000_000_000;

    private static readonly HashSet<string> KnownKeys = [.. WeightKeys.All];

    public static void Check(ValidationContext context)
    {
        foreach (var (index, band) in context.Problem.PayBands.Index())
            Check(context.Findings, band, $"$.payBands[{index}]");
        CheckWeights(context);
    }

    private static void Check(Findings findings, PayBand band, string path)
    {
        findings.NotBlank($"{path}.name", band.Name, "Name the band, such as weekend.");
        findings.Between($"{path}.premiumPermille", band.PremiumPermille, 0, PremiumMax, "thousandths of basic pay");
        if (band.Day == IsoDayOfWeek.None)
            findings.Add($"{path}.day", band.Day, "A band belongs to a day.", "Name the day, such as saturday.");
        if (band.To != LocalTime.Midnight && band.To <= band.From)
        {
            findings.Add($"{path}.to", band.To.ToString("HH:mm", null),
                $"The band must end after its start, {band.From:HH:mm}.",
                "Swap the two; a band past midnight is two bands, the first to 00:00.", $"{path}.from");
        }
    }

    private static void CheckWeights(ValidationContext context)
    {
        var weights = context.Problem.Weights;
        foreach (string key in WeightKeys.All.Where(key => !weights.ContainsKey(key)))
            context.Findings.Add($"$.weights['{key}']", null, "The weight is needed.", "Add it; 0 switches the term off.");
        foreach (var (key, weight) in weights.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            string path = $"$.weights['{key}']";
            if (KnownKeys.Contains(key))
                context.Findings.Between(path, weight, 0, WeightMax, "points per unit");
            else
            {
                context.Findings.Add(path, weight,
                    "No objective has this key.", "Correct it; the keys are listed in docs/file-formats.md.");
            }
        }
    }
}
