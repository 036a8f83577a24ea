using BenchmarkDotNet.Attributes;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Routes;
using Rostering.Solver.Search;
using Rostering.Solver.Search.Rosters;

namespace Rostering.SolverBenchmarks.Micro;

/// <summary>A move of each search, made or refused as in the midst of annealing; none of them is to allocate.</summary>
[MemoryDiagnoser]
public class MoveBenchmark
{
    private RotaState week = null!;
    private RouteState routes = null!;
    private RosterState roster = null!;

    [GlobalSetup]
    public void Setup()
    {
        DemonstrationWeek oakwood = DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, seed: 1, DemonstrationWeek.UsualWeekStart);
        PreparedProblem problem = PreparedProblem.From(oakwood.Problem);
        week = new RotaState(Schedules.From(problem, oakwood.Planned), new Candidates(problem), SearchPart.None, seed: 1);
        routes = new RouteState(SampleProblems.Routes(visits: 100, workers: 15), seed: 1);
        RosterProblem rosters = SampleProblems.Rosters(people: 30, days: 28);
        roster = new RosterState(rosters, new byte[rosters.People * rosters.Days], new RosterSearchOptions(), new SearchRandom(1));
    }

    [Benchmark]
    public bool OfAWeek() => week.TryMove(week.Cost + 30_000);

    [Benchmark]
    public bool OfRoutes() => routes.TryMove(routes.Cost + 5);

    [Benchmark]
    public bool OfARoster() => roster.TryMove(roster.Cost + 5);
}
