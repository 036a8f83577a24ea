namespace Rostering.Solver.Demonstration.Tables;

/// <summary>Interests that people and workers may share; theatre, football on a Saturday and quiet nights are from [000:346].</summary>
internal static class Interests
{
    public static IReadOnlyList<string> All { get; } =
    [
        "theatre", "football", "quiet nights in", "cinema", "swimming", "walking", "baking", "gardening", "karaoke", "country music",
        "dogs", "trains", "darts", "art", "church", "bowling", "shopping", "computer games", "photography", "knitting",
    ];
}
