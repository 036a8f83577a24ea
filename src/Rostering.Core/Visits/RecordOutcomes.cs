using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Cover;
using Rostering.Core.Finance;
using Rostering.Core.Rotas;
using Rostering.Ledger;

namespace Rostering.Core.Visits;

/// <summary>
/// Records what became of visits: support as it was given, or which of the four causes kept it from being given. Each visit's promise is
/// resolved at what it really cost, in the transaction that says so; a visit that the ledger refuses stays as it was, and the others go on.
/// </summary>
public sealed class RecordOutcomes(LedgerConnections ledger)
{
    private static readonly VisitState[] Reportable = [VisitState.Planned, VisitState.UnderWay];

    public sealed record Request(long Week, IReadOnlyDictionary<string, VisitReport> Reports);

    /// <summary>Why a visit was not recorded, by visit; empty where all were.</summary>
    public Task<ImmutableSortedDictionary<string, string>> HandleAsync(Act act, Request request, CancellationToken cancellation) =>
        LedgerTransaction.DoAsync(ledger, async live => (await WithinAsync(live, act, request, cancellation), true), cancellation);

    private static async Task<ImmutableSortedDictionary<string, string>> WithinAsync(LedgerTransaction live, Act act, Request request, CancellationToken cancellation)
    {
        await live.Database.HoldWeekAsync(request.Week, cancellation);
        bool own = await live.Database.Weeks.AnyAsync(week => week.Id == request.Week && week.ProviderId == act.By.ProviderId, cancellation);
        if (!own || await new ReadLiveWeek(live.Database).HandleAsync(request.Week, act.At, forIllness: false, cancellation) is not { } week)
            return request.Reports.Keys.ToImmutableSortedDictionary(visit => visit, _ => "The week is not published.", StringComparer.Ordinal);
        var books = await FundParts.ReadAsync(live.Database, week, act, [.. request.Reports.Keys], cancellation);
        var refused = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (visit, report) in request.Reports.OrderBy(report => report.Key, StringComparer.Ordinal))
        {
            if (await RecordAsync(live, week, books, visit, report, act, cancellation) is { } reason)
                refused.Add(visit, reason);
        }

        return refused.ToImmutable();
    }

    private static async Task<string?> RecordAsync(LedgerTransaction live, LiveWeek week, FundParts books, string id, VisitReport report, Act act, CancellationToken cancellation)
    {
        if (week.Visit(id) is not { } visit || week.Told[id] is not { } told || !act.By.Sees(told.Team) || !Reportable.Contains(told.State))
            return "It is not a planned visit of yours, or was told of before.";
        if (Fault(told, report, LocalClock.Local(act.At)) is { } fault)
            return fault;
        switch (books.EntriesOf(visit, report))
        {
            case Attempt<ImmutableArray<JournalEntry>>.Made { Value: var entries }:
                if (await PostAsync(live, books, entries, cancellation) is { } late)
                    return late.ToString();
                break;
            case var refused:
                return ((Attempt<ImmutableArray<JournalEntry>>.Refused)refused).Refusal.ToString();
        }

        live.Database.VisitOutcomes.Add(OutcomeOf(week.WeekId, id, report, act));
        var row = await live.Database.PublishedVisits.SingleAsync(row => row.WeekId == week.WeekId && row.Visit == id, cancellation);
        row.State = report is VisitReport.Given ? VisitState.Delivered : VisitState.NotDelivered;
        await CloseGaps.HandleAsync(live.Database, week.WeekId, id, "The visit needs nobody any more.", act, cancellation);
        if (told.StartsAt > LocalClock.Local(act.At))
            TellChange.OfCallOff(live.Database, week, visit, "", act);
        live.Database.AuditEntries.Add(AuditEntry.Of(act, "visits.outcome", $"visit/{id}"));
        return null;
    }

    private static string? Fault(PublishedVisit told, VisitReport report, LocalDateTime now) => report switch
    {
        VisitReport.Given { Minutes: <= 0 or > 1440 } given => $"{given.Minutes} minutes were given; tell between 1 and 1440, or why none were.",
        VisitReport.Given given when given.Start > now => $"It starts at {LocalClock.Day(given.Start)}, which is to come; confirm it afterwards.",
        VisitReport.Given when told.Workers.Length == 0 => "Nobody was on it; say who came, or that we failed to come.",
        VisitReport.Given { Because: null } given when given.Minutes < told.Minutes => $"{given.Minutes} of {told.Minutes} minutes were given; say whether the person wanted no more, or we were late.",
        _ => null,
    };

    private static async Task<Refusal?> PostAsync(LedgerTransaction live, FundParts books, ImmutableArray<JournalEntry> entries, CancellationToken cancellation)
    {
        await live.Ledger.SaveAsync(nameof(RecordOutcomes), cancellation);
        var posted = await PostEntries.HandleAsync(live.Ledger, entries, cancellation);
        if (posted is not Attempt<IReadOnlyList<PostEntries.Posted>>.Made { Value: var made })
        {
            await live.Ledger.RollbackAsync(nameof(RecordOutcomes), cancellation);
            return ((Attempt<IReadOnlyList<PostEntries.Posted>>.Refused)posted).Refusal;
        }

        foreach (var (entry, number) in entries.Zip(made.Select(posted => posted.Entry.Seq)))
            await books.TakeAsync(live.Database, entry, number, cancellation);
        return null;
    }

    private static VisitOutcome OutcomeOf(long week, string visit, VisitReport report, Act act)
    {
        var (outcome, given, reason) = report switch
        {
            VisitReport.Given delivered => (Outcome.Delivered, delivered, null),
            VisitReport.Declined declined => (Outcome.Declined, null, declined.Reason),
            VisitReport.Ill ill => (Outcome.Ill, null, ill.Reason),
            VisitReport.Banked banked => (Outcome.Banked, null, banked.Agreement.Purpose),
            VisitReport.Failed failed => (Outcome.Provider, (VisitReport.Given?)null, (string?)failed.Reason),
            _ => throw new ArgumentOutOfRangeException(nameof(report), report, "No such report."),
        };
        return new VisitOutcome
        {
            WeekId = week,
            Visit = visit,
            Outcome = outcome,
            StartedAt = given?.Start,
            Minutes = given?.Minutes ?? 0,
            ShortBecause = given?.Because,
            Reason = reason,
            ConfirmedAt = act.At,
            ConfirmedBy = act.By.UserId,
        };
    }
}
