using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rostering.Core.Data;

namespace Rostering.Core.Finance;

/// <summary>What the application writes down and what the ledger posts for it, kept together or not at all.</summary>
public sealed class LedgerTransaction
{
    private LedgerTransaction(RosteringContext database, NpgsqlTransaction ledger) => (Database, Ledger) = (database, ledger);

    public RosteringContext Database { get; }
    public NpgsqlTransaction Ledger { get; }

    /// <summary>Does the work, and keeps it if it says so; it is done again as a whole where it may yet succeed.</summary>
    public static Task<T> DoAsync<T>(LedgerConnections connections, Func<LedgerTransaction, Task<(T Result, bool Keep)>> work, CancellationToken cancellation) =>
        connections.TransactAsync(
            async (connection, attempt) =>
            {
                await using var transaction = await connection.BeginTransactionAsync(attempt);
                await using var database = RosteringContext.On(connection);
                await database.Database.UseTransactionAsync(transaction, attempt);
                var (result, keep) = await work(new LedgerTransaction(database, transaction));
                if (keep)
                {
                    await database.SaveChangesAsync(attempt);
                    await transaction.CommitAsync(attempt);
                }

                return result;
            },
            cancellation);
}
