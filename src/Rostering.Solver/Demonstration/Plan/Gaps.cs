using System.Collections.Immutable;
using Rostering.Solver.Demonstration.Demands;
using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Demonstration.Tables;
using Rostering.Solver.Problem;
using static Rostering.Solver.Demonstration.Drafts.WeekCalendar;

namespace Rostering.Solver.Demonstration.Plan;

/// <summary>
/// Adds the few visits that nobody can make, each for a reason that holds for every worker of the team on its own, so that the
/// explanations of a rota have something true to explain.
/// </summary>
internal sealed class Gaps(WeekCalendar calendar, DemandBook book, Dice dice)
{
    private const int AwayHoldersMax = 4;
    private const int VisitMinutes = 120;

    private static readonly ImmutableArray<int> Hours = [10, 14, 12, 16, 18];

    private readonly List<DraftGap> gaps = [];

    public ImmutableArray<DraftGap> Add(ProviderProfile profile)
    {
        foreach (var service in book.Services.Where(service => service.BusOnly))
            AddNightOut(service);

        var services = dice.Shuffled(book.Services.Where(service => !service.BusOnly));
        AddUntil(services, profile.LapsedGaps, TryAddLapsed);
        AddUntil(services.Reverse(), profile.AwayGaps, TryAddAway);
        return [.. gaps];
    }

    private static void AddUntil(IEnumerable<Service> services, int count, Func<Service, bool> tryAdd)
    {
        foreach (var service in services)
        {
            if (count > 0 && tryAdd(service))
                count--;
        }
    }

    /// <summary>"A nightclub that finishes at two o'clock in the morning" [000:358]: every worker came by bus, and the last one has gone.</summary>
    private void AddNightOut(Service service)
    {
        var person = service.People[0];
        var club = book.Places.Near(person.Home, "Nightclub", 100, 500);
        Add(book.Visit([person], club, At(5, 21), 5 * Hour), "Ends at 02:00, after the last bus; every worker of the team depends on it and no taxi is paid.");
    }

    /// <summary>A skill nobody in the team holds any more: one certificate ran out weeks ago, one the day before.</summary>
    private bool TryAddLapsed(Service service)
    {
        var needed = service.Workers.SelectMany(worker => worker.Diary.Bookings).SelectMany(booking => booking.Visit.Competencies).ToHashSet();
        var skills = Skills.Yearly.Where(skill =>
            !needed.Contains(skill) && !HasLapsed(service, skill) && service.Workers.Count(worker => worker.Skills.Contains(skill)) > 1);
        if (dice.Some(skills, 1) is not [var skill] || FreeTime(service, firstDay: 2) is not var (person, start))
            return false;

        var holders = service.Workers.Where(worker => worker.Skills.Contains(skill)).ToList();
        for (var index = 0; index < holders.Count; index++)
        {
            holders[index].Skills.Remove(skill);
            holders[index].Lapsed[skill] = index == 0 ? calendar.Start.PlusDays((start / Day) - 1) : calendar.Start.PlusDays(-dice.Between(3, 60));
        }

        AddVisit(person, start, skill, $"Needs {skill}; every certificate for it in the team has run out.");
        return true;
    }

    /// <summary>A skill a few in the team hold, all of whom are on leave that day.</summary>
    private bool TryAddAway(Service service)
    {
        foreach (var skill in dice.Shuffled(Skills.Yearly).Where(skill => !HasLapsed(service, skill)))
        {
            var holders = service.Workers.Where(worker => worker.Skills.Contains(skill)).ToList();
            if (holders.Count is > 0 and <= AwayHoldersMax
                && FreeTime(service, firstDay: 0, day => holders.TrueForAll(worker => IsFree(worker, day))) is var (person, start))
            {
                foreach (var worker in holders.Where(worker => worker.AwayAllWeek is null))
                    worker.Absences.Add(new Absence { Kind = AbsenceKind.Leave, Time = calendar.Interval(At(start / Day, 0), At((start / Day) + 1, 0)) });

                AddVisit(person, start, skill, $"Needs {skill}; everyone in the team who has it is away that day.");
                return true;
            }
        }

        return false;
    }

    /// <summary>A skill that lapses in the week for another story of the same workers, and may still be valid on a day before.</summary>
    private static bool HasLapsed(Service service, Competency skill) => service.Workers.Exists(worker => worker.Lapsed.ContainsKey(skill));

    private bool IsFree(DraftWorker worker, int day) =>
        worker.Diary.IsFree(calendar.Elapsed(At(day, 0)), calendar.Elapsed(At(day + 1, 0)), 0);

    /// <summary>A person of the service and two daytime hours in which nobody is booked to support them.</summary>
    private (DraftPerson Person, int Start)? FreeTime(Service service, int firstDay, Predicate<int>? dayFits = null)
    {
        foreach (var person in dice.Shuffled(service.People))
        {
            foreach (var day in dice.Shuffled(Enumerable.Range(firstDay, 7 - firstDay)).Where(day => dayFits?.Invoke(day) ?? true))
            {
                foreach (var hour in Hours.Where(hour => !IsBusy(person, At(day, hour))))
                    return (person, At(day, hour));
            }
        }

        return null;
    }

    private static bool IsBusy(DraftPerson person, int start) => person.Service.Visits.Exists(visit =>
        visit.People.Contains(person) && visit.Start - visit.Flex < start + VisitMinutes && start < visit.Start + visit.Flex + visit.Minutes);

    private void AddVisit(DraftPerson person, int start, Competency skill, string reason)
    {
        var visit = book.Visit(person, start, VisitMinutes);
        Add(visit with { Need = Need.Critical, Competencies = [.. visit.Competencies.Union([skill])] }, reason);
    }

    private void Add(DraftVisit visit, string reason) => gaps.Add(new DraftGap(book.Add(visit), reason));
}

/// <summary>A visit nobody can make, and why.</summary>
internal sealed record DraftGap(DraftVisit Visit, string Reason);
