using Rostering.SolverBenchmarks.Sets.Rosters;

namespace Rostering.SolverBenchmarks.Sets.NrpCurtois;

/// <summary>Staff rostering over 2 to 52 weeks.</summary>
public sealed class NrpSet : IBenchmarkSet
{
    public string Name => "nrp-curtois";

    public IReadOnlyList<IBenchmarkInstance> Read(DirectoryInfo folder)
    {
        InstanceFolder instances = new(folder);
        IReadOnlyDictionary<string, double> bestKnown = instances.BestKnown("instance", "best_known");
        return [.. instances.Files(".txt", ".txt.gz").Select(file => Benchmark(InstanceFolder.NameOf(file), NrpReader.Read(InstanceFolder.ReadText(file)), bestKnown))];
    }

    private static RosterBenchmark Benchmark(string name, NrpInstance instance, IReadOnlyDictionary<string, double> bestKnown) => new(
        name,
        bestKnown.TryGetValue(name, out double cost) ? cost : null,
        NrpRosterProblem.From(instance),
        Names(instance),
        roster => Judge(instance, roster));

    internal static RosterNames Names(NrpInstance instance) => new([.. instance.People.Select(person => person.Id)], [.. instance.Shifts.Select(shift => shift.Id)]);

    private static (long Cost, int Violations) Judge(NrpInstance instance, int[][] roster)
    {
        NrpScore score = NrpScore.Of(instance, roster);
        return (score.Cost, score.Violations);
    }
}
