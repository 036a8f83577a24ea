namespace Rostering.Solver.Problem.Validation;

/// <summary>Speeds, buses and prices of travel.</summary>
internal static class TravelChecks
{
    private const int DaysOfWeek = 7;
    private const int MinutesMax = 24 * 60;
    private const int PenceMax = 1_000_000;
    private const int MetresMax = 10_000_000;

    public static void Check(ValidationContext context)
    {
        var findings = context.Findings;
        var travel = context.Problem.Travel;
        findings.Between("$.travel.detourPermille", travel.DetourPermille, 1_000, 10_000, "thousandths of the straight distance");
        findings.Between("$.travel.mileagePence", travel.MileagePence, 0, PenceMax, "pence a mile");
        findings.Between("$.travel.taxiCallPence", travel.TaxiCallPence ?? 0, 0, PenceMax, "pence");
        findings.Between("$.travel.taxiMilePence", travel.TaxiMilePence, 0, PenceMax, "pence a mile");
        findings.NotBlank("$.travel.source", travel.Source, "Say where the figures come from, or that they are assumed.");
        CheckDays(findings, "$.travel.firstBus", travel.FirstBus.Length);
        CheckDays(findings, "$.travel.lastBus", travel.LastBus.Length);
        CheckModes(findings, travel);
        CheckMeasured(context, travel);
    }

    private static void CheckDays(Findings findings, string path, int length)
    {
        if (length != DaysOfWeek)
            findings.Add(path, $"{length} times", "The week has seven days.", "Give seven times, Monday first.");
    }

    private static void CheckModes(Findings findings, TravelTerms travel)
    {
        findings.Distinct("$.travel.modes", travel.Modes.Select(terms => terms.Mode));
        foreach (var (index, terms) in travel.Modes.Index())
        {
            string path = $"$.travel.modes[{index}]";
            findings.Between($"{path}.metresPerMinute", terms.MetresPerMinute, 1, MetresMax, "metres a minute");
            findings.Between($"{path}.fixedMinutes", terms.FixedMinutes, 0, MinutesMax, "minutes");
            findings.Between($"{path}.metresMax", terms.MetresMax ?? 1, 1, MetresMax, "metres");
        }
    }

    private static void CheckMeasured(ValidationContext context, TravelTerms travel)
    {
        context.Findings.Distinct("$.travel.measured", travel.Measured.Select(journey => (journey.From, journey.To, journey.Mode)));
        foreach (var (index, journey) in travel.Measured.Index())
        {
            string path = $"$.travel.measured[{index}]";
            context.Places.Require($"{path}.from", journey.From);
            context.Places.Require($"{path}.to", journey.To);
            context.Findings.Between($"{path}.minutes", journey.Minutes, 0, MinutesMax, "minutes");
        }
    }
}
