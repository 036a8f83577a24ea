using Rostering.Solver.Search.Rosters;

namespace Rostering.Solver.Tests.Search.Rosters;

/// <summary>The cost of a roster read off its rules one after another, without tables and without deltas.</summary>
internal static class PlainCost
{
    public static long Of(RosterProblem problem, byte[] roster)
    {
        byte[][] rows = [.. roster.Chunk(problem.Days)];
        long cover = Enumerable.Range(0, problem.Days).Sum(day => Enumerable.Range(0, problem.Shifts).Sum(shift => problem.CoverOf(day, shift).Cost(rows.Count(row => row[day] == shift))));
        return cover + Enumerable.Range(0, problem.People).Sum(person => OfRow(problem, person, rows[person]));
    }

    public static long OfRow(RosterProblem problem, int person, byte[] row)
    {
        RosterContract contract = problem.Contracts[person];
        long cells = row.Index().Sum(cell => problem.CellCost(person, cell.Index, cell.Item));
        long patterns = contract.Patterns.Sum(pattern => pattern.Cost * Enumerable.Range(0, row.Length).Count(day => pattern.CountsFrom(day, row.Length)
            && pattern.Sets.Index().All(entry => ((entry.Item >> row[day + entry.Index]) & 1) == 1)));
        long limits = contract.Limits.Sum(limit => limit.Cost(row.Count(shift => shift == limit.Shift)));
        bool[] weekends = [.. contract.Weekends.Spans.Select(span => row.Skip(span.First).Take(span.Length).Any(shift => shift > 0))];
        return cells + patterns + limits
            + Runs([.. row.Select(shift => shift > 0)], contract.WorkRuns)
            + Runs([.. row.Select(shift => shift == 0)], contract.OffRuns)
            + Runs(weekends, contract.Weekends.Runs)
            + contract.Weekends.CountCost(weekends.Count(worked => worked))
            + contract.Amount.Cost(row.Sum(shift => contract.Amount.Of[shift]));
    }

    private static long Runs(bool[] days, RunRule rule)
    {
        long cost = 0;
        for (int start = 0; start < days.Length; start++)
        {
            int length = days[start..].TakeWhile(day => day).Count();
            if (length > 0 && (start == 0 || !days[start - 1]))
            {
                cost += rule.Cost(length, start == 0 || start + length == days.Length);
            }
        }

        return cost;
    }
}
