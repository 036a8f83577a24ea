using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Requests;
using Rostering.Solver.Problem;
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
            ? [.. WeeksAtStake(records, now).SelectMany(monday => Of(records, monday)).DistinctBy(error => (error.Kind, error.Id, error.Field, error.Value, error.Remedy))]
            : errors;
    }

    private static IEnumerable<RecordError> Of(ProviderRecords records, LocalDate monday)
    {
        var problem = WeekProblem.Of(records, monday);
        return ProblemValidation.Check(problem).Select(error => RecordError.Of(error, problem));
    }

    /// <summary>
    /// The weeks that stand for all others from now on: this one, those in which something begins, with the week after as the first whole
    /// one, those with something of their own, and those from which another limit holds. Any other week has no visit that the last of these
    /// before it has not, and the same limits.
    /// </summary>
    private static ImmutableSortedSet<LocalDate> WeeksAtStake(ProviderRecords records, Instant now)
    {
        LocalDate today = now.InZone(DateTimeZoneProviders.Tzdb[records.House.Zone]).Date;
        LocalDate thisWeek = Monday(today);
        var beginnings = records.Requests.SelectMany(request => new[] { Monday(request.From), Monday(request.From).PlusWeeks(1) });
        var ownWeeks = records.DateChanges.Select(change => Monday(change.Date));
        var pinned = records.Pins.Select(pin => Monday(VisitIds.Parse(pin.Visit)!.Value.Date));
        var turns = records.House.Parameters.SelectMany(Turns);
        return [thisWeek, .. beginnings.Concat(ownWeeks).Concat(pinned).Concat(turns).Where(monday => monday > thisWeek)];
    }

    /// <summary>The first weeks with and without a limit: a week has those that hold on its first day.</summary>
    private static IEnumerable<LocalDate> Turns(RuleParameter parameter)
    {
        yield return FirstMonday(parameter.ValidFrom);
        if (parameter.ValidTo is { } last)
            yield return FirstMonday(last.PlusDays(1));
    }

    private static LocalDate FirstMonday(LocalDate from) => Monday(from.PlusDays(6));

    private static LocalDate Monday(LocalDate date) => date.PlusDays(IsoDayOfWeek.Monday - date.DayOfWeek);
}
