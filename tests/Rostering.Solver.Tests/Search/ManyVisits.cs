using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Search;

/// <summary>A week with more to choose than can be listed: eight visits a day that overlap, nobody better than anybody but by travel, contract and wish.</summary>
internal static class ManyVisits
{
    private const int VisitsPerDay = 8;
    private static readonly string[] s_days = ["mon", "tue", "wed", "thu", "fri"];

    public static PreparedProblem Of(int workers)
    {
        Random random = new(workers);
        ProblemBuilder week = new ProblemBuilder().At("hill", 4_000, 2_000).Person("sam", home: "hill");
        for (int w = 0; w < workers; w++)
        {
            int contracted = 60 * random.Next(4, 12);
            _ = week.Worker($"w{w}", worker => worker with { Contract = worker.Contract with { ContractedMinutes = contracted } }, home: w % 2 == 0 ? "hill" : ProblemBuilder.Town);
        }

        foreach (string day in s_days)
        {
            for (int v = 0; v < VisitsPerDay; v++)
            {
                string start = $"{day} {random.Next(7, 19):00}:{15 * random.Next(4):00}";
                _ = week.Visit($"{day}{v}", start, minutes: 15 * random.Next(2, 9), person: random.Next(2) == 0 ? "sam" : ProblemBuilder.Pat, window: 45, workers: v == 0 ? 2 : 1);
            }
        }

        return PreparedProblem.From(week.Build());
    }
}
