using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Core.Rotas;
using Rostering.Solver.Problem;

namespace Rostering.Core.Cover;

/// <summary>
/// Finds the visits to come whose worker is away, takes the worker off them, and opens a gap for every seat that nobody fills. Done
/// again it changes nothing, so that a job makes up for whoever was stopped half way.
/// </summary>
public sealed class OpenGaps(LedgerConnections ledger, RosteringContext database)
{
    private const int DaysOfWeek = 7;

    /// <summary>Opens what somebody left half done, or what came to pass without anybody.</summary>
    public Task<IReadOnlyList<Gap>> HandleAsync(long provider, Instant now, CancellationToken cancellation) =>
        HandleAsync(new Act(Actor.Nobody(provider, "Rostering"), now, "a worker is away"), cancellation);

    /// <summary>Looks at every published week that is not over, and gives the gaps that it opened.</summary>
    public async Task<IReadOnlyList<Gap>> HandleAsync(Act act, CancellationToken cancellation)
    {
        var since = LocalClock.Date(act.At).PlusDays(-DaysOfWeek - 1);
        var weeks = await database.Weeks
            .Where(week => week.ProviderId == act.By.ProviderId && week.StartsOn > since && database.Publications.Any(p => p.WeekId == week.Id && p.RetractedAt == null))
            .OrderBy(week => week.Id).Select(week => week.Id).ToListAsync(cancellation);
        List<Gap> opened = [];
        foreach (long week in weeks)
            opened.AddRange(await LedgerTransaction.DoAsync(ledger, live => OfWeekAsync(live, week, act, cancellation), cancellation));
        return opened;
    }

    private static async Task<(List<Gap> Opened, bool Keep)> OfWeekAsync(LedgerTransaction live, long id, Act act, CancellationToken cancellation)
    {
        await live.Database.HoldWeekAsync(id, cancellation);
        if (await new ReadLiveWeek(live.Database).HandleAsync(id, act.At, forIllness: false, cancellation) is not { } week)
            return ([], false);
        var open = (await live.Database.Gaps.Where(gap => gap.WeekId == id && gap.ClosedAt == null).ToListAsync(cancellation)).ToLookup(gap => gap.Visit, StringComparer.Ordinal);
        var opened = week.ToCome(LocalClock.Local(act.At)).SelectMany(told => GapsOf(week, told, open[told.Visit].Count(), act)).ToList();
        live.Database.Gaps.AddRange(opened);
        await live.Database.SaveChangesAsync(cancellation);
        await KeepOrdinaryCostAsync(live.Database, opened, cancellation);
        await TakeOffAsync(live.Database, id, opened, cancellation);
        live.Database.AuditEntries.AddRange(opened.Select(gap => AuditEntry.Of(act, "cover.open-gap", $"visit/{gap.Visit}")));
        return (opened, opened.Count > 0);
    }

    private static IEnumerable<Gap> GapsOf(LiveWeek week, Rotas.PublishedVisit told, int known, Act act)
    {
        foreach (string worker in told.Workers)
        {
            if (week.Worker(worker)?.Absences.FirstOrDefault(absence => Meet(absence.Time, told)) is { } absence)
                yield return Opened(act, week.WeekId, told.Visit, worker, absence);
        }

        for (int seat = told.Workers.Length + known; seat < told.Seats; seat++)
            yield return Opened(act, week.WeekId, told.Visit, leaver: null, absence: null);
    }

    private static bool Meet(LocalInterval away, Rotas.PublishedVisit told) => away.Start < told.StartsAt.PlusMinutes(told.Minutes) && told.StartsAt < away.End;

    private static Gap Opened(Act act, long week, string visit, string? leaver, Absence? absence) => new()
    {
        ProviderId = act.By.ProviderId,
        WeekId = week,
        Visit = visit,
        Cause = absence?.Kind switch { null => GapCause.Uncovered, AbsenceKind.Sickness => GapCause.WorkerIll, _ => GapCause.WorkerAway },
        Leaver = leaver,
        Record = absence?.Kind == AbsenceKind.Sickness ? $"sick/{leaver}/{absence.Time.Start:uuuuMMddHHmm}" : null,
        OpenedAt = act.At,
        OpenedBy = act.By.UserId,
    };

    private static async Task KeepOrdinaryCostAsync(RosteringContext database, List<Gap> opened, CancellationToken cancellation)
    {
        foreach (var gap in opened.Where(gap => gap.Cause == GapCause.WorkerIll))
        {
            database.GapShares.AddRange(await database.Reservations.Where(reservation => reservation.WeekId == gap.WeekId && reservation.Visit == gap.Visit && reservation.ResolvedBySeq == null)
                .Select(reservation => new GapShare { GapId = gap.Id, FundId = reservation.FundId, Pence = reservation.Pence }).ToListAsync(cancellation));
        }
    }

    private static async Task TakeOffAsync(RosteringContext database, long week, List<Gap> opened, CancellationToken cancellation)
    {
        foreach (var gap in opened.Where(gap => gap.Leaver is not null))
        {
            var told = await database.PublishedVisits.SingleAsync(visit => visit.WeekId == week && visit.Visit == gap.Visit, cancellation);
            told.Workers = [.. told.Workers.Where(worker => worker != gap.Leaver)];
            told.ChangeAgreed = true;
        }
    }
}
