using Rostering.SolverBenchmarks.Sets.Rosters;

namespace Rostering.SolverBenchmarks.Sets.Inrc1;

/// <summary>The nurse rostering competition of 2010: sprint, medium and long.</summary>
public sealed class InrcSet : IBenchmarkSet
{
    public string Name => "inrc1";

    public IReadOnlyList<IBenchmarkInstance> Read(DirectoryInfo folder)
    {
        InstanceFolder instances = new(folder);
        IReadOnlyDictionary<string, double> bestKnown = instances.BestKnown("instance", "best_known");
        return [.. instances.Files(".txt", ".txt.gz").Select(file => Benchmark(InstanceFolder.NameOf(file), InrcReader.Read(InstanceFolder.ReadText(file)), bestKnown))];
    }

    private static RosterBenchmark Benchmark(string name, InrcInstance instance, IReadOnlyDictionary<string, double> bestKnown) => new(
        name,
        bestKnown.TryGetValue(name, out double cost) ? cost : null,
        InrcRosterProblem.From(instance),
        new RosterNames([.. instance.People.Select((_, at) => $"{at}")], [.. instance.Shifts.Select(shift => shift.Id)]),
        roster => Judge(instance, roster));

    private static (long Cost, int Violations) Judge(InrcInstance instance, int[][] roster)
    {
        InrcScore score = InrcScore.Of(instance, roster);
        return (score.Cost, score.Violations);
    }
}
