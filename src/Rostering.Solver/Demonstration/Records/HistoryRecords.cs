using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Problem;
using static Rostering.Solver.Demonstration.Drafts.WeekCalendar;

namespace Rostering.Solver.Demonstration.Records;

/// <summary>The weeks before this one: hours like the planned ones, within the law unless opted out, and now and then close to it.</summary>
internal sealed class HistoryRecords(WeekCalendar calendar, Dice dice)
{
    private const int WholePeriod = 16;
    private const int AverageMax = 48 * Hour;
    private const int OptedOutAverage = 50 * Hour;

    /// <summary>Left of the average after the plan for those who are close to it.</summary>
    private const int CloseToLimit = 2 * Hour;
    private const int Rest = 12 * Hour;

    /// <summary>Minutes before the week at which last Sunday's shifts ended: 22:00, 21:00, 18:00, 14:30 and 10:00.</summary>
    private static readonly int[] Ends = [120, 180, 360, 570, 840];

    public WorkHistory For(DraftWorker worker, Contract contract, int working, int paid)
    {
        var weeks = dice.Chance(92) ? WholePeriod : dice.Between(2, 12);
        var typical = Math.Max(paid, worker.MinutesMax / 2) * dice.Between(85, 110) / 100;
        var restDays = dice.Between(1, 3);
        var history = new WorkHistory
        {
            WorkedMinutes = Worked(contract, weeks, typical, working),
            Weeks = weeks,
            TypicalMinutes = typical / 15 * 15,
            RestDaysLastWeek = restDays,
            TwoDaysTogetherLastWeek = restDays > 1 && dice.Chance(80),
            SecondWeekOfFortnight = dice.Chance(50),
            RecentAsks = dice.Chance(60) ? 0 : dice.Between(1, 4),
            UnsocialMinutes = dice.Between(0, 40) * Hour,
        };
        return worker.AwayAllWeek is null && !worker.IsYoung && dice.Chance(60) ? WithLastDuty(worker, history) : history;
    }

    private long Worked(Contract contract, int weeks, int typical, int working)
    {
        if (contract.OptedOutOf48Hours && dice.Chance(30))
            return OptedOutAverage * (long)weeks;

        var most = (AverageMax * (long)(weeks + 1)) - working - CloseToLimit;
        return typical > 30 * Hour && dice.Chance(4) ? most : Math.Min(typical * (long)weeks, most);
    }

    /// <summary>Sunday's shift, where it leaves rest enough before the plan's first; a few are owed more rest after it.</summary>
    private WorkHistory WithLastDuty(DraftWorker worker, WorkHistory history)
    {
        var owed = dice.Chance(6) ? dice.Between(1, 4) * Hour : 0;
        var first = worker.Diary.Bookings.Count > 0 ? worker.Diary.Bookings[0].Start : Week;
        var ends = Ends.Where(end => first + end >= Rest + owed).ToList();
        if (ends.Count == 0)
            return history;

        var end = -dice.Pick(ends);
        return history with { LastDuty = calendar.Interval(end - (dice.Between(4, 8) * Hour), end), RestOwedMinutes = owed };
    }
}
