namespace Rostering.Ledger.Verification;

/// <summary>A row that is no entry, and that is chained by its hash to the row of its table before it.</summary>
/// <param name="Table">Rows of one table follow one another.</param>
/// <param name="Name">What people call the row.</param>
/// <param name="Columns">All that its hash is taken of, as PostgreSQL writes it in JSON.</param>
public sealed record ChainedRow(string Table, string Name, ReadOnlyMemory<byte> Hash, IReadOnlyList<KeyValuePair<string, string?>> Columns);
