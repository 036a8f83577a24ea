using Npgsql;
using Rostering.Ledger;

namespace Rostering.Core.Finance;

/// <summary>
/// Posts journal entries: all of them, in one transaction, or none. Funds are locked in the order of their ids, and an
/// organisation's come first, so that no two posters wait for each other. Entries of one fund are posted in the order given.
/// </summary>
public sealed class PostEntries(LedgerConnections ledger)
{
    /// <summary>An entry in the ledger.</summary>
    /// <param name="Entry">Its fund and number.</param>
    /// <param name="Hash">The head of the fund's chain with this entry.</param>
    /// <param name="Overspent">What of it the main balance lacked.</param>
    /// <param name="Replayed">True where the key had been posted before, with the same content.</param>
    public sealed record Posted(EntryId Entry, ReadOnlyMemory<byte> Hash, Money Overspent, bool Replayed);

    public async Task<Attempt<IReadOnlyList<Posted>>> HandleAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
    {
        if (entries.Count == 0)
            return new Attempt<IReadOnlyList<Posted>>.Made([]);
        try
        {
            return new Attempt<IReadOnlyList<Posted>>.Made(await ledger.TransactAsync((connection, attempt) => PostAsync(connection, null, entries, attempt), cancellation));
        }
        catch (PostgresException e) when (RefusalOf(e, entries) is { } refusal)
        {
            return refusal;
        }
    }

    /// <summary>
    /// Posts within a transaction that also does something else. One that was refused can only be rolled back. The connection is one of
    /// <see cref="LedgerConnections.Source"/>, whose errors tell what was refused.
    /// </summary>
    public static async Task<Attempt<IReadOnlyList<Posted>>> HandleAsync(NpgsqlTransaction within, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
    {
        if (entries.Count == 0)
            return new Attempt<IReadOnlyList<Posted>>.Made([]);
        try
        {
            return new Attempt<IReadOnlyList<Posted>>.Made(await PostAsync(within.Connection!, within, entries, cancellation));
        }
        catch (PostgresException e) when (RefusalOf(e, entries) is { } refusal)
        {
            return refusal;
        }
    }

    /// <summary>Posts one or more within a transaction that also does something else, and gives the last of them.</summary>
    public static async Task<Attempt<EntryId>> LastAsync(NpgsqlTransaction within, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation) =>
        await HandleAsync(within, entries, cancellation) switch
        {
            Attempt<IReadOnlyList<Posted>>.Made { Value: var posted } => posted[^1].Entry,
            var refused => ((Attempt<IReadOnlyList<Posted>>.Refused)refused).Refusal,
        };

    private static async Task<Posted[]> PostAsync(NpgsqlConnection connection, NpgsqlTransaction? within, IReadOnlyList<JournalEntry> entries, CancellationToken attempt)
    {
        var funds = Enumerable.Range(0, entries.Count).GroupBy(at => entries[at].Fund).OrderBy(group => group.Key).ToList();
        await using var batch = new NpgsqlBatch(connection, within);
        foreach (var fund in funds)
            batch.BatchCommands.Add(PostCommand.Of(fund.Key, fund.Select(at => entries[at])));
        await batch.PrepareAsync(attempt);

        // A batch without a transaction is one by itself, with two journeys to the server less.
        var posted = new Posted[entries.Count];
        await using var reader = await batch.ExecuteReaderAsync(attempt);
        foreach (var fund in funds)
        {
            foreach (var at in fund)
                posted[at] = await reader.ReadAsync(attempt) ? PostedOf(fund.Key, reader) : throw new InvalidOperationException("The ledger gave no answer for an entry.");
            await reader.NextResultAsync(attempt);
        }

        return posted;
    }

    private static Refusal? RefusalOf(PostgresException e, IReadOnlyList<JournalEntry> entries) =>
        Refusals.Of(e, (int?)e.BatchCommand?.Parameters[0].Value ?? entries.Min(entry => entry.Fund));

    private static Posted PostedOf(int fund, NpgsqlDataReader row) =>
        new(new EntryId(fund, row.GetInt32(0)), row.GetFieldValue<byte[]>(1), new Money(row.GetInt64(2)), row.GetBoolean(3));
}
