using System.Collections.Immutable;
using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>Something is bought for the person, by their agreement and for an outcome of their plan.</summary>
public static class Purchase
{
    public static Attempt<JournalEntry> FromMain(FundPosition fund, Occasion occasion, PurchaseOrder order) =>
        Bought(fund, occasion, order, $"purchase/{occasion.Evidence}").Move(Account.Main, Account.Payable, order.Price).Entry();

    /// <summary>Bought from what was banked for a purpose, the oldest tranche first: one entry for each tranche.</summary>
    public static Attempt<ImmutableArray<JournalEntry>> FromBank(FundPosition fund, Occasion occasion, PurchaseOrder order, string purpose)
    {
        var tranches = fund.OpenTranches.Where(tranche => tranche.Purpose == purpose).ToList();
        var banked = tranches.Aggregate(Money.Zero, (sum, tranche) => sum + tranche.Pence);
        if (banked < order.Price)
        {
            return fund.Refuse(RefusalReason.Tranche, $"{banked} is banked for '{purpose}', and the purchase costs {order.Price}.", "Buy for less, bank more first, or let the main balance pay the rest.")
                with
            { Account = Account.Bank, Amount = order.Price.Pence, Limit = banked.Pence };
        }

        var entries = new List<Attempt<JournalEntry>>();
        var left = order.Price;
        foreach (var tranche in tranches.Where(tranche => tranche.Pence > Money.Zero).TakeWhile(_ => left > Money.Zero))
        {
            var paid = Money.Min(left, tranche.Pence);
            entries.Add(FromTranche(fund, occasion, order with { Price = paid }, tranche));
            left -= paid;
        }

        return entries.All();
    }

    private static Attempt<JournalEntry> FromTranche(FundPosition fund, Occasion occasion, PurchaseOrder order, Tranche tranche)
    {
        var time = tranche.Time.Split(order.Price.Pence, (tranche.Pence - order.Price).Pence)[0];
        return Bought(fund, occasion, order, $"purchase/{occasion.Evidence}/{tranche.Seq}").Using(tranche).Say(DetailKeys.Purpose, tranche.Purpose)
            .Move(Account.Bank, Account.Payable, order.Price).Move(Account.Bank, Account.Awarded, time).Entry();
    }

    private static Draft Bought(FundPosition fund, Occasion occasion, PurchaseOrder order, string key) => Draft.Of(fund, EntryKind.Purchase, occasion, key)
        .Say(DetailKeys.What, order.What).Say(DetailKeys.Outcome, order.Outcome).Say(DetailKeys.AgreedBy, order.AgreedBy);
}

/// <summary>What is bought, for which outcome, by whose agreement.</summary>
/// <param name="Price">What it costs.</param>
/// <param name="What">What it is, as a code.</param>
/// <param name="Outcome">The outcome of the person's plan that it serves.</param>
/// <param name="AgreedBy">The ids of those who agreed, the person or their representative among them.</param>
public sealed record PurchaseOrder(Money Price, string What, string Outcome, string AgreedBy);
