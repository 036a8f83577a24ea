using Rostering.Core.Data;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Core.Rotas.Publishing;

/// <summary>Writes down what people are told of each visit of a week.</summary>
internal static class TellVisits
{
    /// <summary>Adds visits that are new, changes those that changed, withdraws those that the week no longer has.</summary>
    public static void Apply(RosteringContext database, PublicationPlan plan, Publication publication)
    {
        foreach (VisitChange change in plan.Changes)
        {
            if (change.Was is { } was)
            {
                Change(database.Attach(was).Entity, plan.Draft.Schedule, change.Visit, publication);
            }
            else
            {
                database.PublishedVisits.Add(Told(plan.Draft, change.Visit, publication));
            }
        }

        foreach (PublishedVisit dropped in plan.Dropped)
        {
            PublishedVisit visit = database.Attach(dropped).Entity;
            (visit.State, visit.PublicationId) = (VisitState.Withdrawn, publication.Id);
        }
    }

    private static PublishedVisit Told(DraftState draft, PreparedVisit visit, Publication publication) => new()
    {
        WeekId = draft.Week.Id,
        Visit = visit.Source.Id.Value,
        PublicationId = publication.Id,
        StartsAt = VisitChange.Start(draft.Schedule, visit),
        Minutes = visit.Minutes,
        Team = visit.Source.Team.Value,
        Place = visit.Source.Place.Value,
        Kind = visit.Source.Kind.ToString(),
        Seats = visit.Seats,
        People = [.. visit.Source.Shares.Select(share => share.Person.Value)],
        Workers = [.. VisitChange.Workers(draft.Schedule, visit)],
        State = VisitState.Planned,
    };

    private static void Change(PublishedVisit told, Schedule schedule, PreparedVisit visit, Publication publication)
    {
        told.PublicationId = publication.Id;
        told.StartsAt = VisitChange.Start(schedule, visit);
        told.Minutes = visit.Minutes;
        told.Team = visit.Source.Team.Value;
        told.Place = visit.Source.Place.Value;
        told.Kind = visit.Source.Kind.ToString();
        told.Seats = visit.Seats;
        told.People = [.. visit.Source.Shares.Select(share => share.Person.Value)];
        told.Workers = [.. VisitChange.Workers(schedule, visit)];
        told.ChangeAgreed = false;
        told.State = VisitState.Planned;
    }
}
