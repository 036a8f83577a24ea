using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Explain.Packages;

/// <summary>What a schedule takes from a fund.</summary>
internal static class FundUse
{
    private const long MilliPencePermillePerPenny = 1_000_000;

    /// <summary>Pence, rounded up as the fund limit counts them.</summary>
    public static long Pence(Schedule schedule, int fund)
    {
        FundBook book = new(schedule);
        WorkerTimeline week = new(schedule.Problem);
        foreach (PreparedWorker worker in schedule.Problem.Workers)
        {
            week.Load(schedule, worker.Index);
            book.Charge(week);
        }

        return (book.MilliPencePermille(fund) + MilliPencePermillePerPenny - 1) / MilliPencePermillePerPenny;
    }
}
