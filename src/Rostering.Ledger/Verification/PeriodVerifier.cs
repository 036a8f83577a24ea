namespace Rostering.Ledger.Verification;

/// <summary>Follows one fund's closed periods: nothing takes effect in one after it was closed, and its balances are those of its entries.</summary>
public sealed class PeriodVerifier
{
    private readonly List<Dictionary<(Account, Unit), long>> movements = [];
    private IList<StoredClosing> closings = [];

    /// <summary>Goes on to another fund, with its closings in the order of their days.</summary>
    public void Start(IList<StoredClosing> stored)
    {
        closings = stored;
        movements.Clear();
        foreach (var _ in stored)
            movements.Add([]);
    }

    /// <summary>Takes the next entry with its postings.</summary>
    /// <returns>What is wrong with it, or nothing.</returns>
    public Finding? Add(in StoredEntry entry, ReadOnlySpan<StoredPosting> lines)
    {
        var period = 0;
        while (period < closings.Count && closings[period].Through < entry.EffectiveOn)
            period++;
        if (period == closings.Count)
            return null;
        if (entry.Seq > closings[period].Seq)
            return new Finding(entry.Fund, entry.Seq, $"it takes effect in a period that was closed after entry {closings[period].Seq}");

        foreach (ref readonly var line in lines)
        {
            var place = (line.Account, line.Unit);
            movements[period][place] = unchecked(movements[period].GetValueOrDefault(place) + line.Amount);
        }

        return null;
    }

    /// <summary>Compares the balances that the periods closed with with those that the entries give.</summary>
    public string? End(int lastSeq)
    {
        Dictionary<(Account, Unit), long> balances = [];
        var seq = 0;
        foreach (var (closing, movement) in closings.Zip(movements))
        {
            foreach (var (place, amount) in movement)
                balances[place] = unchecked(balances.GetValueOrDefault(place) + amount);
            var held = balances.Where(balance => balance.Value != 0).ToDictionary();
            if (held.Count != closing.Balances.Count || held.Any(balance => !closing.Balances.TryGetValue(balance.Key, out var stored) || stored != balance.Value))
                return $"the balances of the period that closed after entry {closing.Seq} are not those of its entries";
            if (closing.Seq < seq || closing.Seq > lastSeq)
                return $"a period closed after entry {closing.Seq}, which is not between {seq} and {lastSeq}";
            seq = closing.Seq;
        }

        return null;
    }
}
