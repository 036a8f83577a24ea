using System.Collections.Immutable;
using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Demonstration.Tables;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Demonstration.Records;

/// <summary>
/// Writes one fund a person. Where money limits, the week may use what the hidden plan costs and 5 to 10 % more; two funds have hardly
/// more, and one has a deficit somebody approved. Elsewhere the hours awarded limit, and the money is ample (all assumed).
/// </summary>
internal sealed class FundRecords(Dice dice)
{
    private const long MilliPencePermillePerPenny = 1_000_000;
    private const int TightFunds = 2;
    private const int TightPermille = 1_015;

    private int limited;

    /// <summary>What the hidden plan takes from each fund, in the problem's order of funds: pence and minutes, both rounded up.</summary>
    public static ImmutableArray<(long Pence, long Minutes)> Planned(PreparedProblem problem, WeeklyRota plan)
    {
        var schedule = Schedules.From(problem, plan);
        var book = new FundBook(schedule);
        var timeline = new WorkerTimeline(problem);
        foreach (var visit in problem.Visits)
            book.AddMinutes(visit.Index);
        foreach (var worker in problem.Workers)
        {
            timeline.Load(schedule, worker.Index);
            book.Charge(timeline);
        }

        return
        [
            .. problem.Funds.Select(fund => (
                (book.MilliPencePermille(fund.Index) / MilliPencePermillePerPenny) + 1,
                (book.MinutesPermille(fund.Index) / 1_000) + 1)),
        ];
    }

    /// <summary>A fund without limits, for planning.</summary>
    public static Fund Open(DraftPerson person) => new() { Id = person.Fund, Person = person.Id, Council = Councils.All[0].Id, AvailablePence = 1_000_000_00 };

    /// <summary>The finished fund.</summary>
    /// <param name="gapPence">What visits nobody can make would cost, so that money is never the reason.</param>
    /// <param name="gapMinutes">Their minutes.</param>
    public Fund Finish(DraftPerson person, (long Pence, long Minutes) planned, long gapPence, long gapMinutes)
    {
        var fund = Open(person) with { Council = dice.Pick(Councils.All).Id };
        if (!person.MoneyLimits)
        {
            return fund with
            {
                AvailablePence = RoundUp((planned.Pence + gapPence) * 15 / 10, 500),
                AvailableMinutes = RoundUp((planned.Minutes + gapMinutes) * dice.Between(1_000, 1_100) / 1_000, 15),
            };
        }

        limited++;
        var permille = limited <= TightFunds ? TightPermille : dice.Between(1_050, 1_100);
        var pence = RoundUp((planned.Pence * permille / 1_000) + gapPence, 100);
        var deficit = limited == TightFunds + 1 ? pence / 20 : 0;
        return fund with { AvailablePence = pence - deficit, ApprovedDeficitPence = deficit };
    }

    private static long RoundUp(long value, long step) => (value + step - 1) / step * step;
}
