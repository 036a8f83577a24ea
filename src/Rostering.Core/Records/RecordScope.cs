using System.Collections.Immutable;
using Rostering.Core.Access;
using Rostering.Core.Requests;
using Rostering.Solver.Problem;

namespace Rostering.Core.Records;

/// <summary>Whose teams a record belongs to: whoever is held to some teams sees and changes those records and no others.</summary>
public static class RecordScope
{
    /// <summary>Whether someone may see a version of a record. What was removed is shown to those who see every team.</summary>
    public static bool Sees(Actor actor, ProviderRecords records, RecordVersion version) => actor.Teams.IsEmpty
        || (version.Content is { } content && Sees(actor, TeamsOf(records, RecordContent.Read(version.Kind, content))));

    /// <summary>
    /// What keeps someone from changes, by the records before and after them: a record that only others' teams have, one that a change would
    /// take from or give to others' teams, and what every team works by.
    /// </summary>
    internal static IEnumerable<RecordError> Refusals(Actor actor, RecordSet before, ProviderRecords after, string provider, IReadOnlyList<RecordChange> changes)
    {
        if (actor.Teams.IsEmpty)
            return [];
        var standing = before.Build(provider) ?? after;
        return from change in changes
               let old = before.Find(change.Kind, change.Id) is { } record ? TeamsOf(standing, record) : []
               let next = change.Content is { } content ? TeamsOf(after, content) : []
               let others = change.Kind is RecordKind.House or RecordKind.CoverTerms or RecordKind.Council ? ["every team"] : Others(actor, old, next)
               where others.Length > 0
               select new RecordError(
                   change.Kind, change.Id, "", string.Join(", ", others), $"This is not for {string.Join(", ", actor.Teams)} alone, to which you are held.",
                   "Leave the teams as they are, or ask somebody who sees every team.");
    }

    private static ImmutableArray<string> Others(Actor actor, ImmutableArray<string> old, ImmutableArray<string> next) =>
        Sees(actor, old) ? [.. old.Except(next).Concat(next.Except(old)).Where(team => !actor.Sees(team))] : old;

    private static bool Sees(Actor actor, ImmutableArray<string> teams) => teams.IsEmpty || teams.Any(actor.Sees);

    private static ImmutableArray<string> TeamsOf(ProviderRecords records, object record) => record switch
    {
        ServiceTeam team => [team.Id.Value],
        Person person => [person.Team.Value],
        WorkerRecord worker => [.. worker.Teams.Select(membership => membership.Team.Value)],
        SupportRequest request => [request.Team.Value],
        DateChange change => [.. records.Requests.Where(request => request.Id == change.Request).Select(request => request.Team.Value)],
        Fund fund => [.. records.People.Where(person => person.Id == fund.Person).Select(person => person.Team.Value)],
        _ => [],
    };
}
