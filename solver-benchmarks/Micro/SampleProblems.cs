using Rostering.Solver.Routes;
using Rostering.Solver.Search;
using Rostering.Solver.Search.Rosters;

namespace Rostering.SolverBenchmarks.Micro;

/// <summary>Problems to time moves on, always the same ones, in the size of the public sets' middle.</summary>
internal static class SampleProblems
{
    private const int Square = 60;
    private const int DayMinutes = 600;

    /// <summary>A day of visits in a square, every third by two workers, whom everybody is among.</summary>
    public static RouteProblem Routes(int visits, int workers)
    {
        SearchRandom random = new(1);
        (int X, int Y)[] places = [.. Enumerable.Range(0, visits + 1).Select(_ => (random.Next(Square), random.Next(Square)))];
        double[] opens = [.. Enumerable.Range(0, visits).Select(_ => (double)random.Next(DayMinutes))];
        return new RouteProblem
        {
            Visits = visits,
            Workers = workers,
            Seats = [.. Enumerable.Range(0, visits).Select(visit => visit % 3 == 0 ? 2 : 1)],
            Minutes = [.. Enumerable.Range(0, 2 * visits).Select(_ => 10.0 + random.Next(20))],
            Opens = [.. opens.Select(open => (double[])[open])],
            Closes = [.. Enumerable.Range(0, 2 * visits).Select(seat => (double[])[opens[seat / 2] + 120])],
            GapMin = new double[visits],
            GapMax = new double[visits],
            May = [.. Enumerable.Repeat(true, 2 * visits * workers)],
            Place = [.. Enumerable.Range(1, visits)],
            Departs = new int[workers],
            Returns = new int[workers],
            Travel = [.. places.SelectMany(from => places.Select(to => (double)(Math.Abs(from.X - to.X) + Math.Abs(from.Y - to.Y))))],
            Places = places.Length,
            TravelWeight = 1,
            LatenessWeight = 1,
            WorstLatenessWeight = 1,
        };
    }

    /// <summary>Weeks of early, late and night shifts, with runs of three to five and a fifth of the people wanted on each.</summary>
    public static RosterProblem Rosters(int people, int days)
    {
        const int shifts = 4;
        SearchRandom random = new(1);
        RosterContract contract = new()
        {
            WorkRuns = new RunRule(3, 20, 5, LevelCost.OneHard, OpenEnds: true),
            OffRuns = new RunRule(2, 10, int.MaxValue, 0, OpenEnds: true),
        };
        return new RosterProblem
        {
            Days = days,
            Shifts = shifts,
            Contracts = [.. Enumerable.Repeat(contract, people)],
            CellCosts = [.. Enumerable.Range(0, people * days * shifts).Select(_ => (long)random.Next(5))],
            Cover = [.. Enumerable.Range(0, days * shifts).Select(i => i % shifts == 0 ? default : new CoverRule(people / 5, 100, 1))],
        };
    }
}
