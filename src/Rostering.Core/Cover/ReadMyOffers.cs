using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Solver.Problem;

namespace Rostering.Core.Cover;

/// <summary>An offer to the worker who reads it.</summary>
public sealed record MyOffer(Offer Offer, string For, string Place, LocalDateTime Start, int Minutes, LocalDateTime AnswerBy);

/// <summary>A swap that the worker who reads it asked for, or is asked for.</summary>
public sealed record MySwap(Swap Swap, string Other, string Gives, string? Gets, bool Mine);

/// <summary>A visit that the worker could ask somebody to take, with those whom the rules would allow.</summary>
public sealed record MyVisit(string Visit, string Words, ImmutableArray<(string Id, string Name)> Colleagues);

/// <summary>What a worker is asked, and what they may ask of others.</summary>
public sealed record MyOffers(ImmutableArray<MyOffer> Open, ImmutableArray<MyOffer> Answered, ImmutableArray<MySwap> Swaps, ImmutableArray<MyVisit> Visits);

/// <summary>Reads a worker's own offers and swaps.</summary>
public sealed class ReadMyOffers(RosteringContext database)
{
    private const int AnsweredShown = 10;
    private const int VisitsShown = 20;
    private static readonly Duration Recent = Duration.FromDays(14);

    public async Task<MyOffers> HandleAsync(Act act, CancellationToken cancellation)
    {
        string worker = act.By.WorkerId!;
        var asked = await (
            from offer in database.Offers
            join gap in database.Gaps on offer.GapId equals gap.Id
            join told in database.PublishedVisits on new { gap.WeekId, gap.Visit } equals new { told.WeekId, told.Visit }
            where gap.ProviderId == act.By.ProviderId && offer.Worker == worker && offer.AskedAt > act.At - Recent
            orderby offer.Id descending
            select new { offer, told }).AsNoTracking().ToListAsync(cancellation);
        var swaps = await database.Swaps.AsNoTracking().Where(swap => swap.ProviderId == act.By.ProviderId && (swap.FromWorker == worker || swap.ToWorker == worker) && swap.ProposedAt > act.At - Recent)
            .OrderByDescending(swap => swap.Id).ToListAsync(cancellation);
        var since = LocalClock.Date(act.At).PlusDays(-8);
        var weeks = new Dictionary<long, LiveWeek>();
        foreach (long week in await database.Weeks.Where(week => week.ProviderId == act.By.ProviderId && week.StartsOn > since).OrderBy(week => week.StartsOn).Select(week => week.Id).ToListAsync(cancellation))
        {
            if (await new ReadLiveWeek(database).HandleAsync(week, act.At, forIllness: false, cancellation) is { } live)
                weeks.Add(week, live);
        }

        var offers = asked.Where(row => weeks.ContainsKey(row.told.WeekId)).Select(row => Of(weeks[row.told.WeekId], row.offer, row.told)).ToList();
        return new MyOffers(
            [.. offers.Where(offer => IsOpen(offer.Offer, act.At))],
            [.. offers.Where(offer => !IsOpen(offer.Offer, act.At)).Take(AnsweredShown)],
            [.. swaps.Where(swap => weeks.ContainsKey(swap.WeekId)).Select(swap => Of(weeks[swap.WeekId], swap, worker))],
            [.. weeks.Values.SelectMany(week => Mine(week, worker, LocalClock.Local(act.At))).Take(VisitsShown)]);
    }

    private static bool IsOpen(Offer offer, Instant now) => offer.State == OfferState.Asked && offer.AnswerBy > now;

    private static MyOffer Of(LiveWeek week, Offer offer, Rotas.PublishedVisit told) => new(
        offer, Words(week, told.Visit, withTime: false), Place(week, told.Place), told.StartsAt, told.Minutes, LocalClock.Local(offer.AnswerBy!.Value));

    private static MySwap Of(LiveWeek week, Swap swap, string worker) => new(
        swap, week.WorkerName(swap.FromWorker == worker ? swap.ToWorker : swap.FromWorker), Words(week, swap.Visit, withTime: true),
        swap.InReturn is { } visit ? Words(week, visit, withTime: true) : null, swap.FromWorker == worker);

    private static IEnumerable<MyVisit> Mine(LiveWeek week, string worker, LocalDateTime now) =>
        from told in week.ToCome(now)
        where told.Workers.Contains(worker) && told.StartsAt > now
        select new MyVisit(told.Visit, Words(week, told.Visit, withTime: true), Colleagues(week, told));

    // Of the visit's own team, whoever is not on it; the rules are asked when one is chosen.
    private static ImmutableArray<(string Id, string Name)> Colleagues(LiveWeek week, Rotas.PublishedVisit told) =>
    [
        .. week.Problem.Source.Workers.Where(other => other.Teams.Any(team => team.Team.Value == told.Team) && !told.Workers.Contains(other.Id.Value))
            .OrderBy(other => other.Name, StringComparer.Ordinal).Select(other => (other.Id.Value, other.Name)),
    ];

    private static string Words(LiveWeek week, string visit, bool withTime)
    {
        string who = week.Visit(visit) is { } prepared ? week.For(prepared) : visit;
        return withTime ? $"{who}, {LocalClock.Day(week.Told[visit].StartsAt)}" : who;
    }

    private static string Place(LiveWeek week, string place) => week.Problem.Index.Places.TryGetValue(new PlaceId(place), out int index) ? week.Problem.Source.Places[index].Name : place;
}
