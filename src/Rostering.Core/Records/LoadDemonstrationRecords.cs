using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Records.Demonstration;
using Rostering.Solver.Demonstration;

namespace Rostering.Core.Records;

/// <summary>Loads a demonstration provider's records, so that its weeks are made as any provider's are. Records that are there already stay as they are.</summary>
public sealed class LoadDemonstrationRecords(RosteringContext database)
{
    private const string Why = "Demonstration provider loaded";

    /// <summary>Loads what is not there yet, and gives the provider's id.</summary>
    /// <exception cref="InvalidOperationException">The week does not make sound records: the demonstration itself is wrong.</exception>
    public async Task<long> HandleAsync(DemonstrationWeek week, Instant now, CancellationToken cancellation)
    {
        long provider = await NamedProvider.HandleAsync(database, week.Problem.Provider, cancellation);
        if (await database.RecordHeads.AnyAsync(head => head.ProviderId == provider, cancellation))
            return provider;

        Act act = new(Actor.Nobody(provider, "Set-up", Role.ServiceManager), now, Why);
        var changes = WeekRecords.Of(week.Problem).Records.Select(record => RecordChange.To(record, seen: 0)).ToImmutableArray();
        return await new SaveRecords(database).HandleAsync(act, changes, cancellation) switch
        {
            SaveOutcome.Refused refused => throw new InvalidOperationException($"The demonstration week makes no sound records: {string.Join(" ", refused.Errors.Take(5))}"),
            _ => provider,
        };
    }
}
