using Rostering.Ledger;
using static Rostering.Core.Tests.Finance.Model.ModelLedger;

namespace Rostering.Core.Tests.Finance.Model;

/// <summary>What must hold of an entry by itself.</summary>
internal static class ModelPromises
{
    private static readonly string[] ContingencyReasons = ["person ill", "worker ill", "emergency"];

    public static void RefuseBroken(ModelLedger ledger, ModelFund fund, ModelEntry made, Dictionary<(Account, Unit), long> balances)
    {
        var entry = made.Asked;
        var rule = KindRules.Of(entry.Kind);
        Refuse(made.Lines.Length < 2 || Over(made, Unit.Gbp) != 0 || Over(made, Unit.Min) != 0, RefusalReason.Unbalanced);
        Refuse(entry.Kind != EntryKind.Reversal && !made.Lines.All(rule.Allows), RefusalReason.WrongAccount);
        Refuse(!rule.Detail.All(entry.Detail.ContainsKey), RefusalReason.Incomplete);
        Refuse(fund.Id > 0 && !(fund.TermsFrom <= entry.EffectiveOn), RefusalReason.NoTerms);
        Refuse(rule.TwoPeople && (entry.CheckedBy is null || entry.CheckedBy == entry.MadeBy), RefusalReason.SecondPerson);
        Refuse(!NamesWhatItsKindCallsFor(made), RefusalReason.Incomplete);
        Refuse(entry.Kind != EntryKind.Reversal && !ResolvesExactly(fund, made), RefusalReason.Resolution);
        RefuseSpecial(ledger, fund, made, balances);
    }

    private static Int128 Over(ModelEntry made, Unit unit) =>
        made.Lines.Where(line => line.Unit == unit).Aggregate((Int128)0, (sum, line) => sum + line.Amount);

    private static bool NamesWhatItsKindCallsFor(ModelEntry made)
    {
        var entry = made.Asked;
        bool Debits(Account account) => made.Lines.Any(line => line.Account == account && line.Amount > 0);
        if (entry.Kind == EntryKind.Reversal)
            return entry.Reverses is not null && entry.Resolves is null && entry.Twin is null;
        return entry.Reverses is null
            && entry.Twin is not null == (entry.Kind == EntryKind.Gift)
            && (entry.Resolves is not null || entry.Kind is not (EntryKind.Release or EntryKind.Expire))
            && entry.Tranche is not null == Debits(Account.Bank)
            && entry.Remittance is not null == (Debits(Account.Cash) && entry.Kind != EntryKind.Gift);
    }

    /// <summary>All that was committed is taken, in both units, or nothing that is committed is touched.</summary>
    private static bool ResolvesExactly(ModelFund fund, ModelEntry made)
    {
        if (made.Asked.Resolves is not { } seq)
            return !made.Lines.Any(line => line.Account == Account.Committed && line.Amount > 0);
        return seq != made.Seq && fund.Entry(seq) is { } commitment
            && commitment.Lines.Any(line => line.Account == Account.Committed && line.Amount < 0)
            && Enum.GetValues<Unit>().All(unit => commitment.Sum(Account.Committed, unit) + made.Sum(Account.Committed, unit) == 0);
    }

    private static void RefuseSpecial(ModelLedger ledger, ModelFund fund, ModelEntry made, Dictionary<(Account, Unit), long> balances)
    {
        var entry = made.Asked;
        switch (entry.Kind)
        {
            case EntryKind.Reversal:
                Refuse(fund.Entry(entry.Reverses)!.Kind is EntryKind.Reversal or EntryKind.Commit or EntryKind.Gift or EntryKind.Give, RefusalReason.Reversal);
                break;
            case EntryKind.Gift:
                var given = ledger.Funds[entry.Twin!.Value.Fund].Entry(entry.Twin.Value.Seq);
                Refuse(given?.Kind != EntryKind.Give || given.Sum(Account.Cash, Unit.Gbp) != -made.Sum(Account.Cash, Unit.Gbp), RefusalReason.Gift);
                break;
            case EntryKind.Draw:
                Refuse(!ContingencyReasons.Contains(entry.Detail["reason"], StringComparer.Ordinal), RefusalReason.ContingencyReason);
                break;
            case EntryKind.Charge:
                Refuse(!fund.ChargeAgreed, RefusalReason.ChargeNotAgreed);
                break;
            case EntryKind.Bonus:
                Refuse(!fund.BonusAgreed || Enum.GetValues<Unit>().Any(unit => balances.GetValueOrDefault((Account.Owed, unit)) != 0), RefusalReason.Bonus);
                break;
        }
    }
}
