using NodaTime;
using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>The management charge of a period: exactly what the signed sheet states, once, and nothing without one.</summary>
public static class Charge
{
    /// <summary>Charges a period.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="occasion">The occasion.</param>
    /// <param name="period">The period that is charged.</param>
    /// <param name="delivered">The support delivered in it, which a sheet may charge a share of.</param>
    /// <returns>The entry, or why there is none.</returns>
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, DateInterval period, Money delivered) =>
        fund.Terms.ManagementCharge is not { } charge
            ? fund.Refuse(RefusalReason.ChargeNotAgreed, "no signed sheet states a management charge.", "Have the person sign a sheet that states it, and record it in the fund's terms.")
            : Draft.Of(fund, EntryKind.Charge, occasion, $"charge/{charge.Sheet}/{period.Start:R}").Move(Account.Main, Account.ChargeEarned, charge.For(delivered))
                .Say(DetailKeys.Sheet, charge.Sheet).Say(period).Entry();
}
