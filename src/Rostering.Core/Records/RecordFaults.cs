using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NodaTime;
using Rostering.Core.Cover;
using Rostering.Core.Requests;
using Rostering.Solver.Problem;

namespace Rostering.Core.Records;

/// <summary>The faults of records that no assembled week shows, or shows only in another place: ids, dates, times and links.</summary>
internal sealed partial class RecordFaults(ProviderRecords records)
{
    private const int WorkersMax = 100;
    private const int HoursMax = 9 * 24 * 60;
    private const int VisitMax = 48 * 60;
    private const int YearMin = 2000;

    // The law's limits are older than any week.
    private const int LawYearMin = 1900;
    private const int YearMax = 2190;
    private const int SpanYearsMax = 5;

    private readonly HashSet<RequestId> requests = [.. records.Requests.Select(request => request.Id)];
    private readonly ImmutableArray<RecordError>.Builder errors = ImmutableArray.CreateBuilder<RecordError>();
    private (RecordKind Kind, string Id) at;

    public static ImmutableArray<RecordError> Of(ProviderRecords records)
    {
        var faults = new RecordFaults(records);
        faults.Check();
        return faults.errors.ToImmutable();
    }

    private void Check()
    {
        at = RecordContent.KeyOf(records.House);
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(records.House.Zone) is null)
            Add("zone", records.House.Zone, "No such time zone is known.", "Use a name of the IANA database, such as Europe/London.");
        for (int index = 0; index < records.House.Parameters.Length; index++)
            CheckDates($"parameters[{index}]", records.House.Parameters[index]);
        foreach (var terms in records.CoverTerms)
        {
            at = RecordContent.KeyOf(terms);
            Check(terms);
        }

        object[] named = [.. records.Councils, .. records.Teams, .. records.Places, .. records.People, .. records.Funds, .. records.Workers, .. records.Requests];
        foreach (object record in named)
        {
            at = RecordContent.KeyOf(record);
            if (!ShortName().IsMatch(at.Id))
                Add("id", at.Id, "This cannot be an id.", "Use letters, figures, dots, dashes and underscores, 60 at most.");
            if (record is WorkerRecord worker)
                Check(worker);
            else if (record is SupportRequest request)
                Check(request);
        }

        foreach (var change in records.DateChanges)
        {
            at = RecordContent.KeyOf(change);
            Check(change);
        }

        foreach (var pin in records.Pins)
        {
            at = RecordContent.KeyOf(pin);
            if (VisitIds.Parse(pin.Visit) is not { } visit || !requests.Contains(visit.Request))
                Add("visit", pin.Visit, "No request makes this visit.", "Take the pin off, or correct the visit.");
        }
    }

    private void CheckDates(string field, RuleParameter parameter)
    {
        Between($"{field}.validFrom", parameter.ValidFrom.Year, LawYearMin, YearMax, "years");
        Between($"{field}.validTo", (parameter.ValidTo ?? parameter.ValidFrom).Year, LawYearMin, YearMax, "years");
        Between($"{field}.knownFrom", parameter.KnownFrom.Year, LawYearMin, YearMax, "years");
    }

    private void Check(CoverTerms terms)
    {
        CheckDate("from", terms.From);
        Between("offerMinutes", terms.OfferMinutes, 1, CoverTerms.OfferMinutesMax, "minutes");
        Between("asksWeekMax", terms.AsksWeekMax, 1, CoverTerms.AsksMax, "asks");
        Between("asksFourWeeksMax", terms.AsksFourWeeksMax, terms.AsksWeekMax, CoverTerms.AsksMax, "asks, no fewer than in seven days");
        Between("lateAfterMinutes", terms.LateAfterMinutes, 1, CoverTerms.CheckInMinutesMax, "minutes");
        Between("earlyBeforeMinutes", terms.EarlyBeforeMinutes, 0, CoverTerms.CheckInMinutesMax, "minutes");
        if (string.IsNullOrWhiteSpace(terms.Source))
            Add("source", terms.Source, "This must not be empty.", "Say where the terms come from, such as what was agreed with the workers.");
    }

    private void Check(WorkerRecord worker)
    {
        for (int index = 0; index < worker.Hours.Length; index++)
            Between($"hours[{index}].minutes", worker.Hours[index].Minutes, 1, HoursMax, "minutes");
        CheckAll("extraHours", worker.ExtraHours);
        CheckAll("outsideWork", worker.OutsideWork);
        for (int index = 0; index < worker.Absences.Length; index++)
            Check($"absences[{index}].time", worker.Absences[index].Time);
        for (int index = 0; index < worker.Wishes.Length; index++)
            Check($"wishes[{index}].time", worker.Wishes[index].Time);
        if (worker.History.LastDuty is { } duty)
            Check("history.lastDuty", duty);
    }

    private void CheckAll(string field, ImmutableArray<LocalInterval> spans)
    {
        for (int index = 0; index < spans.Length; index++)
            Check($"{field}[{index}]", spans[index]);
    }

    private void Check(string field, LocalInterval span)
    {
        CheckTime($"{field}.start", span.Start);
        CheckTime($"{field}.end", span.End);
        if (span.End <= span.Start)
            Add($"{field}.end", span.End, $"The span must end after its start, {span.Start:uuuu-MM-dd HH:mm}.", "Swap the two, or correct the day.");
        else if (span.End.Year - span.Start.Year > SpanYearsMax)
            Add($"{field}.end", span.End, $"The span is longer than {SpanYearsMax} years.", "Correct the year, or end it sooner and renew it.");
    }

    private void CheckDate(string field, LocalDate date) => Between(field, date.Year, YearMin, YearMax, "years");

    private void CheckTime(string field, LocalDateTime time)
    {
        CheckDate(field, time.Date);
        if (new WallClock(records.House.Zone).Once(time) != time)
            Add(field, time, "The clocks skip this time or show it twice.", "Use a time before or after that hour.");
    }

    private void Check(SupportRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.What))
            Add("what", request.What, "This must not be empty.", "Say in a few words what the support is for.");
        CheckDate("from", request.From);
        CheckDate("until", request.Until ?? request.From);
        if (request.Until is { } last && last < request.From)
            Add("until", last, $"The request ends before it begins, on {request.From:uuuu-MM-dd}.", "Swap the two, or correct the year.");
        if (request.Times.IsEmpty)
            Add("times", "[]", "The request has no time.", "Add a time with its days.");
        var days = new HashSet<IsoDayOfWeek>();
        for (int index = 0; index < request.Times.Length; index++)
            Check(request, request.Times[index], $"times[{index}]", days);
        for (int index = 0; index < request.Links.Length; index++)
            Check(request, request.Links[index], $"links[{index}].second");
    }

    private void Check(SupportRequest request, RequestTime time, string field, HashSet<IsoDayOfWeek> days)
    {
        if (time.Days.IsEmpty)
            Add($"{field}.days", "[]", "The time belongs to no day.", "Name the days of the week.");
        foreach (IsoDayOfWeek day in time.Days.Where(day => !days.Add(day)))
            Add($"{field}.days", day, "The day belongs to this request twice.", "Keep it in one time, or make a second request: a request makes one visit a day.");
        CheckStarts(request.Kind, field, time.EarliestStart, time.LatestStart, time.WantedStart, time.Minutes);
    }

    private void Check(SupportRequest request, RequestLink link, string field)
    {
        if (link.Second == request.Id)
            Add(field, link.Second, "A link joins two different requests.", "Name the other request, or remove the link.");
        else if (!requests.Contains(link.Second))
            Add(field, link.Second, "No request has this id.", "Correct the id, or remove the link.");
    }

    private void Check(DateChange change)
    {
        var request = records.Requests.FirstOrDefault(request => request.Id == change.Request);
        if (request is null)
            Add("request", change.Request, "No request has this id.", "Correct the id, or take this change away.");
        CheckDate("date", change.Date);
        if (change.Instead is not { } instead)
            return;
        CheckStarts(request?.Kind ?? VisitKind.Support, "instead", instead.EarliestStart, instead.LatestStart, instead.WantedStart, instead.Minutes);
        Between("instead.workers", instead.Workers ?? 1, 1, WorkersMax, "workers needed at once");
        if (instead.Place is { } place && records.Places.All(known => known.Id != place))
            Add("instead.place", place, "No place has this id.", "Correct the id, or add the place.");
    }

    private void CheckStarts(VisitKind kind, string field, LocalTime earliest, LocalTime latest, LocalTime? wanted, int minutes)
    {
        Between($"{field}.minutes", minutes, 1, VisitMax, "minutes");
        if (latest < earliest)
            Add($"{field}.latestStart", latest, $"The window ends before it begins, at {earliest:HH:mm}.", "Swap the two; a window does not go past midnight.");
        else if (kind is VisitKind.Sleepover or VisitKind.WakingNight && latest != earliest)
            Add($"{field}.latestStart", latest, "A night is whole and fixed: it has one start (H16).", $"Set it to the earliest start, {earliest:HH:mm}.");
        if (wanted < earliest || wanted > latest)
            Add($"{field}.wantedStart", wanted, "The start asked for lies outside the window.", "Widen the window, or correct the start.");
    }

    private void Between(string field, long value, long min, long max, string unit)
    {
        if (value < min || value > max)
            Add(field, value, $"This must lie from {min} to {max}.", $"Give it in {unit}, in that range.");
    }

    private void Add(string field, object? value, string message, string remedy) =>
        errors.Add(new RecordError(at.Kind, at.Id, field, Text(value), message, remedy));

    private static string Text(object? value) => value switch
    {
        null => "(missing)",
        LocalDate date => date.ToString("uuuu-MM-dd", null),
        LocalTime time => time.ToString("HH:mm", null),
        LocalDateTime time => time.ToString("uuuu-MM-dd HH:mm", null),
        _ => value.ToString()!,
    };

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ShortName();
}
