using NodaTime;
using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>The council is invoiced for what it awarded.</summary>
public static class Invoice
{
    /// <summary>Claims a part of what was awarded.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="occasion">The evidence is the invoice's number.</param>
    /// <param name="period">The period that it covers.</param>
    /// <param name="amount">What is claimed.</param>
    /// <returns>The entry, or why there is none.</returns>
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, DateInterval period, Money amount) =>
        amount > fund.Pence(Account.Awarded)
            ? fund.Refuse(RefusalReason.TooLittle, $"{fund.Pence(Account.Awarded)} of the award is not invoiced yet, and the invoice claims {amount}.", "Claim less, or record the uplift first.")
                with
            { Account = Account.Awarded, Amount = amount.Pence, Limit = fund.Pence(Account.Awarded).Pence }
            : Draft.Of(fund, EntryKind.Invoice, occasion, $"invoice/{occasion.Evidence}").Move(Account.CouncilReceivable, Account.Awarded, amount)
                .Say(DetailKeys.Invoice, occasion.Evidence).Say(period).Entry();
}
