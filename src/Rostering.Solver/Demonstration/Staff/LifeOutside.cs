using System.Collections.Immutable;
using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Problem;
using static Rostering.Solver.Demonstration.Drafts.WeekCalendar;

namespace Rostering.Solver.Demonstration.Staff;

/// <summary>
/// Leave, sickness, gym classes, second jobs and wishes, drawn around what the hidden plan asks of a worker; only wishes may clash with
/// it. All rates are assumed: the sources give none.
/// </summary>
internal sealed class LifeOutside(WeekCalendar calendar, Dice dice)
{
    private const int CommitmentMargin = 60;

    /// <summary>Far enough from planned work for any daily rest.</summary>
    private const int SecondJobMargin = 13 * Hour;

    public IEnumerable<Absence> Absences(DraftWorker worker)
    {
        if (worker.AwayAllWeek is { } away)
            return [new Absence { Kind = away, Time = calendar.Interval(0, Week + (12 * Hour)) }];

        return worker.Absences.Concat(DaysAway(worker)).Concat(Commitments(worker));
    }

    /// <summary>Gym class, college or choir: "we have to book classes a week in advance" [001:2534-2539].</summary>
    private IEnumerable<Absence> Commitments(DraftWorker worker)
    {
        if (!dice.Chance(25))
            yield break;

        var (hour, minutes) = dice.Pick([(18, 90), (19, 120), (10, 120), (13, 180)]);
        var from = At(dice.Between(0, 4), hour, 30);
        if (worker.Diary.IsFree(calendar.Elapsed(from), calendar.Elapsed(from + minutes), CommitmentMargin))
            yield return Away(AbsenceKind.Commitment, from, from + minutes);
    }

    private IEnumerable<Absence> DaysAway(DraftWorker worker)
    {
        if (dice.Chance(10) && FreeDays(worker) is [_, _, ..] free)
            yield return DayOff(AbsenceKind.Leave, dice.Pick(free));
        else if (dice.Chance(4) && FreeDays(worker) is [var first, ..])
            yield return DayOff(AbsenceKind.Sickness, first);
    }

    /// <summary>Declared work for others; it counts towards rest and hours, so nobody has it who is owed a long rest after a night.</summary>
    public ImmutableArray<LocalInterval> OutsideWork(DraftWorker worker)
    {
        if (worker.AwayAllWeek is not null || worker.IsYoung || worker.Diary.Bookings.Any(booking => booking.Visit.IsNight) || !dice.Chance(6))
            return [];

        var from = At(dice.Between(0, 6), 10);
        var to = from + (dice.Between(3, 6) * Hour);
        return worker.Diary.IsFree(calendar.Elapsed(from), calendar.Elapsed(to), SecondJobMargin) ? [calendar.Interval(from, to)] : [];
    }

    public IEnumerable<WorkerWish> Wishes(DraftWorker worker)
    {
        if (dice.Chance(24))
            yield return Wish(WishKind.Off, dice.Chance(70) && FreeDays(worker) is [_, ..] free ? dice.Pick(free) : dice.Below(7));
        else if (dice.Chance(10))
            yield return Wish(WishKind.Work, dice.Below(7));
    }

    private List<int> FreeDays(DraftWorker worker) =>
    [
        .. Enumerable.Range(0, 7).Where(day => worker.Diary.IsFree(calendar.Elapsed(At(day, 0)), calendar.Elapsed(At(day + 1, 0)), 0)),
    ];

    private WorkerWish Wish(WishKind kind, int day) => new() { Kind = kind, Time = calendar.Interval(At(day, 6), At(day, 23)) };

    private Absence DayOff(AbsenceKind kind, int day) => Away(kind, At(day, 0), At(day + 1, 0));

    private Absence Away(AbsenceKind kind, int from, int to) => new() { Kind = kind, Time = calendar.Interval(from, to) };
}
