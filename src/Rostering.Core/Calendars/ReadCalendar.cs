using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Rotas;
using Rostering.Core.Visits;

namespace Rostering.Core.Calendars;

/// <summary>Gives a calendar program the visits behind a secret address, from four weeks ago on, as an iCalendar file.</summary>
public sealed class ReadCalendar(RosteringContext database)
{
    private const int WeeksBack = 4;

    /// <summary>The file; <c>null</c> where nothing lies behind the secret, or no longer.</summary>
    public async Task<string?> HandleAsync(string secret, Instant now, CancellationToken cancellation)
    {
        var hash = Secret.Hash(secret);
        if (await database.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(row => row.SecretHash == hash && row.RevokedAt == null, cancellation) is not { } feed)
            return null;

        var from = now.InUtc().Date.PlusWeeks(-WeeksBack);
        var mondays = await database.Weeks.Where(week => week.ProviderId == feed.ProviderId && week.StartsOn >= from && database.Publications.Any(publication => publication.WeekId == week.Id))
            .OrderBy(week => week.StartsOn).Select(week => week.StartsOn).ToListAsync(cancellation);
        ICalendarFile file = new(feed.OfKind == CalendarOf.Worker ? "My visits" : "Who is coming");
        foreach (var monday in mondays)
        {
            if (feed.OfKind == CalendarOf.Worker)
                await AddWorkerAsync(file, feed, monday, cancellation);
            else
                await AddPersonAsync(file, feed, monday, now, cancellation);
        }

        return file.Text();
    }

    // Calendars lie with firms that we know nothing of: a worker's says where to be, and not for whom.
    private async Task AddWorkerAsync(ICalendarFile file, CalendarFeed feed, LocalDate monday, CancellationToken cancellation)
    {
        if (await new ReadWorkerWeek(database).HandleAsync(feed.ProviderId, feed.OfId, monday, cancellation) is not { } week)
            return;
        foreach (var visit in week.Days.SelectMany(day => day.Visits))
            file.Add(new CalendarEvent(Uid(feed, monday, visit.Id), week.PublishedAt, visit.Start, visit.End, VisitWords.Of(visit.Kind), $"{visit.Place}, {visit.Locality}", visit.State == VisitState.NotDelivered));
    }

    private async Task AddPersonAsync(ICalendarFile file, CalendarFeed feed, LocalDate monday, Instant now, CancellationToken cancellation)
    {
        var person = await new ReadPersonWeek(database).HandleAsync(feed.ProviderId, feed.OfId, monday, now, cancellation);
        if (person.Week is not { } week)
            return;
        foreach (var visit in week.Visits)
            file.Add(new CalendarEvent(Uid(feed, monday, visit.Id), week.PublishedAt, visit.Start, visit.End,
                visit.Workers.IsEmpty ? "Support: nobody yet" : $"Support: {string.Join(" and ", visit.Workers)}", visit.Place, visit.State == VisitState.NotDelivered));
    }

    private static string Uid(CalendarFeed feed, LocalDate monday, string visit) => $"{feed.ProviderId}-{monday:uuuuMMdd}-{visit}@rostering";
}
