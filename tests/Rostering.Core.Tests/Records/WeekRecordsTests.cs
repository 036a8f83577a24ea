using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Records;
using Rostering.Core.Records.Demonstration;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;

namespace Rostering.Core.Tests.Records;

/// <summary>A week taken apart into records, and made from them again.</summary>
public sealed class WeekRecordsTests
{
    private static readonly LocalDate ClocksGoBack = new(2026, 10, 19);
    private static readonly LocalDate ClocksGoForward = new(2027, 3, 22);

    private static IEnumerable<TestCaseData> Weeks()
    {
        foreach (var provider in Enum.GetValues<DemonstrationProvider>())
            yield return new TestCaseData(provider, DemonstrationWeek.UsualWeekStart).SetArgDisplayNames($"{provider}");
        yield return new TestCaseData(DemonstrationProvider.Oakwood, ClocksGoBack).SetArgDisplayNames("Oakwood, clocks go back");
        yield return new TestCaseData(DemonstrationProvider.Oakwood, ClocksGoForward).SetArgDisplayNames("Oakwood, clocks go forward");
    }

    [TestCaseSource(nameof(Weeks))]
    public void Of_DemonstrationWeek_MakesTheSameWeekAgain(DemonstrationProvider provider, LocalDate monday)
    {
        RotaProblem week = DemonstrationWeek.Generate(provider, seed: 1, monday).Problem;

        var (records, visits) = WeekRecords.Of(week);
        RotaProblem again = WeekProblem.Of(RecordSet.Of(records).Build(week.Provider)!, monday);

        Assert.That(Text(again), Is.EqualTo(Text(Renamed(week, visits))));
    }

    [Test]
    public void Of_SameSupportOnSeveralDays_IsOneRequest()
    {
        RotaProblem week = DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, seed: 1, DemonstrationWeek.UsualWeekStart).Problem;

        ProviderRecords records = RecordSet.Of(WeekRecords.Of(week).Records).Build(week.Provider)!;

        Assert.That(records.Requests, Has.Length.LessThan(week.Visits.Length / 2));
        Assert.That(records.Requests.Where(request => request.Kind == VisitKind.WakingNight).Select(request => request.Times[0].Days.Length), Is.All.EqualTo(7));
    }

    private static string Text(RotaProblem problem) => System.Text.Encoding.UTF8.GetString(ProblemJson.Write(problem));

    /// <summary>The same week in the words and the order of its records.</summary>
    private static RotaProblem Renamed(RotaProblem week, ImmutableDictionary<VisitId, VisitId> names) => week with
    {
        Councils = [.. week.Councils.OrderBy(council => council.Id.Value, StringComparer.Ordinal)],
        Teams = [.. week.Teams.OrderBy(team => team.Id.Value, StringComparer.Ordinal)],
        Places = [.. week.Places.OrderBy(place => place.Id.Value, StringComparer.Ordinal)],
        People = [.. week.People.OrderBy(person => person.Id.Value, StringComparer.Ordinal)],
        Funds = [.. week.Funds.OrderBy(fund => fund.Id.Value, StringComparer.Ordinal)],
        Workers = [.. week.Workers.OrderBy(worker => worker.Id.Value, StringComparer.Ordinal)],
        Visits = [.. week.Visits.Select(visit => Renamed(visit, names)).OrderBy(visit => RequestOf(visit.Id), StringComparer.Ordinal).ThenBy(visit => visit.EarliestStart)],
        Links =
        [
            .. week.Links.Select(link => link with { First = names[link.First], Second = names[link.Second] })
                .OrderBy(link => RequestOf(link.First), StringComparer.Ordinal),
        ],
        Pins = [.. week.Pins.Select(pin => pin with { Visit = names[pin.Visit] }).OrderBy(pin => $"{pin.Visit}/{pin.Worker}", StringComparer.Ordinal)],
    };

    private static Visit Renamed(Visit visit, ImmutableDictionary<VisitId, VisitId> names) => visit with
    {
        Id = names[visit.Id],
        Outing = visit.Outing is { } outing ? $"{outing}-{visit.EarliestStart:uuuuMMdd}" : null,
    };

    private static string RequestOf(VisitId visit) => visit.Value[..visit.Value.LastIndexOf('-')];
}
