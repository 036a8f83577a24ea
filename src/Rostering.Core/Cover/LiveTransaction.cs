using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rostering.Core.Data;
using Rostering.Core.Finance;

namespace Rostering.Core.Cover;

/// <summary>A change of a live week: what people are told, what is promised from the funds and what is asked of workers are one transaction.</summary>
public sealed class LiveTransaction
{
    private LiveTransaction(RosteringContext database, NpgsqlTransaction ledger) => (Database, Ledger) = (database, ledger);

    public RosteringContext Database { get; }
    public NpgsqlTransaction Ledger { get; }

    /// <summary>Does the work, and keeps it if it says so; it is done again as a whole where it may yet succeed.</summary>
    public static Task<T> DoAsync<T>(LedgerConnections connections, Func<LiveTransaction, Task<(T Result, bool Keep)>> work, CancellationToken cancellation) =>
        connections.TransactAsync(
            async (connection, attempt) =>
            {
                await using var transaction = await connection.BeginTransactionAsync(attempt);
                await using var database = RosteringContext.On(connection);
                await database.Database.UseTransactionAsync(transaction, attempt);
                var (result, keep) = await work(new LiveTransaction(database, transaction));
                if (keep)
                {
                    await database.SaveChangesAsync(attempt);
                    await transaction.CommitAsync(attempt);
                }

                return result;
            },
            cancellation);

    /// <summary>Holds a week, so that whoever else changes it waits. Gaps are held before their week, weeks before funds.</summary>
    public Task HoldWeekAsync(long week, CancellationToken cancellation) =>
        Database.Database.ExecuteSqlAsync($"select from week where id = {week} for update", cancellation);

    /// <summary>Holds a gap and reads it as it is then; <c>null</c> where the provider has no such gap.</summary>
    public async Task<Gap?> HoldGapAsync(long provider, long gap, CancellationToken cancellation) =>
        (await Database.Gaps.FromSql($"select * from gap where id = {gap} and provider_id = {provider} for update").ToListAsync(cancellation)).SingleOrDefault();
}
