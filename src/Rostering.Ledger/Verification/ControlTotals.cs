namespace Rostering.Ledger.Verification;

/// <summary>
/// Adds up the cash of all funds: what came with remittances, what was paid out, and what the organisation gave to funds. The
/// funds' cash and what no fund has claimed yet must be what the bank shows.
/// </summary>
public sealed class ControlTotals
{
    private readonly Dictionary<long, long> byRemittance = [];
    private readonly Dictionary<EntryId, long> given = [];
    private readonly List<(EntryId Gift, EntryId Twin, long Pence)> gifts = [];

    public long Entries { get; private set; }

    public long Postings { get; private set; }

    /// <summary>The pence that all funds hold in cash.</summary>
    public long Cash { get; private set; }

    /// <summary>The pence that left: purchases, refunds and what the provider took.</summary>
    public long PaidOut { get; private set; }

    /// <summary>Takes a verified entry with its postings.</summary>
    public void Add(in StoredEntry entry, ReadOnlySpan<StoredPosting> lines)
    {
        Entries++;
        Postings += lines.Length;
        foreach (ref readonly var line in lines)
        {
            if (line.Account == Account.Cash)
                AddCash(entry, line.Amount);
        }
    }

    /// <summary>Adds what another one has counted.</summary>
    public void Add(ControlTotals other)
    {
        Entries += other.Entries;
        Postings += other.Postings;
        Cash += other.Cash;
        PaidOut += other.PaidOut;
        gifts.AddRange(other.gifts);
        foreach (var (give, pence) in other.given)
            given.Add(give, pence);
        foreach (var (remittance, pence) in other.byRemittance)
            byRemittance[remittance] = byRemittance.GetValueOrDefault(remittance) + pence;
    }

    /// <summary>Compares the totals of all funds with the remittances and with the links between gifts and what they come from.</summary>
    public IEnumerable<Finding> Compare(IReadOnlyCollection<StoredRemittance> remittances, IReadOnlyCollection<StoredLink> twins) =>
        [.. RecordFaults(remittances), .. RemittanceFaults(remittances), .. GiftFaults(twins)];

    private void AddCash(in StoredEntry entry, long pence)
    {
        Cash += pence;
        EntryId id = new(entry.Fund, entry.Seq);
        if (entry.Remittance is { } remittance)
            byRemittance[remittance] = byRemittance.GetValueOrDefault(remittance) + pence;
        else if (entry.Kind.SequenceEqual("give"u8))
            given.Add(id, -pence);
        else if (entry.Kind.SequenceEqual("gift"u8))
            gifts.Add((id, new EntryId(entry.TwinFund ?? 0, entry.TwinSeq ?? 0), pence));
        else
            PaidOut -= pence;
    }

    private static IEnumerable<Finding> RecordFaults(IReadOnlyCollection<StoredRemittance> remittances) =>
        RowChains.FaultOf(remittances.Select(remittance => remittance.Row)) is { } fault ? [new Finding(0, 0, fault)] : [];

    private IEnumerable<Finding> RemittanceFaults(IReadOnlyCollection<StoredRemittance> remittances)
    {
        var known = remittances.Select(remittance => remittance.Id).ToHashSet();
        foreach (var remittance in byRemittance.Keys.Where(id => !known.Contains(id)))
            yield return new Finding(0, 0, $"remittance {remittance} is missing; entries bring {byRemittance[remittance]} pence of it");
        foreach (var stored in remittances)
        {
            var claimed = byRemittance.GetValueOrDefault(stored.Id);
            if (stored.Allocated != claimed)
                yield return new Finding(0, 0, $"remittance {stored.Id} says that {stored.Allocated} pence of it are claimed; entries claim {claimed}");
            if (claimed < 0 || claimed > stored.Pence)
                yield return new Finding(0, 0, $"entries claim {claimed} pence of remittance {stored.Id}, which brought {stored.Pence}");
        }
    }

    private IEnumerable<Finding> GiftFaults(IReadOnlyCollection<StoredLink> twins)
    {
        var linked = twins.ToDictionary(link => new EntryId(link.ByFund, link.BySeq), link => new EntryId(link.Fund, link.Seq));
        foreach (var (gift, twin, pence) in gifts)
        {
            if (!given.Remove(twin, out var gave) || gave != pence)
                yield return new Finding(gift.Fund, gift.Seq, $"its {pence} pence have no equal counterpart in entry {twin.Seq} of fund {twin.Fund}");
            if (!linked.Remove(gift, out var link) || link != twin)
                yield return new Finding(gift.Fund, gift.Seq, $"it is not noted as the gift that comes from entry {twin.Seq} of fund {twin.Fund}");
        }

        foreach (var (give, pence) in given)
            yield return new Finding(give.Fund, give.Seq, $"it gives {pence} pence that no fund received");
        foreach (var (gift, twin) in linked)
            yield return new Finding(gift.Fund, gift.Seq, $"it is noted as a gift from entry {twin.Seq} of fund {twin.Fund}, and is none");
    }
}

/// <summary>Money that arrived, and how much of it the funds have claimed.</summary>
public readonly record struct StoredRemittance(long Id, long Pence, long Allocated, ChainedRow Row);
