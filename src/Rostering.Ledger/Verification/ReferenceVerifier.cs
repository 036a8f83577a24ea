namespace Rostering.Ledger.Verification;

/// <summary>
/// Follows what one fund's entries say of one another: a commitment is resolved once and whole and stands again when that is
/// reversed, an entry is reversed once, and a tranche is what its entries put in less what they took out.
/// </summary>
public sealed class ReferenceVerifier
{
    private readonly Dictionary<int, (long Pence, long Minutes)> standing = [];
    private readonly Dictionary<int, (long Pence, long Minutes)> tranches = [];
    private readonly Dictionary<int, int> resolvedBy = [];
    private readonly Dictionary<int, int> reversedBy = [];

    /// <summary>What is left of each tranche, by the entry that banked it.</summary>
    public IReadOnlyDictionary<int, (long Pence, long Minutes)> Tranches => tranches;

    /// <summary>By which entry each one was resolved that was.</summary>
    public IReadOnlyDictionary<int, int> ResolvedBy => resolvedBy;

    /// <summary>By which entry each one was reversed that was.</summary>
    public IReadOnlyDictionary<int, int> ReversedBy => reversedBy;

    /// <summary>Goes on to another fund.</summary>
    public void Start()
    {
        standing.Clear();
        tranches.Clear();
        resolvedBy.Clear();
        reversedBy.Clear();
    }

    /// <summary>Takes the next entry with its postings.</summary>
    /// <returns>What is wrong with it, or nothing.</returns>
    public Finding? Add(in StoredEntry entry, ReadOnlySpan<StoredPosting> lines)
    {
        var fault = FaultOfCommitment(entry, Sum(lines, Account.Committed)) ?? FaultOfReversal(entry) ?? FaultOfTranche(entry, lines);
        return fault is null ? null : new Finding(entry.Fund, entry.Seq, fault);
    }

    private static (long Pence, long Minutes) Sum(ReadOnlySpan<StoredPosting> lines, Account account)
    {
        long pence = 0, minutes = 0;
        foreach (ref readonly var line in lines)
        {
            if (line.Account != account)
                continue;
            if (line.Unit == Unit.Gbp)
                pence = unchecked(pence + line.Amount);
            else
                minutes = unchecked(minutes + line.Amount);
        }

        return (pence, minutes);
    }

    private string? FaultOfCommitment(in StoredEntry entry, (long Pence, long Minutes) committed)
    {
        if (entry.Resolves is { } resolved)
        {
            if (!standing.Remove(resolved, out var promised))
                return $"it resolves entry {resolved}, whose commitment does not stand";
            if (committed != (-promised.Pence, -promised.Minutes))
                return $"it does not resolve the whole of what entry {resolved} committed";
            resolvedBy.Add(resolved, entry.Seq);
        }
        else if (committed.Pence > 0 || committed.Minutes > 0)
        {
            return "it frees committed money or time without saying whose";
        }
        else if (committed != default)
        {
            standing.Add(entry.Seq, committed);
        }

        return null;
    }

    private string? FaultOfReversal(in StoredEntry entry) => entry.Reverses switch
    {
        null => null,
        { } reversed when reversed >= entry.Seq => $"it reverses entry {reversed}, which did not come before it",
        { } reversed when !reversedBy.TryAdd(reversed, entry.Seq) => $"it reverses entry {reversed}, which entry {reversedBy[reversed]} had reversed",
        _ => null,
    };

    private string? FaultOfTranche(in StoredEntry entry, ReadOnlySpan<StoredPosting> lines)
    {
        var isNew = entry.Kind.SequenceEqual("bank"u8);
        if (!isNew && entry.Tranche is null)
            return null;

        var tranche = isNew ? entry.Seq : entry.Tranche!.Value;
        var (pence, minutes) = Sum(lines, Account.Bank);
        if (!isNew && !tranches.ContainsKey(tranche))
            return $"it uses tranche {tranche}, which is none";

        var before = tranches.GetValueOrDefault(tranche);
        (long Pence, long Minutes) left = (unchecked(before.Pence - pence), unchecked(before.Minutes - minutes));
        tranches[tranche] = left;
        return left is { Pence: >= 0, Minutes: >= 0 } ? null : $"it takes more from tranche {tranche} than was left in it";
    }
}
