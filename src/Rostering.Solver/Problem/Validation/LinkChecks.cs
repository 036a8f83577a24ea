namespace Rostering.Solver.Problem.Validation;

/// <summary>Relations between visits.</summary>
internal static class LinkChecks
{
    private const int GapMax = 7 * 24 * 60;

    public static void Check(ValidationContext context)
    {
        var links = context.Problem.Links;
        context.Findings.Distinct("$.links", links);
        foreach (var (index, link) in links.Index())
            Check(context, link, $"$.links[{index}]");
        foreach (var (index, cycle) in PrecedenceCycles.Find(links))
        {
            context.Findings.Add($"$.links[{index}]", string.Join(" → ", cycle), "The visits follow one another in a circle.",
                "Remove one of the links of the circle.", "$.links");
        }
    }

    private static void Check(ValidationContext context, VisitLink link, string path)
    {
        var findings = context.Findings;
        context.Visits.Require($"{path}.first", link.First);
        context.Visits.Require($"{path}.second", link.Second);
        if (link.First == link.Second)
        {
            findings.Add($"{path}.second", link.Second,
                "A link joins two different visits.", "Name the other visit, or remove the link.", $"{path}.first");
        }

        findings.Between($"{path}.gapMinutesMin", link.GapMinutesMin, 0, GapMax, "minutes");
        findings.Between($"{path}.gapMinutesMax", link.GapMinutesMax ?? 0, 0, GapMax, "minutes");
        if (link.GapMinutesMax < link.GapMinutesMin)
        {
            findings.Add($"{path}.gapMinutesMax", link.GapMinutesMax,
                $"The greatest gap is less than the least, {link.GapMinutesMin}.", "Swap the two.", $"{path}.gapMinutesMin");
        }

        if (link.Kind == LinkKind.Synchronised && (link.GapMinutesMin != 0 || link.GapMinutesMax is not null))
        {
            findings.Add($"{path}.gapMinutesMin", link.GapMinutesMin,
                "Visits that start together have no gap.",
                "Remove the gap, or make the link a precedence.", $"{path}.kind", $"{path}.gapMinutesMax");
        }
    }
}
