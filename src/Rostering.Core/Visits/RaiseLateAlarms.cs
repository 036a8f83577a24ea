using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Messages;

namespace Rostering.Core.Visits;

/// <summary>
/// Tells the worker and whoever leads the team that nobody has checked in to a visit, once for each worker. Done again it tells nobody anything,
/// so that a job can look as often as it likes.
/// </summary>
public sealed class RaiseLateAlarms(RosteringContext database)
{
    /// <summary>How many alarms were raised.</summary>
    public async Task<int> HandleAsync(long provider, Instant now, CancellationToken cancellation)
    {
        var late = await LateCheckIn.OfAsync(database, provider, now, cancellation);
        var raised = 0;
        foreach (var week in late.GroupBy(one => one.Visit.WeekId))
        {
            var known = (await database.LateAlarms.Where(alarm => alarm.WeekId == week.Key).Select(alarm => new { alarm.Visit, alarm.Worker }).ToListAsync(cancellation)).ToHashSet();
            var fresh = week.Where(one => !known.Contains(new { one.Visit.Visit, one.Worker })).ToList();
            if (fresh.Count > 0)
                await RaiseAsync(provider, week.Key, fresh, now, cancellation);
            raised += fresh.Count;
        }

        return raised;
    }

    private async Task RaiseAsync(long provider, long id, List<LateCheckIn> late, Instant now, CancellationToken cancellation)
    {
        var monday = await database.Weeks.Where(week => week.Id == id).Select(week => week.StartsOn).SingleAsync(cancellation);
        if (await PublishedWeek.ReadAsync(database, provider, monday, visit => true, cancellation) is not { } week)
            return;
        var leaders = await LeadersAsync(provider, cancellation);
        foreach (var one in late)
        {
            database.LateAlarms.Add(new LateAlarm { WeekId = id, Visit = one.Visit.Visit, Worker = one.Worker, RaisedAt = now });
            foreach (var letter in Letters(week, one, leaders))
                QueueMessage.Add(database, provider, letter, now);
        }

        await database.SaveChangesAsync(cancellation);
    }

    private static IEnumerable<QueueMessage.Letter> Letters(PublishedWeek week, LateCheckIn late, IReadOnlyList<Actor> leaders)
    {
        var name = week.NamesOfWorkers([late.Worker]).SingleOrDefault() ?? late.Worker;
        var people = string.Join(" and ", week.NamesOfPeople(late.Visit.People));
        var where = people.Length == 0 ? week.PlaceOf(late.Visit).Name : people;
        var (began, until) = (LocalClock.Day(late.Visit.StartsAt), LocalClock.Instant(late.Until));
        yield return new QueueMessage.Letter(Reader.Worker(late.Worker), $"Are you there? {began}",
            $"{where}: you have not checked in. Check in, or ring your team leader if you cannot be there.", "/my/week", until);
        foreach (var leader in Concerned(leaders, late.Visit.Team))
        {
            yield return new QueueMessage.Letter(Reader.User(leader.UserId), $"No check-in: {where}, {began}",
                $"{name} has not checked in. Ring them, and find cover if they cannot come.", "/live", until);
        }
    }

    // A team that nobody leads is its service manager's.
    private static IEnumerable<Actor> Concerned(IReadOnlyList<Actor> leaders, string team)
    {
        var seeing = leaders.Where(leader => leader.Sees(team)).ToList();
        return seeing.Exists(IsLeader) ? seeing.Where(IsLeader) : seeing;

        static bool IsLeader(Actor actor) => actor.Is(Role.TeamLeader);
    }

    private async Task<IReadOnlyList<Actor>> LeadersAsync(long provider, CancellationToken cancellation)
    {
        var accounts = await database.UserAccounts.AsNoTracking().Where(account => account.ProviderId == provider && account.DisabledAt == null).OrderBy(account => account.Id).ToListAsync(cancellation);
        return [.. accounts.Select(account => account.Actor()).Where(actor => actor.Is(Role.TeamLeader) || actor.Is(Role.ServiceManager))];
    }
}
