using NodaTime;
using Rostering.Core.Requests;
using Rostering.Solver.Problem;

namespace Rostering.Core.Records;

/// <summary>Makes a week's problem from a provider's records, and from nothing else.</summary>
internal static class WeekProblem
{
    // A visit of the week's last night ends within two days of it (ProblemValidation knows none longer).
    private const int DaysAfter = 2;

    /// <summary>The week that starts on a Monday, with each fund as it was agreed and with no rota published.</summary>
    public static RotaProblem Of(ProviderRecords records, LocalDate monday)
    {
        var clock = new WallClock(records.House.Zone);
        var made = WeekVisits.Of(records.Requests, records.DateChanges, monday, clock);
        var ids = made.Visits.Select(visit => visit.Id).ToHashSet();
        return new RotaProblem
        {
            Format = 1,
            Provider = records.Provider,
            WeekStart = monday,
            Zone = records.House.Zone,
            Councils = records.Councils,
            Teams = records.Teams,
            Places = records.Places,
            People = records.People,
            Funds = records.Funds,
            Workers = [.. records.Workers.Select(worker => WorkerOf(worker, monday, clock))],
            Visits = made.Visits,
            Links = made.Links,

            // A pin outlives its visit: it counts again when the visit comes back.
            Pins = [.. records.Pins.Where(pin => ids.Contains(pin.Visit))],
            Travel = records.House.Travel,
            PayBands = records.House.PayBands,
            Parameters = records.House.Parameters,
            Weights = records.House.Weights,
        };
    }

    private static Worker WorkerOf(WorkerRecord worker, LocalDate monday, WallClock clock)
    {
        var week = new LocalInterval(monday.AtMidnight(), monday.PlusDays(7 + DaysAfter).AtMidnight());
        return new Worker
        {
            Id = worker.Id,
            Name = worker.Name,
            Home = worker.Home,
            BirthDate = worker.BirthDate,
            Gender = worker.Gender,
            Languages = worker.Languages,
            Interests = worker.Interests,
            Grade = worker.Grade,
            Contract = worker.Contract,
            Teams = worker.Teams,
            CapWaiver = worker.CapWaiver,
            Available = [.. worker.Hours.Select(hours => Span(hours, monday, clock)).OfType<LocalInterval>(), .. worker.ExtraHours.Where(span => Meet(span, week))],
            Absences = [.. worker.Absences.Where(absence => Meet(absence.Time, week))],
            Certificates = worker.Certificates,
            Modes = worker.Modes,
            OutsideWork = [.. worker.OutsideWork.Where(span => Meet(span, week))],
            History = HistoryBefore(worker.History, monday),
            OptedOutOf = worker.OptedOutOf,
            Wishes = [.. worker.Wishes.Where(wish => Meet(wish.Time, week))],
        };
    }

    /// <summary>The hours in the week; nothing where the clocks skip all of them.</summary>
    private static LocalInterval? Span(WeeklyHours hours, LocalDate monday, WallClock clock)
    {
        LocalDateTime start = monday.PlusDays(hours.Day - IsoDayOfWeek.Monday) + hours.From;
        LocalInterval span = new(clock.Once(start), clock.Once(start.PlusMinutes(hours.Minutes)));
        return span.Start < span.End ? span : null;
    }

    // A duty of a month ago bears on no rest any more, nor does one that is still to come.
    private static WorkHistory HistoryBefore(WorkHistory history, LocalDate monday) =>
        history.LastDuty is { } duty && (duty.Start >= monday.AtMidnight() || duty.End < monday.PlusWeeks(-4).AtMidnight())
            ? history with { LastDuty = null }
            : history;

    private static bool Meet(LocalInterval one, LocalInterval other) => one.Start < other.End && other.Start < one.End;
}
