using System.Collections.Immutable;
using Rostering.Core.Access;
using Rostering.Core.Records;
using Rostering.Core.Requests;
using Rostering.Solver.Problem;

namespace Rostering.Web.Pages.Records;

/// <summary>Whose teams a record belongs to: whoever is held to some teams sees those records and no others.</summary>
internal static class RecordScope
{
    /// <summary>Whether someone may see a version of a record. What was removed is shown to those who see every team.</summary>
    public static bool Sees(Actor actor, ProviderRecords records, RecordVersion version) => actor.Teams.IsEmpty
        || (version.Content is { } content && Sees(actor, records, RecordContent.Read(version.Kind, content)));

    /// <summary>Whether someone may see a record as it is, or is to be.</summary>
    public static bool Sees(Actor actor, ProviderRecords records, object record)
    {
        ImmutableArray<string> teams = record switch
        {
            ServiceTeam team => [team.Id.Value],
            Person person => [person.Team.Value],
            WorkerRecord worker => [.. worker.Teams.Select(membership => membership.Team.Value)],
            SupportRequest request => [request.Team.Value],
            DateChange change => [.. records.Requests.Where(request => request.Id == change.Request).Select(request => request.Team.Value)],
            Fund fund => [.. records.People.Where(person => person.Id == fund.Person).Select(person => person.Team.Value)],
            _ => [],
        };
        return teams.IsEmpty || teams.Any(actor.Sees);
    }
}
