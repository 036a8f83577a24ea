namespace Rostering.Solver.Problem.Validation;

/// <summary>The checks that come up everywhere.</summary>
internal static class FindingsChecks
{
    /// <summary>Notes a number outside its bounds, both included.</summary>
    public static void Between(this Findings findings, string path, long value, long min, long max, string unit)
    {
        if (value < min || value > max)
            findings.Add(path, value, $"This must lie from {min} to {max}.", $"Give it in {unit}, in that range.");
    }

    /// <summary>Notes a text with nothing in it.</summary>
    public static void NotBlank(this Findings findings, string path, string value, string remedy)
    {
        if (string.IsNullOrWhiteSpace(value))
            findings.Add(path, value, "This must not be empty.", remedy);
    }

    /// <summary>Notes every item that repeats an earlier one of its list.</summary>
    public static void Distinct<T>(this Findings findings, string path, IEnumerable<T> items)
    {
        var seen = new HashSet<T>();
        foreach (var (index, item) in items.Index())
        {
            if (!seen.Add(item))
                findings.Add($"{path}[{index}]", item, "The list holds this twice.", "Keep it once.", path);
        }
    }
}
