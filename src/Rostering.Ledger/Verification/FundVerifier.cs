namespace Rostering.Ledger.Verification;

/// <summary>Verifies one fund after another: every entry in turn, then what the database keeps beside them.</summary>
public sealed class FundVerifier : IDisposable
{
    private static readonly Account[] MustBeEmpty =
    [
        Account.Main, Account.Contingency, Account.Bank, Account.Owed, Account.Committed, Account.Overspend, Account.Payable,
        Account.RefundDue, Account.CouncilCredit, Account.BonusPayable,
    ];

    private readonly ChainVerifier chain = new();
    private readonly ReferenceVerifier references = new();
    private readonly PeriodVerifier periods = new();
    private FundRecord record = null!;

    /// <summary>Goes on to another fund.</summary>
    public void Start(FundRecord fund)
    {
        record = fund;
        chain.Start();
        references.Start();
        periods.Start(fund.Closings);
    }

    /// <summary>Takes the fund's next entry with its postings in the order of their lines; after a finding there is no next one.</summary>
    /// <returns>What is wrong with it, or nothing.</returns>
    public Finding? Add(in StoredEntry entry, ReadOnlySpan<StoredPosting> lines)
    {
        if ((chain.Add(entry, lines) ?? references.Add(entry, lines) ?? periods.Add(entry, lines)) is { } finding)
            return finding;
        foreach (ref readonly var line in lines)
        {
            if (!ChartOfAccounts.Has(entry.Fund, line.Account, line.Unit))
                return new Finding(entry.Fund, entry.Seq, $"it moves {Labels.Text(line.Account)} in {Labels.Text(line.Unit)}, which the fund has not");
        }

        return entry.Terms is { } terms ? FindingOfTerms(entry, terms) : record.IsPerson ? new Finding(entry.Fund, entry.Seq, "it names no terms of the fund") : null;
    }

    /// <summary>Compares what the database keeps beside the entries with what they come to.</summary>
    public Finding? End(IReadOnlyCollection<StoredLink> links)
    {
        if (record.Seq > chain.Seq)
            return new Finding(record.Fund, chain.Seq + 1, $"entry {chain.Seq + 1} is missing; the fund has {record.Seq}");

        var fault = RowChains.FaultOf(record.Rows) ?? FaultOfHead() ?? FaultOfTerms() ?? FaultOfAccounts() ?? FaultOfTranches() ?? FaultOfLinks(links)
            ?? periods.End(chain.Seq) ?? FaultOfLock() ?? FaultOfClose();
        return fault is null ? null : new Finding(record.Fund, 0, fault);
    }

    public void Dispose() => chain.Dispose();

    private Finding? FindingOfTerms(in StoredEntry entry, int terms) =>
        record.TermsVersions.TryGetValue(terms, out var from) && from <= entry.EffectiveOn ? null
            : new Finding(entry.Fund, entry.Seq, $"it names version {terms} of the fund's terms, which does not hold on its day");

    private string? FaultOfHead()
    {
        if (record.Fund > 0 != record.IsPerson)
            return "its number is not one of its holder's";
        if (record.Seq != chain.Seq)
            return $"it says that it has {record.Seq} entries; there are {chain.Seq}";
        if (!record.Head.Span.SequenceEqual(chain.Head))
            return $"its head is {Convert.ToHexStringLower(record.Head.Span)}, but entry {chain.Seq} has {Convert.ToHexStringLower(chain.Head)}";
        return record.RecordedAt == chain.RecordedAt ? null : "it was last written at another time than its last entry";
    }

    private string? FaultOfTerms()
    {
        if (!record.TermsVersions.Keys.SequenceEqual(Enumerable.Range(1, record.TermsVersions.Count)))
            return "a version of its terms is missing";
        var latest = record.TermsVersions.OrderBy(version => version.Value).ThenBy(version => version.Key).Select(version => ((int?, int?))(version.Key, version.Value)).LastOrDefault();
        return latest == (record.Terms, record.TermsFrom) ? null : $"it goes by version {record.Terms} of its terms, and not by version {latest.Item1}";
    }

    private string? FaultOfAccounts()
    {
        if (!record.Deficits.Keys.SequenceEqual(Enumerable.Range(1, record.Deficits.Count)))
            return "an agreed deficit is missing";

        var overdraft = record.Deficits.Count > 0 ? record.Deficits[record.Deficits.Count] : 0;
        if (record.Balances.Count != (Labels.Count<Account>() * Labels.Count<Unit>()) + 1 || record.Balances[^1] != overdraft)
            return $"its main balance may be overdrawn by {record.Balances.LastOrDefault()} pence, and not by the {overdraft} that were agreed";

        for (var at = 0; at < record.Balances.Count - 1; at++)
        {
            var account = (Account)(at % Labels.Count<Account>());
            var unit = (Unit)(at / Labels.Count<Account>());
            if (FaultOfAccount(account, unit, record.Balances[at], account == Account.Main ? overdraft : 0) is { } fault)
                return fault;
        }

        return null;
    }

    private string? FaultOfAccount(Account account, Unit unit, long? stored, long overdraft)
    {
        var name = $"{Labels.Text(account)} in {Labels.Text(unit)}";
        var balance = chain.Balance(account, unit);
        if (ChartOfAccounts.Has(record.Fund, account, unit) != stored.HasValue)
            return $"{name} is not as the chart of accounts has it";
        if (stored is { } some && some != balance)
            return $"{name} stands at {some}, but its postings come to {balance}";
        return ChartOfAccounts.Floored(account, unit) && ChartOfAccounts.Side(account) * balance < -overdraft
            ? $"{name} is below its floor" : null;
    }

    private string? FaultOfTranches()
    {
        foreach (var stored in record.Tranches)
        {
            if (references.Tranches.GetValueOrDefault(stored.Seq) != (stored.Pence, stored.Minutes))
                return $"tranche {stored.Seq} has {stored.Pence} pence and {stored.Minutes} minutes left, but its entries leave something else";
        }

        return record.Tranches.Count == references.Tranches.Count ? null
            : $"it has {record.Tranches.Count} tranches; its entries made {references.Tranches.Count}";
    }

    private string? FaultOfLinks(IReadOnlyCollection<StoredLink> links)
    {
        var found = 0;
        foreach (var link in links)
        {
            if (link.Role == LinkRole.Twin)
                continue;
            var by = link.Role == LinkRole.Resolves ? references.ResolvedBy : references.ReversedBy;
            if (link.ByFund != record.Fund || by.GetValueOrDefault(link.Seq) != link.BySeq)
                return $"entry {link.BySeq} of fund {link.ByFund} is noted as the one that {Labels.Text(link.Role)} entry {link.Seq}, and is not";
            found++;
        }

        var made = references.ResolvedBy.Count + references.ReversedBy.Count;
        return found == made ? null : $"{made} entries resolve or reverse another; {found} are noted";
    }

    private string? FaultOfLock()
    {
        var through = record.Closings.Count > 0 ? record.Closings[^1].Through : record.OpenedOn - 1;
        return record.LockedThrough == through ? null : "it is not closed through the last day of its last closed period";
    }

    private string? FaultOfClose() =>
        record.ClosedOn is not null && MustBeEmpty.FirstOrDefault(account => Array.Exists([Unit.Gbp, Unit.Min], unit => chain.Balance(account, unit) != 0), Account.Cash) is var account and not Account.Cash
            ? $"it is closed and still holds something on {Labels.Text(account)}" : null;
}
