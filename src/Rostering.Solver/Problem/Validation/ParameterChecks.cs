namespace Rostering.Solver.Problem.Validation;

/// <summary>Rule parameters: known, dated, sourced, in range, and one in force for each key.</summary>
internal static class ParameterChecks
{
    private static readonly HashSet<string> KnownKeys = [.. ParameterKeys.All];

    // By the unit that ends a key. A month of minutes is more than any limit on rest or work.
    private static readonly Dictionary<string, (long Min, long Max, string Noun)> Units = new(StringComparer.Ordinal)
    {
        ["minutes"] = (0, 31 * 24 * 60, "minutes"),
        ["minute-of-day"] = (0, (24 * 60) - 1, "minutes after midnight"),
        ["weeks"] = (1, 104, "weeks"),
        ["count"] = (0, 1_000, "times"),
        ["visits"] = (0, 1_000, "visits"),
        ["permille"] = (0, 10_000, "thousandths"),
        ["flag"] = (0, 1, "1 for yes and 0 for no"),
    };

    // A grid of no minutes has no end, and employment never costs less than its pay.
    private static readonly Dictionary<string, long> Least = new(StringComparer.Ordinal)
    {
        [ParameterKeys.StartStepMinutes] = 1,
        [ParameterKeys.OnCostPermille] = 1_000,
    };

    public static void Check(ValidationContext context)
    {
        var findings = context.Findings;
        foreach (var (index, parameter) in context.Problem.Parameters.Index())
            Check(findings, parameter, $"$.parameters[{index}]");
        var inForce = context.Problem.Parameters.Where(parameter => IsInForce(parameter, context.Problem))
            .ToLookup(parameter => parameter.Key, StringComparer.Ordinal);
        foreach (string key in ParameterKeys.All)
            CheckInForce(findings, context.Problem, key, [.. inForce[key]]);
    }

    private static void Check(Findings findings, RuleParameter parameter, string path)
    {
        findings.NotBlank($"{path}.source", parameter.Source, "Name the regulation, agreement or house rule.");
        if (parameter.ReviewedBy is { } reviewer)
            findings.NotBlank($"{path}.reviewedBy", reviewer, "Name the reviewer, or leave the field out.");
        if (parameter.ValidTo is { } last && last < parameter.ValidFrom)
        {
            findings.Add($"{path}.validTo", LocalTimes.Text(last),
                "The last day in force comes before the first.", "Swap the two, or correct the year.", $"{path}.validFrom");
        }

        if (!KnownKeys.Contains(parameter.Key))
        {
            findings.Add($"{path}.key", parameter.Key,
                "No rule knows this key.", "Correct it; the keys are listed in docs/file-formats.md.");
            return;
        }

        var (min, max, noun) = Units[parameter.Key[(parameter.Key.LastIndexOf('.') + 1)..]];
        findings.Between($"{path}.value", parameter.Value, Least.GetValueOrDefault(parameter.Key, min), max, noun);
    }

    private static void CheckInForce(Findings findings, RotaProblem problem, string key, List<RuleParameter> inForce)
    {
        if (inForce.Count == 0)
        {
            findings.Add("$.parameters", key,
                $"The key has no value in force on {problem.WeekStart:uuuu-MM-dd}.",
                "Add a value whose dates hold the week's first day.", "$.weekStart");
            return;
        }

        var latest = inForce.Max(parameter => parameter.KnownFrom);
        if (inForce.Count(parameter => parameter.KnownFrom == latest) > 1)
        {
            findings.Add("$.parameters", key,
                $"Two values in force became known on the same day, {latest:uuuu-MM-dd}.",
                "Keep one, or date the later one.", "$.weekStart");
        }
    }

    // Dates the wrong way round are noted as such, and not once more as a key without a value.
    private static bool IsInForce(RuleParameter parameter, RotaProblem problem) =>
        parameter.ValidFrom <= problem.WeekStart
        && (parameter.ValidTo is not { } last || last >= problem.WeekStart || last < parameter.ValidFrom);
}
