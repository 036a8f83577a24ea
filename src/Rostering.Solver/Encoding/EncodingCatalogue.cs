namespace Rostering.Solver.Encoding;

/// <summary>The encodings of all rules, in the order of the rule catalogue.</summary>
public static class EncodingCatalogue
{
    /// <summary>Fresh encodings: an encoding may keep state for the model it is used on.</summary>
    public static IReadOnlyList<RuleEncoding> All() =>
    [
    ];
}
