using System.Collections.Immutable;
using Rostering.Ledger;

namespace Rostering.Core.Tests.Finance.Model;

/// <summary>
/// What the ledger should do, in memory and as plainly as it can be said, in the order in which it finds faults. Of the kernel
/// it takes the chart of accounts and the rules of the kinds, which are tables.
/// </summary>
internal sealed class ModelLedger
{
    public Dictionary<int, ModelFund> Funds { get; } = [];

    public Dictionary<long, ModelRemittance> Remittances { get; } = [];

    /// <summary>Says what becomes of an entry, and keeps it where it is made.</summary>
    public Prediction Post(JournalEntry entry)
    {
        try
        {
            return PostOrRefuse(entry);
        }
        catch (ModelRefusal refusal)
        {
            return new Prediction(Entry: null, Replayed: false) { Refused = refusal.Reason, Shortage = refusal.Shortage };
        }
    }

    private Prediction PostOrRefuse(JournalEntry entry)
    {
        Refuse(entry.Detail.Values.Any(value => value.Length == 0), RefusalReason.Incomplete);
        Refuse(new[] { entry.Key, entry.Evidence, entry.MadeBy, entry.CheckedBy ?? "nobody" }.Any(IsNoReference), RefusalReason.Incomplete);
        Refuse(!Funds.ContainsKey(entry.Fund), RefusalReason.NoOpenFund);
        var fund = Funds[entry.Fund];
        if (fund.Keys.TryGetValue(entry.Key, out var known))
            return Same(known.Asked, entry) ? new Prediction(known, Replayed: true) : throw new ModelRefusal(RefusalReason.KeyUsed);
        Refuse(fund.Closed, RefusalReason.NoOpenFund);
        Refuse(entry.EffectiveOn <= fund.LockedThrough, RefusalReason.PeriodClosed);

        var made = Made(fund, entry);
        Refuse(made.Lines.IsEmpty, RefusalReason.NoSuchAccount);
        var balances = BalancesAfter(fund, made.Lines);
        ModelPromises.RefuseBroken(this, fund, made, balances);
        RefuseReferences(fund, made);
        Keep(fund, made, balances);
        return new Prediction(made, Replayed: false);
    }

    public static void Refuse(bool broken, RefusalReason reason)
    {
        if (broken)
            throw new ModelRefusal(reason);
    }

    private static bool IsNoReference(string text) => text.Length is 0 or > 120 || text.Contains('|', StringComparison.Ordinal) || text.Contains('\n', StringComparison.Ordinal);

    private static bool Same(JournalEntry one, JournalEntry other) =>
        one with { Lines = [], Detail = other.Detail } == other with { Lines = [] } && one.Lines.SequenceEqual(other.Lines) && one.Detail.SequenceEqual(other.Detail);

    /// <summary>The entry with the lines that the ledger gives it.</summary>
    private static ModelEntry Made(ModelFund fund, JournalEntry entry)
    {
        var seq = fund.Entries.Count + 1;
        switch (entry.Kind)
        {
            case EntryKind.Reversal:
                var undone = fund.Entry(entry.Reverses);
                return new ModelEntry(
                    entry, seq, undone is null ? [] : [.. undone.Lines.Select(line => line with { Amount = -line.Amount })], Overspent: 0,
                    undone?.Kind == EntryKind.Bank ? undone.Seq : undone?.Tranche, undone?.Remittance);
            case EntryKind.Deliver or EntryKind.Decline or EntryKind.Absence or EntryKind.Fail or EntryKind.Cut or EntryKind.UseBank:
                var (lines, overspent) = WithOverspend(fund, entry.Lines);
                return new ModelEntry(entry, seq, lines, overspent, entry.Tranche, entry.Remittance);
            default:
                return new ModelEntry(entry, seq, entry.Lines, Overspent: 0, entry.Tranche, entry.Remittance);
        }
    }

    /// <summary>What the main balance lacks for a fact is overspent.</summary>
    private static (ImmutableArray<Line> Lines, long Overspent) WithOverspend(ModelFund fund, ImmutableArray<Line> lines)
    {
        Refuse(lines.Any(line => line.Account == Account.Overspend), RefusalReason.WrongAccount);
        var room = Math.Max(0, fund.Held(Account.Main) + fund.Deficit);
        var at = lines.ToList().FindIndex(line => line is { Account: Account.Main, Unit: Unit.Gbp } && line.Amount > room);
        if (at < 0)
            return (lines, 0);
        var overspend = new Line(Account.Overspend, Unit.Gbp, lines[at].Amount - room);
        return (room == 0 ? lines.SetItem(at, overspend) : lines.SetItem(at, lines[at] with { Amount = room }).Add(overspend), overspend.Amount);
    }

    private static Dictionary<(Account, Unit), long> BalancesAfter(ModelFund fund, ImmutableArray<Line> lines)
    {
        var balances = new Dictionary<(Account, Unit), long>(fund.Balances);
        var named = new HashSet<(Account, Unit)>();
        foreach (var (account, unit, amount) in lines)
        {
            var before = balances.GetValueOrDefault((account, unit));
            var after = (Int128)before + amount;
            Refuse(ChartOfAccounts.Has(fund.Id, account, unit) && after != (long)Int128.Clamp(after, long.MinValue, long.MaxValue), RefusalReason.Incomplete);
            Refuse(!ChartOfAccounts.Has(fund.Id, account, unit) || !named.Add((account, unit)), RefusalReason.NoSuchAccount);
            var side = ChartOfAccounts.Side(account);
            var below = (account, unit) == (Account.Main, Unit.Gbp) ? fund.Deficit : 0;
            if (ChartOfAccounts.Floored(account, unit) && side * after < -below)
                throw new ModelRefusal(RefusalReason.TooLittle) { Shortage = (account, Math.Abs(amount), (side * before) + below) };
            balances[(account, unit)] = (long)after;
        }

        return balances;
    }

    /// <summary>What an entry names must be there and not be used up.</summary>
    private void RefuseReferences(ModelFund fund, ModelEntry made)
    {
        var entry = made.Asked;
        var twin = entry.Twin is { } mirrored ? Funds.GetValueOrDefault(mirrored.Fund) : null;
        Refuse(entry.Resolves is { } resolved && fund.Done.Contains((resolved, "resolves")), RefusalReason.Resolution);
        Refuse(entry.Reverses is { } reversed && fund.Done.Contains((reversed, "reverses")), RefusalReason.Reversal);
        Refuse(entry.Twin is { } given && twin?.Done.Contains((given.Seq, "twin")) == true, RefusalReason.Gift);
        Refuse(
            new[] { entry.Resolves, entry.Reverses }.Any(seq => seq is not null && seq != made.Seq && fund.Entry(seq) is null)
                || (entry.Twin is { } named && twin?.Entry(named.Seq) is null && named != new EntryId(fund.Id, made.Seq)),
            RefusalReason.Incomplete);

        var (pence, minutes) = (made.Sum(Account.Bank, Unit.Gbp), made.Sum(Account.Bank, Unit.Min));
        if (entry.Kind == EntryKind.Bank)
            Refuse(pence > 0 || minutes > 0, RefusalReason.Tranche);
        else if (made.Tranche is { } used)
            Refuse(!fund.Tranches.TryGetValue(used, out var left) || left.Pence < pence || left.Minutes < minutes, RefusalReason.Tranche);
        if (made.Remittance is { } id)
            Refuse(
                !Remittances.TryGetValue(id, out var remittance) || remittance.Allocated + made.Sum(Account.Cash, Unit.Gbp) is var all && (all < 0 || all > remittance.Pence),
                RefusalReason.Remittance);
    }

    private void Keep(ModelFund fund, ModelEntry made, Dictionary<(Account, Unit), long> balances)
    {
        var entry = made.Asked;
        fund.Balances = balances;
        fund.Entries.Add(made);
        fund.Keys.Add(entry.Key, made);
        if (entry.Resolves is { } resolved)
        {
            fund.Done.Add((resolved, "resolves"));
            fund.Standing.Remove(resolved);
        }

        if (entry.Reverses is { } reversed)
            fund.Done.Add((reversed, "reverses"));
        if (entry.Twin is { } given)
            Funds[given.Fund].Done.Add((given.Seq, "twin"));
        if (made.Lines.Any(line => line is { Account: Account.Committed, Amount: < 0 }))
            fund.Standing.Add(made.Seq);

        var (pence, minutes) = (made.Sum(Account.Bank, Unit.Gbp), made.Sum(Account.Bank, Unit.Min));
        if (entry.Kind == EntryKind.Bank)
            fund.Tranches.Add(made.Seq, (-pence, -minutes));
        else if (made.Tranche is { } used)
            fund.Tranches[used] = (fund.Tranches[used].Pence - pence, fund.Tranches[used].Minutes - minutes);
        if (made.Remittance is { } id)
            Remittances[id].Allocated += made.Sum(Account.Cash, Unit.Gbp);
    }
}
