using System.Collections.Immutable;

namespace Rostering.SolverBenchmarks.Sets.Hhcrsp;

/// <summary>Home health care routing and scheduling (Mankowska, Meisel and Bierwirth 2014), whatever file it came from.</summary>
/// <param name="Travel">Minutes by place: 0 is the office, visit v is at v + 1.</param>
public sealed record HhcrspInstance(string Name, ImmutableArray<HhcrspVisit> Visits, ImmutableArray<HhcrspWorker> Workers, ImmutableArray<ImmutableArray<double>> Travel);

/// <summary>A visit with one service, or two by different workers; the second starts from least to greatest gap after the first.</summary>
public sealed record HhcrspVisit(string Id, double Earliest, double Latest, ImmutableArray<HhcrspService> Services, double GapMin, double GapMax);

public sealed record HhcrspService(string Skill, double Minutes);

public sealed record HhcrspWorker(string Id, ImmutableHashSet<string> Skills);

/// <summary>A service at a visit, with the time it starts.</summary>
public readonly record struct HhcrspStop(int Visit, int Service, double Start);

/// <summary>Stops of each worker in order.</summary>
public sealed record HhcrspSolution(ImmutableArray<ImmutableArray<HhcrspStop>> Routes);
