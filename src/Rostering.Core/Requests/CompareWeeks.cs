using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Data;
using Rostering.Core.Records;
using Rostering.Solver.Problem;

namespace Rostering.Core.Requests;

/// <summary>Makes the visits of a week from the requests, and says how they differ from those of the week before.</summary>
public sealed class CompareWeeks(RosteringContext database)
{
    /// <summary>The week's visits by start, and what is different about it.</summary>
    public sealed record Result(ProviderRecords Records, ImmutableArray<Visit> Visits, ImmutableArray<VisitDifference> Differences);

    /// <summary>The week that starts on a Monday; <c>null</c> where the provider has no records yet.</summary>
    public async Task<Result?> HandleAsync(long providerId, LocalDate monday, CancellationToken cancellation)
    {
        if (await new ReadRecords(database).HandleAsync(providerId, cancellation) is not { } records)
            return null;
        var clock = new WallClock(records.House.Zone);
        var visits = WeekVisits.Of(records.Requests, records.DateChanges, monday, clock).Visits;
        var before = WeekVisits.Of(records.Requests, records.DateChanges, monday.PlusWeeks(-1), clock).Visits;
        return new Result(records, [.. visits.OrderBy(visit => visit.EarliestStart).ThenBy(visit => visit.Id.Value, StringComparer.Ordinal)], VisitDifference.Between(before, visits));
    }
}

/// <summary>How a visit differs from that of the same request and day a week before.</summary>
/// <param name="Visit">The visit of this week; of the week before, where this week has none.</param>
/// <param name="Words">What differs, such as <c>2 workers instead of 1</c>.</param>
public sealed record VisitDifference(Visit Visit, VisitDifferenceKind Kind, string Words)
{
    /// <summary>The differences between two weeks' visits, by day.</summary>
    public static ImmutableArray<VisitDifference> Between(IEnumerable<Visit> before, IEnumerable<Visit> after)
    {
        var old = before.ToDictionary(visit => Key(visit, weeks: 1));
        var found = new List<VisitDifference>();
        foreach (var visit in after)
        {
            if (!old.Remove(Key(visit, weeks: 0), out var last))
                found.Add(new VisitDifference(visit, VisitDifferenceKind.New, "not last week"));
            else if (string.Join(", ", Unlike(last, visit)) is { Length: > 0 } words)
                found.Add(new VisitDifference(visit, VisitDifferenceKind.Otherwise, words));
        }

        found.AddRange(old.Values.Select(visit => new VisitDifference(visit, VisitDifferenceKind.Gone, "last week, and not this week")));
        return [.. found.OrderBy(difference => difference.Visit.EarliestStart.DayOfWeek).ThenBy(difference => difference.Visit.EarliestStart.TimeOfDay)];
    }

    private static (RequestId, LocalDate) Key(Visit visit, int weeks)
    {
        var (request, date) = VisitIds.Parse(visit.Id)!.Value;
        return (request, date.PlusWeeks(weeks));
    }

    private static IEnumerable<string> Unlike(Visit last, Visit visit)
    {
        if (Window(last) != Window(visit))
            yield return $"at {Window(visit)} instead of {Window(last)}";
        if (last.Minutes != visit.Minutes)
            yield return $"{visit.Minutes} minutes instead of {last.Minutes}";
        if (last.Workers != visit.Workers)
            yield return $"{visit.Workers} workers instead of {last.Workers}";
        if (last.Place != visit.Place)
            yield return $"at {visit.Place} instead of {last.Place}";
    }

    private static string Window(Visit visit) => visit.EarliestStart == visit.LatestStart
        ? $"{visit.EarliestStart:HH:mm}"
        : $"{visit.EarliestStart:HH:mm}–{visit.LatestStart:HH:mm}";
}

/// <summary>In what way a week's visit differs.</summary>
public enum VisitDifferenceKind { New, Otherwise, Gone }
