using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;
using Rostering.Core.Records;

namespace Rostering.Core.Finance.Agreements;

/// <summary>Reads the people of a provider's records for whom no fund is kept yet, by name.</summary>
public sealed class ReadPeopleWithoutFund(RosteringContext database)
{
    /// <summary>Somebody by number and name.</summary>
    public sealed record Result(string Person, string Name);

    public async Task<ImmutableArray<Result>> HandleAsync(long provider, CancellationToken cancellation)
    {
        var records = await new ReadRecords(database).HandleAsync(provider, cancellation);
        var funded = await database.FundHolders.Where(holder => holder.ProviderId == provider).Select(holder => holder.Person).ToListAsync(cancellation);
        return [.. (records?.People ?? []).Select(person => new Result(person.Id.Value, person.Name)).ExceptBy(funded, person => person.Person).OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase)];
    }
}
