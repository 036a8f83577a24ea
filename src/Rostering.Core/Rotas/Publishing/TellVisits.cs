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
            PublishedVisit told = change.Was is { } was
                ? database.Attach(was).Entity
                : database.PublishedVisits.Add(new PublishedVisit { WeekId = plan.Draft.Week.Id, Visit = change.Visit.Source.Id.Value }).Entity;
            Write(told, plan.Draft.Schedule, change.Visit, publication);
        }

        foreach (PublishedVisit dropped in plan.Dropped)
        {
            PublishedVisit visit = database.Attach(dropped).Entity;
            (visit.State, visit.PublicationId) = (VisitState.Withdrawn, publication.Id);
        }
    }

    private static void Write(PublishedVisit told, Schedule schedule, PreparedVisit visit, Publication publication)
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
