using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Cover;
using Rostering.Core.Records;
using Rostering.Core.Requests;
using Rostering.Solver.Problem;
using Rostering.Web.Pages.House;

namespace Rostering.Web.Pages.Records;

internal static class PersonRows
{
    public static IEnumerable<RecordRow> Of(ProviderRecords records, LocalDate today)
    {
        var names = RecordNames.Of(records);
        var requests = records.Requests.Where(request => RequestRows.Runs(request, today))
            .SelectMany(request => request.Shares.Select(share => (share.Person, request))).ToLookup(entry => entry.Person, entry => entry.request);
        var funded = records.Funds.Select(fund => fund.Person).ToHashSet();
        return records.People.Select(person => new RecordRow(
            person.Id.Value, person.Name,
            [
                names.Of(RecordKind.Team, person.Team.Value), names.Of(RecordKind.Place, person.Home.Value),
                RecordWords.Hours(requests[person.Id].Sum(request => request.Times.Sum(time => (long)time.Minutes * time.Days.Length))), $"{Known(person)}",
            ],
            [.. Flags(person, requests[person.Id].Any(), funded.Contains(person.Id))], [person.Team.Value]));
    }

    private static IEnumerable<string> Flags(Person person, bool supported, bool funded)
    {
        if (!funded)
            yield return "No fund";
        if (!supported)
            yield return "No support asked for";
        if (Known(person) < 2)
            yield return Known(person) == 0 ? "Nobody knows them" : "One worker knows them";
    }

    private static int Known(Person person) =>
        person.Chosen.Concat(person.Accepted).Concat(person.History.Where(known => known.Visits >= 3).Select(known => known.Worker)).Distinct().Count();
}

internal static class FundRows
{
    public static IEnumerable<RecordRow> Of(ProviderRecords records, LocalDate today)
    {
        var names = RecordNames.Of(records);
        var teams = records.People.ToDictionary(person => person.Id, person => person.Team.Value);
        return records.Funds.Select(fund => new RecordRow(
            fund.Id.Value, fund.Id.Value,
            [
                names.Of(RecordKind.Person, fund.Person.Value), names.Of(RecordKind.Council, fund.Council.Value),
                $"{RecordWords.Pounds(fund.AvailablePence)}{(fund.AvailableMinutes is { } minutes ? $", {RecordWords.Hours(minutes)}" : "")}",
            ],
            fund.AvailablePence + fund.ApprovedDeficitPence <= 0 ? ["Pays for nothing"] : [],
            teams.TryGetValue(fund.Person, out string? team) ? [team] : []));
    }
}

internal static class CouncilRows
{
    public static IEnumerable<RecordRow> Of(ProviderRecords records, LocalDate today)
    {
        var used = records.Funds.Select(fund => fund.Council).ToHashSet();
        return records.Councils.Select(council => new RecordRow(
            council.Id.Value, council.Name,
            [TermWords.Percent(council.ContingencyPermille), TermWords.Percent(council.SurplusCapPermille), RecordWords.Name(council.InvoiceCycle.ToString())],
            used.Contains(council.Id) ? [] : ["No fund"], []));
    }
}

internal static class WorkerRows
{
    private const int WarningDays = 30;

    public static IEnumerable<RecordRow> Of(ProviderRecords records, LocalDate today)
    {
        var names = RecordNames.Of(records);
        return records.Workers.Select(worker => new RecordRow(
            worker.Id.Value, worker.Name,
            [
                string.Join(", ", worker.Teams.Select(team => names.Of(RecordKind.Team, team.Team.Value))), RecordWords.Name(worker.Contract.Kind.ToString()),
                RecordWords.Hours(worker.Contract.ContractedMinutes), RecordWords.Hours(worker.Contract.MinutesMax),
            ],
            [.. Flags(worker, today)], [.. worker.Teams.Select(team => team.Team.Value)]));
    }

    private static IEnumerable<string> Flags(WorkerRecord worker, LocalDate today)
    {
        foreach (var papers in worker.Certificates.GroupBy(certificate => certificate.Competency.Value, StringComparer.Ordinal))
        {
            if (papers.Any(paper => paper.ValidTo is null) || papers.Max(paper => paper.ValidTo!.Value) is var last && last > today.PlusDays(WarningDays))
                continue;
            yield return last < today ? $"{papers.Key} lapsed on {last:d MMM uuuu}" : $"{papers.Key} lapses on {last:d MMM uuuu}";
        }

        LocalDateTime noon = today.At(new LocalTime(12, 0));
        if (worker.Absences.FirstOrDefault(absence => absence.Time.Start <= noon && noon < absence.Time.End) is { } away)
            yield return $"Away until {away.Time.End:d MMM, HH:mm}";
        if (worker.Hours.IsEmpty)
            yield return "No hours";
    }
}

internal static class TeamRows
{
    public static IEnumerable<RecordRow> Of(ProviderRecords records, LocalDate today) => records.Teams.Select(team =>
    {
        int people = records.People.Count(person => person.Team == team.Id);
        int workers = records.Workers.Count(worker => worker.Teams.Any(membership => membership.Team == team.Id));
        long minutes = records.Requests.Where(request => request.Team == team.Id && RequestRows.Runs(request, today)).Sum(request => request.Times.Sum(time => (long)time.Minutes * time.Days.Length * request.Workers));
        string[] flags = [.. workers == 0 ? ["No workers"] : Array.Empty<string>(), .. people == 0 ? ["Nobody to support"] : Array.Empty<string>()];
        return new RecordRow(team.Id.Value, team.Name, [$"{people}", $"{workers}", RecordWords.Hours(minutes)], [.. flags], [team.Id.Value]);
    });
}

internal static class PlaceRows
{
    public static IEnumerable<RecordRow> Of(ProviderRecords records, LocalDate today)
    {
        var uses = records.People.Select(person => person.Home).Concat(records.Workers.Select(worker => worker.Home)).Concat(records.Requests.Select(request => request.Place))
            .CountBy(place => place).ToDictionary();
        return records.Places.Select(place => new RecordRow(
            place.Id.Value, place.Name, [place.Locality, $"{uses.GetValueOrDefault(place.Id)}"], uses.ContainsKey(place.Id) ? [] : ["Not used"], []));
    }
}

internal static class RequestRows
{
    private const int WarningDays = 28;

    public static bool Runs(SupportRequest request, LocalDate today) => request.Until is not { } last || last >= today;

    public static IEnumerable<RecordRow> Of(ProviderRecords records, LocalDate today)
    {
        var names = RecordNames.Of(records);
        return records.Requests.Select(request => new RecordRow(
            request.Id.Value, request.What,
            [
                request.Shares.IsEmpty ? names.Of(RecordKind.Team, request.Team.Value) : string.Join(", ", request.Shares.Select(share => names.Of(RecordKind.Person, share.Person.Value))),
                string.Join("; ", request.Times.Select(time => $"{RecordWords.Days(time.Days)} {RecordWords.Window(time)}")),
                string.Join("; ", request.Times.Select(time => RecordWords.Hours(time.Minutes)).Distinct(StringComparer.Ordinal)), $"{request.Workers}", $"{request.Need}",
            ],
            [.. Flags(request, today)], [request.Team.Value]));
    }

    private static IEnumerable<string> Flags(SupportRequest request, LocalDate today)
    {
        if (request.Until is { } last && last < today.PlusDays(WarningDays))
            yield return last < today ? $"Ended on {last:d MMM uuuu}" : $"Ends on {last:d MMM uuuu}";
        if (request.Shares.Length > 1 && request.Shares.Count(share => !share.Consented) is > 0 and var waiting)
            yield return $"{waiting} of {request.Shares.Length} have not agreed to share";
    }
}

internal static class DateChangeRows
{
    public static IEnumerable<RecordRow> Of(ProviderRecords records, LocalDate today)
    {
        var names = RecordNames.Of(records);
        var teams = records.Requests.ToDictionary(request => request.Id, request => request.Team.Value);
        return records.DateChanges.OrderBy(change => change.Date).Select(change => new RecordRow(
            RecordContent.KeyOf(change).Id, change.Date.ToString("ddd d MMM uuuu", null),
            [
                names.Of(RecordKind.Request, change.Request.Value),
                change.Instead is { } instead ? $"{instead.WantedStart ?? instead.EarliestStart:HH:mm} for {RecordWords.Hours(instead.Minutes)}" : "Called off",
            ],
            [], teams.TryGetValue(change.Request, out string? team) ? [team] : []));
    }
}

internal static class CoverTermsRows
{
    public static IEnumerable<RecordRow> Of(ProviderRecords records, LocalDate today)
    {
        var now = CoverTerms.InForce(records.CoverTerms, today);
        return records.CoverTerms.Select(terms => new RecordRow(
            RecordContent.KeyOf(terms).Id, terms.From.ToString("d MMM uuuu", null),
            [
                terms == now ? "Now" : terms.From > today ? "From then on" : "No more", RecordWords.Hours(terms.OfferMinutes), $"{terms.AsksWeekMax}", $"{terms.AsksFourWeeksMax}",
                TermWords.Of(terms.SwapPolicy),
            ],
            [], []));
    }
}
