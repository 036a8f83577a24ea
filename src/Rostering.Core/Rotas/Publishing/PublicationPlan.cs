using System.Collections.Immutable;
using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.Positions;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Core.Rotas.Publishing;

/// <summary>All that publishing a draft comes to, before any of it is done: the check list, the entries, and whom it concerns.</summary>
internal sealed record PublicationPlan
{
    public required DraftState Draft { get; init; }
    public required RotaCheck Check { get; init; }
    public required ImmutableArray<Money> Costs { get; init; }
    public required ImmutableArray<Promise> Promises { get; init; }
    public required ImmutableArray<Refusal> Refusals { get; init; }

    /// <summary>Visits whose start, workers or standing differ from what people were last told.</summary>
    public required ImmutableArray<VisitChange> Changes { get; init; }

    /// <summary>Visits that people were told of and that the week no longer has.</summary>
    public required ImmutableArray<PublishedVisit> Dropped { get; init; }

    /// <summary>People with visits whose fund the ledger does not keep: nothing is promised for them.</summary>
    public required ImmutableArray<string> Unfunded { get; init; }

    /// <summary>Draws the plan up.</summary>
    /// <param name="funds">Funds of the ledger by person.</param>
    /// <param name="promised">All that was ever promised to visits of the week.</param>
    public static PublicationPlan Of(
        DraftState draft, (LocalDate On, string By) posting,
        IReadOnlyDictionary<string, int> funds, ImmutableDictionary<int, FundPosition> positions, ILookup<string, Reservation> promised)
    {
        Schedule schedule = draft.Schedule;
        ImmutableArray<Money> costs = VisitCosts.Of(schedule);
        Dictionary<string, PublishedVisit> told = draft.Told.ToDictionary(visit => visit.Visit, StringComparer.Ordinal);
        PreparedVisit[] changeable = [.. schedule.Problem.Visits.Where(visit => !told.TryGetValue(visit.Source.Id.Value, out PublishedVisit? was) || !IsFact(was))];
        HashSet<string> known = [.. schedule.Problem.Visits.Select(visit => visit.Source.Id.Value)];
        ImmutableArray<PublishedVisit> dropped = [.. draft.Told.Where(visit => visit.State == VisitState.Planned && !known.Contains(visit.Visit))];
        Promises promises = new(draft.Week.StartsOn, posting.On, posting.By, funds, positions);
        PreparedVisit[] repriced = [.. changeable.Where(visit => !AsPromised(promised[visit.Source.Id.Value].Where(reservation => reservation.IsOpen), promises.Wanted(schedule, visit, costs[visit.Index])))];
        foreach (Reservation reservation in repriced.Select(visit => visit.Source.Id.Value).Concat(dropped.Select(visit => visit.Visit)).SelectMany(visit => promised[visit]).Where(reservation => reservation.IsOpen))
        {
            promises.Release(reservation, told[reservation.Visit].StartsAt.Date, "published anew");
        }

        foreach (PreparedVisit visit in repriced.Where(visit => schedule.Covered(visit.Index)))
        {
            promises.Commit(schedule, visit, costs[visit.Index], promised[visit.Source.Id.Value]);
        }

        return new PublicationPlan
        {
            Draft = draft,
            Check = RotaChecker.Check(schedule),
            Costs = costs,
            Promises = promises.All,
            Refusals = promises.Refusals,
            Changes = [.. VisitChange.Of(schedule, told, changeable)],
            Dropped = dropped,
            Unfunded = [.. schedule.Problem.People.Where(person => person.Visits.Length > 0 && !funds.ContainsKey(person.Source.Id.Value)).Select(person => person.Source.Name)],
        };
    }

    private static bool IsFact(PublishedVisit visit) => visit.State is VisitState.UnderWay or VisitState.Delivered or VisitState.NotDelivered;

    private static bool AsPromised(IEnumerable<Reservation> open, ImmutableArray<(int Fund, Money Cost, Minutes Time)> wanted) =>
        open.Select(promise => (promise.FundId, new Money(promise.Pence), new Minutes(promise.Minutes))).Order().SequenceEqual(wanted.Order());
}
