using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Data;

namespace Rostering.Core.Calendars;

/// <summary>Makes the address at which one's own calendar program finds one's visits, and takes it back.</summary>
public sealed class ShareCalendar(RosteringContext database)
{
    /// <summary>The addresses that hold, the newest first.</summary>
    public async Task<IReadOnlyList<CalendarFeed>> OpenAsync(Actor actor, CancellationToken cancellation) =>
        await Own(actor).AsNoTracking().Where(feed => feed.RevokedAt == null).OrderByDescending(feed => feed.Id).ToListAsync(cancellation);

    /// <summary>Makes a secret address of one whom the actor is, or speaks for. It is told this once and never again.</summary>
    public async Task<string> MakeAsync(Act act, CalendarOf kind, string id, CancellationToken cancellation)
    {
        if (kind == CalendarOf.Worker ? act.By.WorkerId != id : !act.By.PersonIds.Contains(id))
            throw new InvalidOperationException($"{act.By.Name} does not speak for {kind} '{id}'.");
        var secret = Secret.New();
        database.CalendarFeeds.Add(new CalendarFeed
        {
            ProviderId = act.By.ProviderId,
            OfKind = kind,
            OfId = id,
            SecretHash = Secret.Hash(secret),
            MadeAt = act.At,
            MadeBy = act.By.UserId,
        });
        database.AuditEntries.Add(AuditEntry.Of(act, "calendars.share", $"{SnakeCase.Of(kind.ToString())}/{id}"));
        await database.SaveChangesAsync(cancellation);
        return secret;
    }

    /// <summary>Whether there was such an address of the actor's own, which nobody finds anything at from now on.</summary>
    public async Task<bool> RevokeAsync(Act act, long id, CancellationToken cancellation)
    {
        if (await Own(act.By).SingleOrDefaultAsync(feed => feed.Id == id && feed.RevokedAt == null, cancellation) is not { } feed)
            return false;
        (feed.RevokedAt, feed.RevokedBy) = (act.At, act.By.UserId);
        database.AuditEntries.Add(AuditEntry.Of(act, "calendars.revoke", FormattableString.Invariant($"calendar-feed/{id}")));
        await database.SaveChangesAsync(cancellation);
        return true;
    }

    private IQueryable<CalendarFeed> Own(Actor actor)
    {
        string[] people = [.. actor.PersonIds];
        return database.CalendarFeeds.Where(feed => feed.ProviderId == actor.ProviderId
            && ((feed.OfKind == CalendarOf.Worker && feed.OfId == actor.WorkerId) || (feed.OfKind == CalendarOf.Person && people.Contains(feed.OfId))));
    }
}
