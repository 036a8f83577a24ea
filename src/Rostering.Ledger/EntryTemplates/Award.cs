using NodaTime;
using Rostering.Ledger.Positions;
using Rostering.Ledger.Terms;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>A council awards money, and perhaps time, for some weeks; the fund's share of it is kept as contingency.</summary>
public static class Award
{
    /// <summary>The award of a fund whose council money can be planned with at once.</summary>
    /// <param name="fund">The fund, with the terms of the day.</param>
    /// <param name="occasion">The evidence is the award's id.</param>
    /// <param name="days">The days that it is for.</param>
    /// <param name="council">The council's part.</param>
    /// <param name="contribution">The person's part.</param>
    /// <param name="time">The time that it stands for.</param>
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, DateInterval days, Money council, Money contribution = default, Minutes time = default) =>
        fund.Terms.SpendableOn == SpendableOn.Receipt && council > Money.Zero
            ? fund.Refuse(RefusalReason.Remittance, $"the council's {council} can be planned with only once it is paid.", "Post the award with the remittance that brought the money.")
            : Awarded(fund, occasion, days, $"award/{occasion.Evidence}", council + contribution, time)
                .Debit(Account.Awarded, council).Debit(Account.ContributionReceivable, contribution).Entry();

    /// <summary>The award of a fund whose council money can be planned with once it is paid.</summary>
    public static Attempt<JournalEntry> OnReceipt(FundPosition fund, Occasion occasion, DateInterval days, long remittance, Money paid, Minutes time = default) =>
        Awarded(fund, occasion, days, $"award/{occasion.Evidence}/{remittance}", paid, time).Debit(Account.Cash, paid).BroughtBy(remittance).Entry();

    internal static Draft Awarded(FundPosition fund, Occasion occasion, DateInterval days, string key, Money whole, Minutes time, EntryKind kind = EntryKind.Award)
    {
        var parts = whole.Split(1000 - fund.Terms.ContingencyPermille, fund.Terms.ContingencyPermille);
        return Draft.Of(fund, kind, occasion, key).Say(days)
            .Credit(Account.Main, parts[0]).Credit(Account.Contingency, parts[1])
            .Move(Account.Awarded, Account.Main, time);
    }
}
