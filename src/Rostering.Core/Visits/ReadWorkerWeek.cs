using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;
using StandingVisit = Rostering.Core.Rotas.PublishedVisit;

namespace Rostering.Core.Visits;

/// <summary>Reads a worker's own week.</summary>
public sealed class ReadWorkerWeek(RosteringContext database)
{
    private const int DaysOfWeek = 7;

    /// <summary>The week that begins on a Monday; <c>null</c> where it is not published, or does not know the worker.</summary>
    public async Task<WorkerWeek?> HandleAsync(long provider, string worker, LocalDate monday, CancellationToken cancellation)
    {
        var week = await PublishedWeek.ReadAsync(database, provider, monday, visit => visit.Workers.Contains(worker), cancellation);
        if (week?.Problem.Workers.SingleOrDefault(w => w.Id.Value == worker) is not { } known)
            return null;

        var attendance = await database.Attendances.AsNoTracking().Where(row => row.WeekId == week.WeekId && row.Worker == worker).ToListAsync(cancellation);
        var timeline = WorkerLayout.Of(week.Problem, known, week.Visits);
        var visits = Visits(week, known, timeline, attendance.ToLookup(row => row.Visit)).ToList();
        return new WorkerWeek
        {
            Worker = known.Name,
            Monday = monday,
            PublishedAt = week.PublishedAt,
            Days = [.. Enumerable.Range(0, DaysOfWeek).Select(monday.PlusDays).Select(day => new WorkerDay(day, [.. visits.Where(visit => visit.Start.Date == day)]))],
            Hours = Hours(known, timeline),
        };
    }

    private static IEnumerable<WorkerVisit> Visits(PublishedWeek week, Worker worker, WorkerTimeline timeline, ILookup<string, Attendance> attendance)
    {
        var standing = week.Visits.ToDictionary(visit => visit.Visit);
        foreach (var (k, item) in timeline.Items.ToArray().Index())
        {
            if (item.Visit < 0)
                continue;
            var visit = standing[timeline.Problem.Visits[item.Visit].Source.Id.Value];
            yield return Visit(week, worker, visit, attendance[visit.Visit]) with
            {
                Before = Before(timeline, k),
                HomeMinutes = timeline.Duties.ToArray().Where(duty => duty.Last == k).Select(duty => (int?)duty.ToHome.Minutes).SingleOrDefault(),
            };
        }
    }

    private static WorkerVisit Visit(PublishedWeek week, Worker worker, StandingVisit visit, IEnumerable<Attendance> attendance) => new()
    {
        Id = visit.Visit,
        Start = visit.StartsAt,
        End = week.EndOf(visit),
        Kind = PublishedWeek.KindOf(visit),
        State = visit.State,
        Place = week.PlaceOf(visit).Name,
        Locality = week.PlaceOf(visit).Locality,
        People = [.. week.NamesOfPeople(visit.People)],
        With = [.. week.NamesOfWorkers(visit.Workers.Where(other => other != worker.Id.Value))],
        Before = new Approach(FromHome: true, 0, 0, WaitPaid: false),
        CameAt = attendance.SingleOrDefault(row => row.Kind == AttendanceKind.Came)?.At,
        LeftAt = attendance.SingleOrDefault(row => row.Kind == AttendanceKind.Left)?.At,
    };

    private static Approach Before(WorkerTimeline timeline, int item)
    {
        var duty = timeline.Duties.ToArray().Single(duty => duty.First <= item && item <= duty.Last);
        if (duty.First == item)
            return new Approach(FromHome: true, duty.FromHome.Minutes, 0, WaitPaid: false);
        var gap = timeline.Gaps[item - 1];
        return new Approach(FromHome: false, gap.Journey.Minutes, Math.Max(0, gap.Idle), gap.Kind is GapKind.Paid or GapKind.Outing);
    }

    private static WeekHours Hours(Worker worker, WorkerTimeline timeline)
    {
        var duties = timeline.Duties.ToArray();
        var gaps = timeline.Gaps.ToArray();
        var inside = duties.SelectMany(duty => gaps.Skip(duty.First).Take(duty.Last - duty.First)).ToList();
        return new WeekHours(
            Paid: timeline.PaidMinutes,
            Visits: timeline.Items.ToArray().Where(item => item.Visit >= 0).Sum(item => item.End - item.Start),
            Travel: inside.Sum(gap => gap.Journey.Minutes),
            Waiting: inside.Where(gap => gap.Kind is GapKind.Paid or GapKind.Outing).Sum(gap => Math.Max(0, gap.Idle)),
            TopUp: duties.Sum(duty => duty.TopUp),
            Contracted: worker.Contract.ContractedMinutes);
    }
}
