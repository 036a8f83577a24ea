using System.Globalization;
using Rostering.Core.Finance.Rows;
using Rostering.Ledger.Verification;

namespace Rostering.Core.Finance.Export;

/// <summary>Walks over entries, each with its postings, in an order of one's choice.</summary>
internal sealed class EntryWalk : IDisposable
{
    private readonly EntryRows entries;
    private readonly PostingRows postings;
    private readonly List<StoredPosting> lines = [];
    private bool isFirst = true;

    private EntryWalk(EntryRows entries, PostingRows postings) => (this.entries, this.postings) = (entries, postings);

    /// <summary>The entry that this stands on.</summary>
    public StoredEntry Entry => entries.Current();

    /// <summary>Its postings, in the order of their lines.</summary>
    public IReadOnlyList<StoredPosting> Lines => lines;

    public static string OfFund(int? fund) => fund is { } some ? string.Create(CultureInfo.InvariantCulture, $"fund_id = {some}") : "true";

    public static async Task<EntryWalk> StartAsync(LedgerSnapshot snapshot, string where, string order, CancellationToken stop)
    {
        var entries = await snapshot.StreamAsync(EntryRows.Query(where, order), stop);
        var postings = await snapshot.StreamAsync(PostingRows.Query(where, $"{order}, line"), stop);
        return new EntryWalk(new EntryRows(entries), new PostingRows(postings));
    }

    /// <summary>Goes on to the next entry, if there is one.</summary>
    public bool Next()
    {
        if (!isFirst)
            entries.Next();
        isFirst = false;
        lines.Clear();
        for (; postings.Fund == entries.Fund && postings.Seq == entries.Seq && entries.Fund != long.MaxValue; postings.Next())
            lines.Add(postings.Current());
        return entries.Fund != long.MaxValue;
    }

    public void Dispose()
    {
        entries.Dispose();
        postings.Dispose();
    }
}
