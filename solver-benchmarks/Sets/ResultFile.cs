using System.Text.Json;

namespace Rostering.SolverBenchmarks.Sets;

/// <summary>One run of one instance, as result files keep it. The gap is in per cent of the best known.</summary>
internal sealed record BenchmarkResult(
    string Set, string Instance, int Seed, double Cost, double? BestKnown, double? Gap, double SecondsToBest, double Seconds, double? Bound, int Violations)
{
    public static BenchmarkResult Of(string set, IBenchmarkInstance instance, int seed, BenchmarkRun run) => new(
        set, instance.Name, seed, run.Cost, instance.BestKnown, GapOf(run.Cost, instance.BestKnown), run.SecondsToBest, run.Seconds, run.Bound, run.Violations);

    // A best known of nothing leaves no per cent; a run that reaches it is at no distance all the same.
    private static double? GapOf(double cost, double? bestKnown) => bestKnown switch
    {
        null => null,
        0 => cost == 0 ? 0 : null,
        { } best => 100 * (cost - best) / best,
    };
}

/// <summary>What a run of the benchmark leaves behind.</summary>
internal sealed record ResultFile(IReadOnlyList<BenchmarkResult> Results, double? MeanGap)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerOptions.Web) { WriteIndented = true };

    public static ResultFile Of(IReadOnlyList<BenchmarkResult> results) =>
        new(results, results.Any(result => result.Gap is not null) ? results.Average(result => result.Gap) : null);

    public static ResultFile Read(FileInfo file) =>
        JsonSerializer.Deserialize<ResultFile>(File.ReadAllText(file.FullName), Format) ?? throw new FormatException($"{file.FullName} holds no results.");

    public void Write(FileInfo file) => File.WriteAllText(file.FullName, JsonSerializer.Serialize(this, Format));
}
