using Rostering.CpSat.Engine;
using Rostering.CpSat.Proto;

namespace Rostering.Solver.Search.Rosters;

/// <summary>
/// Large-neighbourhood search by CP-SAT (Shaw 1998): some people's rows, or some weeks of more people, are freed together and solved as one
/// model. A part that was solved to its optimum quickly makes the next one larger, one that ran out of time smaller.
/// </summary>
internal sealed class RosterPolish(RosterProblem problem, RosterPool pool, ICpSatEngine engine, SearchRandom random)
{
    private const double SecondsEach = 6;
    private const double Growth = 1.15;
    private double cells = 1200;

    /// <summary>Parts solved.</summary>
    public int SubSolves { get; private set; }

    /// <summary>Frees and solves parts until the time is up or it is told to stop.</summary>
    public async Task RunAsync(double until, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && until - pool.Seconds > 0.5)
        {
            double seconds = Math.Min(SecondsEach, until - pool.Seconds);
            byte[] roster = pool.Best;
            bool[] isFree = Choose(roster);
            RosterModel model = RosterModel.Build(problem, roster, (person, day) => isFree[(person * problem.Days) + day]);
            RosterModelAnswer answer = await model.SolveAsync(engine, Parameters(seconds), null, stop);
            SubSolves++;
            cells = Math.Clamp(answer.Proved ? cells * Growth : cells / Growth, 100, 50_000);
            if (!answer.Roster.AsSpan().SequenceEqual(roster))
            {
                pool.Offer(answer.Roster, RosterCost.Of(problem, answer.Roster), pool.Seconds);
            }
        }
    }

    /// <summary>Settings for a roster model; the linear relaxation carries it.</summary>
    public static SatParameters Parameters(double seconds) => new() { MaxTimeInSeconds = seconds, LinearizationLevel = 2, NumWorkers = 1 };

    private bool[] Choose(byte[] roster)
    {
        int weeks = (problem.Days + 6) / 7;
        int freeWeeks = problem.Days <= 28 && random.Next(2) == 0 ? weeks : 1 + random.Next(Math.Min(weeks, 8));
        int first = 7 * random.Next(weeks - freeWeeks + 1);
        int last = Math.Min(problem.Days, first + (7 * freeWeeks)) - 1;
        double perPerson = (last - first + 1) * ChoicesPerDay();
        int people = (int)Math.Clamp(cells / perPerson, 2, problem.People);
        int[] order = [.. Enumerable.Range(0, problem.People)];
        random.Shuffle<int>(order);
        bool[] isFree = new bool[roster.Length];
        foreach (int person in order.Take(people))
        {
            isFree.AsSpan((person * problem.Days) + first, last - first + 1).Fill(true);
        }

        return isFree;
    }

    private double ChoicesPerDay() => Math.Max(1, problem.CellCosts.Count(cost => cost < LevelCost.OneHard) / (double)(problem.People * problem.Days));
}
