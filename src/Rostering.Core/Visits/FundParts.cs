using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using Rostering.Core.Access;
using Rostering.Core.Cover;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Core.Rotas;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Positions;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Core.Visits;

/// <summary>The funds that pay for some visits of a live week, where they stand, and what each visit really cost them.</summary>
internal sealed class FundParts
{
    private readonly LiveWeek week;
    private readonly Act act;
    private readonly Dictionary<string, int> holders;
    private readonly List<Reservation> reservations;
    private readonly List<IllnessCover> covered;
    private ImmutableDictionary<int, FundPosition> positions;

    private FundParts(LiveWeek week, Act act, Dictionary<string, int> holders, List<Reservation> reservations, List<IllnessCover> covered, ImmutableDictionary<int, FundPosition> positions) =>
        (this.week, this.act, this.holders, this.reservations, this.covered, this.positions) = (week, act, holders, reservations, covered, positions);

    /// <summary>Cover of an ill worker: what a fund had promised before, on which record, and who answered for it.</summary>
    private sealed record IllnessCover(string Visit, string Record, long OpenedBy, int FundId, long Pence);

    public static async Task<FundParts> ReadAsync(RosteringContext database, LiveWeek week, Act act, IReadOnlyList<string> visits, CancellationToken cancellation)
    {
        var holders = await database.FundHolders.Where(holder => holder.ProviderId == act.By.ProviderId).ToDictionaryAsync(holder => holder.Person, holder => holder.FundId, cancellation);
        var reservations = await database.Reservations.Where(reservation => reservation.WeekId == week.WeekId && visits.Contains(reservation.Visit) && reservation.ResolvedBySeq == null).ToListAsync(cancellation);
        var covered = await (
            from gap in database.Gaps
            join share in database.GapShares on gap.Id equals share.GapId
            where gap.WeekId == week.WeekId && visits.Contains(gap.Visit) && gap.Record != null && gap.FilledBy != null
            orderby gap.Id
            select new IllnessCover(gap.Visit, gap.Record!, gap.OpenedBy, share.FundId, share.Pence)).ToListAsync(cancellation);
        await database.Database.OpenConnectionAsync(cancellation);
        var positions = await ReadPositions.HandleAsync((NpgsqlConnection)database.Database.GetDbConnection(), [.. holders.Values], LocalClock.Date(act.At), cancellation);
        await database.Database.CloseConnectionAsync();
        return new FundParts(week, act, holders, reservations, covered, positions);
    }

    /// <summary>What the ledger is to be told of a visit. A fund that the ledger does not keep is told nothing.</summary>
    public Attempt<ImmutableArray<JournalEntry>> EntriesOf(PreparedVisit visit, VisitReport report)
    {
        var told = week.Told[visit.Source.Id.Value];
        bool nobody = told.Workers.Length == 0 && (report is VisitReport.Declined or VisitReport.Ill);
        if (nobody && !reservations.Exists(reservation => reservation.Visit == told.Visit))
            return ImmutableArray<JournalEntry>.Empty;
        var illness = covered.FindAll(cover => cover.Visit == told.Visit);
        var given = report as VisitReport.Given;
        OutcomeEntries entries = new(
            new VisitRecord
            {
                Visit = VisitCosts.LedgerId(week.Monday, told.Visit),
                Start = given?.Start ?? told.StartsAt,
                Planned = new Minutes((long)told.Minutes * told.Seats),
                Delivered = new Minutes((long)(given?.Minutes ?? 0) * told.Workers.Length),
                Cost = Money.Zero,
                Role = $"grade {visit.Source.GradeMin}",
            },
            new Occasion(LocalDate.Max(told.StartsAt.Date, LocalClock.Date(act.At)), $"outcome/{VisitCosts.LedgerId(week.Monday, told.Visit)}", act.By.OpaqueId) { CheckedBy = Second(illness) },
            illness.Select(cover => cover.Record).FirstOrDefault());
        var costs = VisitCosts.Parts(visit.Source, CostOf(visit, given));

        // Nobody was kept waiting who would have to be paid.
        return entries.Of(nobody ? new VisitReport.Declined(ReasonOf(report), told.StartsAt, Redeployed: true) : report,
        [
            .. from part in visit.Source.Shares.Zip(costs)
               let fund = holders.GetValueOrDefault(part.First.Person.Value)
               where positions.ContainsKey(fund)
               select new FundPart(positions[fund], part.First, part.Second, illness.Where(cover => cover.FundId == fund).Select(cover => (Money?)new Money(cover.Pence)).FirstOrDefault()),
        ]);
    }

    /// <summary>Takes in that an entry was posted: the fund stands elsewhere, and a promise may be resolved.</summary>
    public async Task TakeAsync(RosteringContext database, JournalEntry entry, int number, CancellationToken cancellation)
    {
        positions = positions.SetItem(entry.Fund, positions[entry.Fund].Apply(entry, number));
        if (entry.Resolves is { } resolved && reservations.Find(reservation => reservation.FundId == entry.Fund && reservation.Seq == resolved) is { } promise)
        {
            promise.ResolvedBySeq = number;
            await database.SaveChangesAsync(cancellation);
        }
    }

    // The cost of those who came, at the time they really came. Where nobody did, what the worker who fits best would have cost.
    private Money CostOf(PreparedVisit visit, VisitReport.Given? given)
    {
        if (week.Schedule.Workers(visit.Index).Length == 0)
            return Pence(new CoverRanking(week.Schedule).Of(visit.Index).Select(candidate => candidate.Charged).FirstOrDefault(charged => charged > 0) * visit.Seats);
        if (given is null || (given.Start, given.Minutes) == (week.Told[visit.Source.Id.Value].StartsAt, visit.Minutes))
            return VisitCosts.Of(week.Schedule)[visit.Index];
        var went = visit.Source with { EarliestStart = given.Start, LatestStart = given.Start, Minutes = given.Minutes };
        var problem = PreparedProblem.From(week.Problem.Source with { Visits = week.Problem.Source.Visits.SetItem(visit.Index, went) });
        Schedule schedule = new(problem);
        foreach (var other in week.Problem.Visits)
            schedule.Set(other.Index, 0, week.Schedule.Workers(other.Index));
        return VisitCosts.Of(schedule)[visit.Index];
    }

    private static string ReasonOf(VisitReport report) => report is VisitReport.Ill ill ? ill.Reason : ((VisitReport.Declined)report).Reason;

    private static Money Pence(long milliPence) => new(milliPence / 1000);

    // Contingency needs a second person: whoever reported the illness vouches for it, if that is not the one who confirms.
    private string? Second(List<IllnessCover> illness) => illness.Select(cover => cover.OpenedBy).Where(user => user > 0 && user != act.By.UserId)
        .Select(user => (act.By with { UserId = user }).OpaqueId).FirstOrDefault();
}
