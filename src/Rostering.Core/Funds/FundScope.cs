using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Records;

namespace Rostering.Core.Funds;

/// <summary>Which of their provider's funds someone sees: those of the people of their teams, or all where they are held to none.</summary>
public sealed class FundScope(RosteringContext database)
{
    /// <summary>The numbers of the funds.</summary>
    public async Task<ImmutableHashSet<int>> HandleAsync(Actor actor, CancellationToken cancellation)
    {
        var holders = await database.FundHolders.AsNoTracking().Where(holder => holder.ProviderId == actor.ProviderId).Select(holder => new { holder.FundId, holder.Person }).ToListAsync(cancellation);
        if (actor.Teams.IsEmpty)
            return [.. holders.Select(holder => holder.FundId)];

        // Somebody who is not recorded is in no team, and so seen by those alone who see every team.
        var records = await new ReadRecords(database).HandleAsync(actor.ProviderId, cancellation);
        var people = (records?.People ?? []).Where(person => actor.Sees(person.Team.Value)).Select(person => person.Id.Value).ToHashSet(StringComparer.Ordinal);
        return [.. holders.Where(holder => people.Contains(holder.Person)).Select(holder => holder.FundId)];
    }
}
