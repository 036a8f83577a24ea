using FsCheck;
using FsCheck.Fluent;
using Rostering.Solver.Search.Rosters;

namespace Rostering.Solver.Tests.Search.Rosters;

/// <summary>Small roster problems and rosters at random, every kind of rule among them, hard and soft.</summary>
internal sealed class AnyRoster(Random random)
{
    public static void ForAnySeed(Action<int> holds, int times = 100) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(ArbMap.Default.ArbFor<int>(), holds));

    public RosterProblem Problem(int people, int days, int shifts)
    {
        RosterContract[] contracts = [Contract(days, shifts), Contract(days, shifts)];
        return new RosterProblem
        {
            Days = days,
            Shifts = shifts,
            Contracts = [.. Enumerable.Range(0, people).Select(_ => contracts[random.Next(2)])],
            CellCosts = [.. Enumerable.Range(0, people * days * shifts).Select(i => i % shifts > 0 && random.Next(8) == 0 ? LevelCost.OneHard : random.Next(4))],
            Cover = [.. Enumerable.Range(0, days * shifts).Select(i => i % shifts == 0 ? default : new CoverRule(random.Next(3), 10 + random.Next(20), random.Next(3)))],
        };
    }

    /// <summary>A problem without limits of single shifts, which row searches keep by a heuristic.</summary>
    public static RosterProblem Unlimited(RosterProblem problem) => new()
    {
        Days = problem.Days,
        Shifts = problem.Shifts,
        CellCosts = problem.CellCosts,
        Cover = problem.Cover,
        Contracts = [.. problem.Contracts.Select(contract => new RosterContract
        {
            Patterns = contract.Patterns,
            WorkRuns = contract.WorkRuns,
            OffRuns = contract.OffRuns,
            Weekends = contract.Weekends,
            Amount = contract.Amount,
        })],
    };

    /// <summary>All rows that differ from one on some days only.</summary>
    public static IEnumerable<byte[]> Rows(byte[] row, int from, int to, int shifts)
    {
        int count = (int)Math.Pow(shifts, to - from + 1);
        for (int code = 0; code < count; code++)
        {
            byte[] candidate = [.. row];
            for (int day = from, rest = code; day <= to; day++, rest /= shifts)
            {
                candidate[day] = (byte)(rest % shifts);
            }

            yield return candidate;
        }
    }

    public byte[] Roster(RosterProblem problem) => [.. Enumerable.Range(0, problem.People * problem.Days).Select(_ => (byte)random.Next(problem.Shifts))];

    private RosterContract Contract(int days, int shifts)
    {
        (int First, int Length)[] weekends = [.. Enumerable.Range(0, (days / 4) + 1).Select(i => (First: (i * 4) + 2, Length: 2)).Where(weekend => weekend.First + weekend.Length <= days)];
        return new RosterContract
        {
            Patterns = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Pattern(days, shifts))],
            WorkRuns = Runs(),
            OffRuns = Runs(),
            Weekends = new WeekendRule(weekends, random.Next(3), Price(), random.Next(2) == 0 ? RunRule.Free : Runs()),
            Amount = new AmountRule([0, .. Enumerable.Range(1, shifts - 1).Select(_ => 1 + random.Next(2))], random.Next(4), Price(), 3 + random.Next(5), Price()),
            Limits = [.. Enumerable.Range(0, random.Next(2)).Select(_ => new ShiftLimit(1 + random.Next(shifts - 1), random.Next(3), Price()))],
        };
    }

    private ShiftPattern Pattern(int days, int shifts)
    {
        ulong[] sets = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => 1 + (ulong)random.Next((1 << shifts) - 1))];
        return new ShiftPattern(sets, Price(), random.Next(2) == 0 ? null : Enumerable.Range(0, days).Where(_ => random.Next(2) == 0).ToHashSet());
    }

    private RunRule Runs() => new(random.Next(4), Price(), 2 + random.Next(4), Price(), random.Next(2) == 0);

    private long Price() => random.Next(4) == 0 ? LevelCost.OneHard : random.Next(10);
}
