using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Problem;

namespace Rostering.Core.Records.Demonstration;

/// <summary>Takes a week's problem apart into the records that it would come from.</summary>
internal static class WeekRecords
{
    /// <summary>Every record of the week's provider, and what each visit is called when its week is made from them.</summary>
    public static (ImmutableArray<object> Records, ImmutableDictionary<VisitId, VisitId> Visits) Of(RotaProblem week)
    {
        var (requests, visits) = new RequestDraft(week).Draw();
        var house = new HouseTerms { Zone = week.Zone, Travel = week.Travel, PayBands = week.PayBands, Parameters = week.Parameters, Weights = week.Weights };
        IEnumerable<object> records =
        [
            house, .. week.Councils, .. week.Teams, .. week.Places, .. week.People, .. week.Funds,
            .. week.Workers.Select(worker => WorkerOf(worker, week.WeekStart)), .. requests,
            .. week.Pins.Select(pin => pin with { Visit = visits[pin.Visit] }),
        ];
        return ([.. records], visits);
    }

    private static WorkerRecord WorkerOf(Worker worker, LocalDate monday) => new()
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
        Hours = [.. worker.Available.Select(Hours)],
        Absences = worker.Absences,
        Certificates = worker.Certificates,
        Modes = worker.Modes,
        OutsideWork = worker.OutsideWork,
        History = worker.History,
        OptedOutOf = worker.OptedOutOf,
        Wishes = worker.Wishes,
    };

    private static WeeklyHours Hours(LocalInterval span) => new()
    {
        Day = span.Start.DayOfWeek,
        From = span.Start.TimeOfDay,
        Minutes = checked((int)Period.Between(span.Start, span.End, PeriodUnits.Minutes).Minutes),
    };
}
