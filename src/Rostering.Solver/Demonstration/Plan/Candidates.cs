using System.Collections.Immutable;
using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Demonstration.Plan;

/// <summary>Says who could take a task at a start, and how well it suits them.</summary>
internal sealed class Candidates(WeekCalendar calendar, PreparedProblem staff, Dice dice)
{
    private const int LoadBurden = 1_000;
    private const int NewDayBurden = 450;
    private const int SplitBurden = 300;
    private const int KnownRelief = 35;
    private const int KnownVisitsFelt = 6;
    private const int StayForNightRelief = 400;
    private const int MinuteBurden = 3;
    private const int BorrowedBurden = 250;
    private const int OvertimeMax = 45 * WeekCalendar.Hour;
    private const int EarliestYoungMinute = 7 * WeekCalendar.Hour;

    private readonly PlannedWeek rules = new(staff);
    private readonly int step = staff.Limits[ParameterKeys.StartStepMinutes];

    /// <summary>Starts in the window, the wanted one first.</summary>
    public IEnumerable<int> Starts(DraftVisit visit)
    {
        yield return visit.Start;
        for (var shift = step; shift <= visit.Flex; shift += step)
        {
            yield return visit.Start - shift;
            yield return visit.Start + shift;
        }
    }

    public Candidate? Consider(DraftWorker worker, ImmutableArray<DraftVisit> task, int start, bool overtime)
    {
        if (!Suits(worker, task[0]))
            return null;

        var bookings = ImmutableArray.CreateRange(task, visit => new Booking(visit, calendar.Elapsed(start + visit.Start - task[0].Start), rules.PlaceIndex(visit.Place)));
        if (!bookings.All(booking => IsAvailable(worker, booking)))
            return null;

        var week = new List<Booking>(worker.Diary.Bookings);
        foreach (var booking in bookings)
            week.Insert(Diary.PlaceFor(week, booking), booking);
        return rules.Sums(worker, week, PaidMax(worker, overtime)) is { } sums ? new Candidate(worker, bookings, sums.Paid, Burden(worker, week, bookings, sums)) : null;
    }

    /// <summary>Everything about the pair that no hour of the week changes.</summary>
    private static bool Suits(DraftWorker worker, DraftVisit visit) =>
        worker.AwayAllWeek is null
        && worker.NightWorker == (visit.Kind == VisitKind.WakingNight)
        && worker.Grade >= visit.GradeMin
        && (!worker.IsYoung || (!visit.IsNight && visit.Start % WeekCalendar.Day >= EarliestYoungMinute))
        && visit.Competencies.All(worker.Skills.Contains)
        && visit.People.All(person => person.Accepts(worker));

    private static int PaidMax(DraftWorker worker, bool overtime) => overtime && !worker.IsYoung ? OvertimeMax : worker.MinutesMax;

    private bool IsAvailable(DraftWorker worker, in Booking booking)
    {
        var (from, to) = (booking.Start, booking.End);
        foreach (var span in worker.Available)
        {
            if (calendar.Elapsed(span.From) <= from && to <= calendar.Elapsed(span.To))
                return !IsDayOff(worker, booking) && worker.Diary.IsFree(booking.Start, booking.End, 0);
        }

        return false;
    }

    private bool IsDayOff(DraftWorker worker, in Booking booking)
    {
        var (first, last) = (calendar.DayOfElapsed(booking.Start), calendar.DayOfElapsed(booking.End - 1));
        return first <= worker.FirstDayOff + 1 && worker.FirstDayOff <= last;
    }

    private int Burden(DraftWorker worker, List<Booking> week, ImmutableArray<Booking> task, WeekSums sums)
    {
        var first = task[0];
        var at = week.IndexOf(first);
        var burden = (LoadBurden * sums.Paid / worker.MinutesMax) + (SplitBurden * sums.Splits) + dice.Below(60);
        burden -= KnownRelief * Math.Min(KnownVisitsFelt, first.Visit.People.Sum(worker.Diary.VisitsWith));
        if (!worker.Services.Contains(first.Visit.Service))
            burden += BorrowedBurden;
        if (at + 1 < week.Count && week[at + 1].Visit.IsNight && week[at + 1].Start == task[^1].End)
            return burden - StayForNightRelief;

        return at == 0 || calendar.DayOfElapsed(week[at - 1].Start) != calendar.DayOfElapsed(first.Start)
            ? burden + NewDayBurden + (MinuteBurden * HomeJourney(worker, first))
            : burden + (MinuteBurden * rules.Leave(worker, week[at - 1], first).Minutes);
    }

    private int HomeJourney(DraftWorker worker, in Booking booking) =>
        staff.Travel.Arrive(rules.Prepared(worker), booking.Place, booking.Start).Minutes;
}
