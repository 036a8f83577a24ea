namespace Rostering.SolverBenchmarks.Sets;

/// <summary>Compares two result files instance by instance, each by its mean over seeds.</summary>
internal static class CompareBenchmark
{
    private const double Same = 1e-6;

    public static void Run(FileInfo first, FileInfo second)
    {
        ILookup<(string, string), double> before = Costs(first);
        ILookup<(string, string), double> after = Costs(second);
        Pair[] pairs =
        [
            .. before.Where(group => after.Contains(group.Key)).Select(group => new Pair(group.Key.Item2, group.Average(), after[group.Key].Average())).OrderBy(pair => pair.Instance, StringComparer.Ordinal),
        ];
        Console.WriteLine($"{"instance",-52} {"first",12} {"second",12} {"change %",9}");
        foreach (Pair pair in pairs)
        {
            Console.WriteLine($"{pair.Instance,-52} {pair.First,12:0.###} {pair.Second,12:0.###} {pair.Change,9:0.00}");
        }

        int wins = pairs.Count(pair => pair.Change < -Same);
        int losses = pairs.Count(pair => pair.Change > Same);
        Console.WriteLine(
            $"The second is better on {wins}, worse on {losses}, the same on {pairs.Length - wins - losses}; mean change {(pairs.Length == 0 ? 0 : pairs.Average(p => p.Change)):0.000} %; "
            + $"sign test p = {SignTest(wins, losses):0.000}");
    }

    /// <summary>Two-sided sign test: how likely so uneven a split would be if neither were better.</summary>
    internal static double SignTest(int wins, int losses)
    {
        int total = wins + losses;
        double ways = 1;
        double tail = 0;
        for (int k = 0; k <= Math.Min(wins, losses); k++)
        {
            tail += ways;
            ways = ways * (total - k) / (k + 1);
        }

        return Math.Min(1, 2 * tail / Math.Pow(2, total));
    }

    private static ILookup<(string Set, string Instance), double> Costs(FileInfo file) =>
        ResultFile.Read(file).Results.ToLookup(result => (result.Set, result.Instance), result => result.Cost);

    private sealed record Pair(string Instance, double First, double Second)
    {
        public double Change => First == 0 ? 100 * (Second - First) : 100 * (Second - First) / Math.Abs(First);
    }
}
