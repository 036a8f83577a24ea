using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Requests;
using Rostering.Solver.Problem.Validation;

namespace Rostering.Core.Records;

/// <summary>Whether a provider's records agree with one another: in themselves, and in every week from now on.</summary>
internal static class RecordsCheck
{
    /// <summary>Every fault, each named once however many weeks it comes back in; empty where all weeks can be made.</summary>
    public static ImmutableArray<RecordError> Of(ProviderRecords records, Instant now)
    {
        var errors = RecordFaults.Of(records);
        return errors.IsEmpty
            ? [.. WeeksAtStake(records, now).SelectMany(monday => Of(records, monday)).DistinctBy(error => (error.Kind, error.Id, error.Field, error.Message))]
            : errors;
    }

    private static IEnumerable<RecordError> Of(ProviderRecords records, LocalDate monday)
    {
        var problem = WeekProblem.Of(records, monday);
        return ProblemValidation.Check(problem).Select(error => RecordError.Of(error, problem));
    }

    /// <summary>
    /// The weeks that stand for all others from now on: this one, those in which something begins, with the week after as the first whole
    /// one, and those with something of their own. Any other week has no visit that the last of these before it has not.
    /// </summary>
    private static ImmutableSortedSet<LocalDate> WeeksAtStake(ProviderRecords records, Instant now)
    {
        LocalDate today = now.InZone(DateTimeZoneProviders.Tzdb[records.House.Zone]).Date;
        LocalDate thisWeek = Monday(today);
        var beginnings = records.Requests.SelectMany(request => new[] { Monday(request.From), Monday(request.From).PlusWeeks(1) });
        var ownWeeks = records.DateChanges.Select(change => Monday(change.Date));
        var pinned = records.Pins.Select(pin => Monday(VisitIds.Parse(pin.Visit)!.Value.Date));
        return [thisWeek, .. beginnings.Concat(ownWeeks).Concat(pinned).Where(monday => monday > thisWeek)];
    }

    private static LocalDate Monday(LocalDate date) => date.PlusDays(IsoDayOfWeek.Monday - date.DayOfWeek);
}
