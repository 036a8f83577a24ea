using System.Globalization;
using Rostering.Core.Finance.Rows;
using Rostering.Ledger.Verification;

namespace Rostering.Core.Finance.Export;

/// <summary>Walks over entries, each with its postings, in an order of one's choice.</summary>
internal sealed class EntryWalk : IDisposable
{
    private readonly EntryRows entries;
    private readonly List<StoredPosting> lines = [];
    private bool isFirst = true;

    private EntryWalk(EntryRows entries) => this.entries = entries;

    /// <summary>The entry that this stands on.</summary>
    public StoredEntry Entry => entries.Current();

    /// <summary>Its postings, in the order of their lines.</summary>
    public IReadOnlyList<StoredPosting> Lines => lines;

    public static string OfFund(int? fund) => fund is { } some ? string.Create(CultureInfo.InvariantCulture, $"fund_id = {some}") : "true";

    public static async Task<EntryWalk> StartAsync(LedgerSnapshot snapshot, string where, string order, CancellationToken stop) =>
        new(new EntryRows(await snapshot.StreamAsync(EntryRows.Query(where, order), stop)));

    /// <summary>Goes on to the next entry, if there is one.</summary>
    public bool Next()
    {
        if (!isFirst)
            entries.Next();
        isFirst = false;
        if (entries.Fund == long.MaxValue)
            return false;
        return entries.ReadLines(lines) ? true : throw new InvalidDataException($"Entry {entries.Seq} of fund {entries.Fund} is not whole; verify the ledger.");
    }

    public void Dispose() => entries.Dispose();
}
