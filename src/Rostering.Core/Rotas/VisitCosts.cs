using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Rostering.Ledger;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Core.Rotas;

/// <summary>What the visits of a schedule cost with the workers that they have, to the penny, as funds are charged.</summary>
public static class VisitCosts
{
    private const int MilliPencePerPenny = 1_000;

    /// <summary>The cost of each visit with its travel and paid waiting, by index; nought for a gap.</summary>
    public static ImmutableArray<Money> Of(Schedule schedule)
    {
        long[] charged = new long[schedule.Problem.Visits.Length];
        WorkerTimeline timeline = new(schedule.Problem);
        foreach (PreparedWorker worker in schedule.Problem.Workers)
        {
            timeline.Load(schedule, worker.Index);
            foreach (TimelineItem item in timeline.Items.ToArray().Where(item => item.Visit >= 0))
            {
                charged[item.Visit] += item.Charged;
            }
        }

        return [.. charged.Select(milliPence => new Money((milliPence + (MilliPencePerPenny / 2)) / MilliPencePerPenny))];
    }

    /// <summary>What each share of a visit pays of its cost, to the penny; nothing for training and meetings, which no fund shares.</summary>
    public static IReadOnlyList<Money> Parts(Visit visit, Money cost) => visit.Shares.IsEmpty ? [] : cost.Split([.. visit.Shares.Select(share => (long)share.Permille)]);

    /// <summary>How the ledger knows a visit: ids of visits are unique within their week only.</summary>
    public static string LedgerId(LocalDate monday, string visit) => $"{LocalDatePattern.Iso.Format(monday)}/{visit}";
}
