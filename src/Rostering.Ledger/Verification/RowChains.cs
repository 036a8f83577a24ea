using System.Security.Cryptography;
using System.Text;

namespace Rostering.Ledger.Verification;

/// <summary>Follows rows that are no entries from the first of their table, and says which one is not what was recorded.</summary>
public static class RowChains
{
    /// <summary>Names the first row whose hash is not that of the row before it and of its own columns.</summary>
    public static string? FaultOf(IEnumerable<ChainedRow> rows) =>
        rows.GroupBy(row => row.Table, (_, chain) => FaultOfChain(chain)).FirstOrDefault(fault => fault is not null);

    private static string? FaultOfChain(IEnumerable<ChainedRow> chain)
    {
        var head = new byte[SHA256.HashSizeInBytes];
        foreach (var row in chain)
        {
            head = SHA256.HashData([.. head, .. Encoding.UTF8.GetBytes(Text(row))]);
            if (!row.Hash.Span.SequenceEqual(head))
                return $"{row.Name} is not as recorded: its hash is {Convert.ToHexStringLower(row.Hash.Span)}, but it comes to {Convert.ToHexStringLower(head)}";
        }

        return null;
    }

    /// <summary>The columns by their names, each on a line, with its length before it so that no two rows read alike.</summary>
    private static string Text(ChainedRow row) => string.Join('\n', row.Columns.OrderBy(column => column.Key, StringComparer.Ordinal)
        .Select(column => $"{column.Key} {(column.Value is { } value ? Encoding.UTF8.GetByteCount(value) : null)} {column.Value}"));
}
