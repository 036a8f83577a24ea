using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;

namespace Rostering.Core.Rotas;

/// <summary>Records what a week asks of the solver. The same content recorded twice is one problem.</summary>
public sealed class RecordProblem(RosteringContext database)
{
    /// <summary>Records a validated problem and gives its id: within the transaction that is under way, or in one of its own.</summary>
    public async Task<long> HandleAsync(RotaProblem problem, Instant now, CancellationToken cancellation)
    {
        byte[] content = ProblemJson.Write(problem);
        byte[] hash = SHA256.HashData(content);
        await using var transaction = database.Database.CurrentTransaction is null ? await database.Database.BeginTransactionAsync(cancellation) : null;
        Week week = await WeekAsync(problem, cancellation);
        if (await database.Problems.Where(p => p.WeekId == week.Id && p.ContentHash == hash).Select(p => (long?)p.Id).SingleOrDefaultAsync(cancellation) is { } known)
        {
            return known;
        }

        StoredProblem stored = new() { WeekId = week.Id, Content = content, ContentHash = hash, RecordedAt = now };
        database.Problems.Add(stored);
        await database.SaveChangesAsync(cancellation);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellation);
        }

        return stored.Id;
    }

    private async Task<Week> WeekAsync(RotaProblem problem, CancellationToken cancellation)
    {
        // One writer at a time makes provider and week: two that meet here wait for each other instead of colliding.
        await database.Database.ExecuteSqlRawAsync("lock table provider in share row exclusive mode", cancellation);
        Provider provider = await database.Providers.SingleOrDefaultAsync(p => p.Name == problem.Provider, cancellation)
            ?? database.Providers.Add(new Provider { Name = problem.Provider }).Entity;
        await database.SaveChangesAsync(cancellation);
        Week week = await database.Weeks.SingleOrDefaultAsync(w => w.ProviderId == provider.Id && w.StartsOn == problem.WeekStart, cancellation)
            ?? database.Weeks.Add(new Week { ProviderId = provider.Id, StartsOn = problem.WeekStart }).Entity;
        await database.SaveChangesAsync(cancellation);
        return week;
    }
}
