using System.Collections.Immutable;
using Rostering.Ledger;
using Rostering.Testing;
using static Rostering.Ledger.Account;

namespace Rostering.Core.Tests.Finance.Model;

/// <summary>Draws entries of all kinds, sensible for the most part for what their fund holds at the moment.</summary>
internal sealed class EntryDraws(Random random, ModelLedger ledger, IReadOnlyList<int> people, int organisation)
{
    private static readonly ImmutableSortedDictionary<string, string> Details = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        Enum.GetValues<EntryKind>().SelectMany(kind => KindRules.Of(kind).Detail).Distinct(StringComparer.Ordinal)
            .Select(key => KeyValuePair.Create(key, key == "reason" ? "emergency" : $"{key}-1")));

    private int keys;

    /// <summary>An entry that may well be made.</summary>
    public JournalEntry Sensible() => random.Next(12) == 0 ? OfOrganisation() : OfPerson(ledger.Funds[people[random.Next(people.Count)]]);

    public JournalEntry Entry(ModelFund fund, EntryKind kind, params ImmutableArray<Line> lines) => new()
    {
        Fund = fund.Id,
        Kind = kind,
        Key = $"key-{++keys}",
        EffectiveOn = random.Next(50) == 0 ? LedgerDatabase.Opening.PlusDays(random.Next(40)) : fund.LockedThrough.PlusDays(random.Next(1, 40)),
        Evidence = $"evidence-{random.Next(100)}",
        MadeBy = "worker-1",
        CheckedBy = "worker-2",
        Detail = Details,
        Lines = [.. lines.Where(line => line.Amount != 0)],
        RelatesTo = random.Next(20) == 0 ? LedgerDatabase.Opening : null,
    };

    /// <summary>Nearly always no more than there is.</summary>
    public long Part(long held) => random.Next(60) == 0 ? held + random.Next(1, 500) : held <= 1 ? 1 : random.NextInt64(1, Math.Min(held, 4000) + 1);

    private JournalEntry OfOrganisation()
    {
        var fund = ledger.Funds[organisation];
        return random.Next(6) switch
        {
            0 or 1 => Received(fund, EntryKind.Endow, Reserve),
            2 or 3 => Moved(fund, EntryKind.Give, Reserve, Cash),
            4 => Moved(fund, EntryKind.ReserveBonus, Reserve, BonusPayable),
            _ => random.Next(2) == 0 ? Moved(fund, EntryKind.Pay, BonusPayable, Cash) : Reversed(fund),
        };
    }

    private JournalEntry OfPerson(ModelFund fund) => random.Next(36) switch
    {
        0 or 1 => Awarded(fund, random.Next(4) == 0 ? EntryKind.Uplift : EntryKind.Award),
        2 => Cut(fund),
        3 => Received(fund, EntryKind.Contribution, ContributionReceivable),
        4 => random.Next(2) == 0 ? Moved(fund, EntryKind.Retain, Main, Contingency) : Moved(fund, EntryKind.Retain, Contingency, Main),
        5 => Moved(fund, EntryKind.Draw, Contingency, random.Next(2) == 0 ? SupportEarned : WaitingEarned)
            with
        { Detail = random.Next(20) == 0 ? Details.SetItem("reason", "a quiet week") : Details },
        6 => Moved(fund, EntryKind.Charge, Main, ChargeEarned),
        >= 7 and <= 12 => Committed(fund),
        >= 13 and <= 18 => Resolved(fund),
        19 => Fact(fund, random.Next(5) switch { 0 => EntryKind.Decline, 1 => EntryKind.Absence, 2 => EntryKind.Fail, _ => EntryKind.Deliver }),
        20 => random.Next(2) == 0 ? MadeGood(fund) : Timed(fund, EntryKind.MakeGood, Owed, SupportEarned),
        21 => Timed(fund, EntryKind.Bank, Main, Account.Bank),
        22 or 23 => Banked(fund),
        24 => Moved(fund, EntryKind.Purchase, Main, Payable),
        25 => Moved(fund, EntryKind.Pay, random.Next(2) == 0 ? Payable : BonusPayable, Cash),
        26 => fund.Held(Owed) == 0 || random.Next(10) == 0 ? Moved(fund, EntryKind.Bonus, Main, BonusPayable) : MadeGood(fund),
        27 => Gift(fund),
        28 => Moved(fund, EntryKind.Invoice, CouncilReceivable, Account.Awarded),
        29 => random.Next(3) == 0 ? Received(fund, EntryKind.Receipt, CouncilCredit) : Received(fund, EntryKind.Receipt, CouncilReceivable),
        30 => Moved(fund, EntryKind.Refund, random.Next(2) == 0 ? RefundDue : CouncilCredit, Cash),
        31 => Moved(fund, EntryKind.WriteOff, Account.WriteOff, random.Next(2) == 0 ? CouncilReceivable : ContributionReceivable),
        32 => Moved(fund, EntryKind.Clawback, random.Next(2) == 0 ? Main : Contingency, RefundDue),
        33 => Moved(fund, EntryKind.Withdraw, random.Next(2) == 0 ? SupportEarned : WaitingEarned, Cash),
        34 => random.Next(3) == 0 ? Moved(fund, EntryKind.CloseOut, Main, Account.Awarded) : Moved(fund, EntryKind.SettleOverspend, Main, Overspend),
        _ => Reversed(fund),
    };

    /// <summary>Pence from one account to another, as far as the one or the other has any.</summary>
    private JournalEntry Moved(ModelFund fund, EntryKind kind, Account debited, Account credited)
    {
        var limits = new[] { (Account: debited, Sign: -1), (Account: credited, Sign: 1) }
            .Where(line => ChartOfAccounts.Floored(line.Account, Unit.Gbp) && ChartOfAccounts.Side(line.Account) == line.Sign)
            .Select(line => fund.Held(line.Account)).ToList();
        var pence = Part(limits.Count == 0 ? 2000 : limits.Min());
        return Entry(fund, kind, new Line(debited, Unit.Gbp, pence), new Line(credited, Unit.Gbp, -pence));
    }

    /// <summary>Pence, and mostly minutes with them.</summary>
    private JournalEntry Timed(ModelFund fund, EntryKind kind, Account debited, Account credited)
    {
        var (pence, minutes) = (Part(fund.Held(debited)), random.Next(4) == 0 ? 0 : Part(fund.Held(debited, Unit.Min)));
        return Entry(
            fund, kind, new Line(debited, Unit.Gbp, pence), new Line(debited, Unit.Min, minutes), new Line(credited, Unit.Gbp, -pence), new Line(credited, Unit.Min, -minutes));
    }

    /// <summary>All that is owed.</summary>
    private JournalEntry MadeGood(ModelFund fund)
    {
        var (pence, minutes) = (fund.Held(Owed), fund.Held(Owed, Unit.Min));
        return Entry(
            fund, EntryKind.MakeGood, new Line(Owed, Unit.Gbp, pence), new Line(Owed, Unit.Min, minutes), new Line(SupportEarned, Unit.Gbp, -pence), new Line(SupportEarned, Unit.Min, -minutes));
    }

    private JournalEntry Awarded(ModelFund fund, EntryKind kind)
    {
        var (council, person, minutes) = (random.Next(1, 20_000), random.Next(3) == 0 ? random.Next(1, 3000) : 0, random.Next(0, 900));
        var kept = (council + person) / 10;
        return Entry(
            fund, kind, new Line(Account.Awarded, Unit.Gbp, council), new Line(ContributionReceivable, Unit.Gbp, person), new Line(Account.Awarded, Unit.Min, minutes),
            new Line(Main, Unit.Gbp, -(council + person - kept)), new Line(Contingency, Unit.Gbp, -kept), new Line(Main, Unit.Min, -minutes));
    }

    private JournalEntry Cut(ModelFund fund)
    {
        var (pence, minutes) = (random.Next(1, 6000), random.Next(0, 200));
        return Entry(
            fund, EntryKind.Cut, new Line(Main, Unit.Gbp, pence), new Line(Main, Unit.Min, minutes), new Line(Account.Awarded, Unit.Gbp, -pence), new Line(Account.Awarded, Unit.Min, -minutes));
    }

    private JournalEntry Received(ModelFund fund, EntryKind kind, Account credited)
    {
        var remittances = ledger.Remittances.ToList();
        var (id, remittance) = remittances[random.Next(4) == 0 ? random.Next(remittances.Count) : remittances.Count - 1];
        var room = remittance.Pence - remittance.Allocated;
        var pence = Part(ChartOfAccounts.Side(credited) > 0 ? Math.Min(room, fund.Held(credited)) : room);
        return Entry(fund, kind, new Line(Cash, Unit.Gbp, pence), new Line(credited, Unit.Gbp, -pence)) with { Remittance = id };
    }

    private JournalEntry Committed(ModelFund fund) => Timed(fund, EntryKind.Commit, Main, Account.Committed);

    /// <summary>Of what stands, or once in a while of what does not.</summary>
    private JournalEntry Resolved(ModelFund fund)
    {
        if (fund.Standing.Count == 0)
            return Committed(fund);
        var commitment = fund.Entry(random.Next(15) == 0 ? random.Next(1, fund.Entries.Count + 1) : fund.Standing.ElementAt(random.Next(fund.Standing.Count)))!;
        var (pence, minutes) = (-commitment.Sum(Account.Committed, Unit.Gbp), -commitment.Sum(Account.Committed, Unit.Min));
        var (kind, account) = random.Next(9) switch
        {
            0 => (EntryKind.Release, Main),
            1 => (EntryKind.Expire, Main),
            2 => (EntryKind.Decline, WaitingEarned),
            3 => (EntryKind.Absence, WaitingEarned),
            4 => (EntryKind.Fail, Owed),
            5 => (EntryKind.Bank, Account.Bank),
            _ => (EntryKind.Deliver, SupportEarned),
        };

        // Only what is delivered, or should have been, may cost something else than was planned.
        var (costs, lasts) = kind is EntryKind.Deliver or EntryKind.Decline or EntryKind.Absence && pence > 0 && random.Next(2) == 0
            ? (random.NextInt64(1, (2 * pence) + 2), minutes <= 0 ? minutes : random.NextInt64(1, (2 * minutes) + 1))
            : (pence, minutes);
        return Entry(
            fund, kind, new Line(Account.Committed, Unit.Gbp, pence), new Line(Account.Committed, Unit.Min, minutes),
            account == Main ? new Line(Main, Unit.Gbp, -pence) : new Line(Main, Unit.Gbp, costs - pence),
            account == Main ? new Line(Main, Unit.Min, -minutes) : new Line(Main, Unit.Min, lasts - minutes),
            new Line(account, Unit.Gbp, account == Main ? 0 : -costs), new Line(account, Unit.Min, account == Main ? 0 : -lasts)) with
        { Resolves = commitment.Seq };
    }

    /// <summary>Without a plan, and whether there is money for it or not.</summary>
    private JournalEntry Fact(ModelFund fund, EntryKind kind)
    {
        var account = kind switch { EntryKind.Deliver => SupportEarned, EntryKind.Fail => Owed, _ => WaitingEarned };
        var (pence, minutes) = (random.Next(1, 2500), random.Next(0, 120));
        return Entry(
            fund, kind, new Line(Main, Unit.Gbp, pence), new Line(Main, Unit.Min, minutes), new Line(account, Unit.Gbp, -pence), new Line(account, Unit.Min, -minutes));
    }

    private JournalEntry Banked(ModelFund fund)
    {
        if (fund.Tranches.Count == 0)
            return Timed(fund, EntryKind.Bank, Main, Account.Bank);
        var (seq, (left, time)) = fund.Tranches.ElementAt(random.Next(Math.Max(0, fund.Tranches.Count - 5), fund.Tranches.Count));
        var (pence, minutes) = (Part(left), time == 0 ? 0 : Part(time));
        var dearer = random.Next(-(int)pence, 800);
        var entry = random.Next(6) switch
        {
            0 => Entry(fund, EntryKind.Unbank, [.. FromBank(), new(Main, Unit.Gbp, -pence), new(Main, Unit.Min, -minutes)]),
            1 => Entry(fund, EntryKind.ExpireBank, [.. FromBank(), new(random.Next(2) == 0 ? Main : RefundDue, Unit.Gbp, -pence), new(Main, Unit.Min, -minutes)]),
            2 => Entry(fund, EntryKind.Purchase, [.. FromBank(), new(Payable, Unit.Gbp, -pence), new(Account.Awarded, Unit.Min, -minutes)]),
            _ => Entry(
                fund, EntryKind.UseBank,
                [.. FromBank(), new(Main, Unit.Gbp, dearer), new(VarianceEarned, Unit.Gbp, -dearer), new(SupportEarned, Unit.Gbp, -pence), new(SupportEarned, Unit.Min, -minutes)]),
        };
        return entry with { Tranche = seq };

        Line[] FromBank() => [new(Account.Bank, Unit.Gbp, pence), new(Account.Bank, Unit.Min, minutes)];
    }

    /// <summary>Of one of the organisation's last gifts, which another fund may have had.</summary>
    private JournalEntry Gift(ModelFund fund)
    {
        var given = ledger.Funds[organisation].Entries.Where(entry => entry.Kind == EntryKind.Give).TakeLast(3).ToList();
        var twin = given.Count == 0 ? null : given[random.Next(given.Count)];
        var pence = twin is null || random.Next(10) == 0 ? random.Next(1, 500) : twin.Sum(Reserve, Unit.Gbp);
        return Entry(fund, EntryKind.Gift, new Line(Cash, Unit.Gbp, pence), new Line(Main, Unit.Gbp, -pence))
            with
        { Twin = twin is null ? null : new EntryId(organisation, twin.Seq) };
    }

    private JournalEntry Reversed(ModelFund fund) =>
        Entry(fund, EntryKind.Reversal) with { Reverses = random.Next(Math.Max(1, fund.Entries.Count - 12), fund.Entries.Count + 2) };
}
