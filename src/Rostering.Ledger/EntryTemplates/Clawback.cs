using NodaTime;
using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>What the main balance has held above the cap for longer than the terms allow becomes due to the council; the provider never gets it.</summary>
public static class Clawback
{
    /// <summary>Claims the surplus of the day for the council.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="occasion">The evidence is the review's id.</param>
    /// <param name="weeklyAward">What the council awards a week.</param>
    /// <param name="aboveSince">The day since which the main balance has been above the cap.</param>
    /// <returns>The entry, or why there is none.</returns>
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, Money weeklyAward, LocalDate aboveSince)
    {
        if (fund.Terms.SurplusCap is not { } cap)
            return fund.Refuse(RefusalReason.NotAgreed, "its council sets no cap on surplus.", "Leave the money with the person.");
        if (occasion.On < aboveSince.PlusWeeks(cap.ForWeeks))
        {
            return fund.Refuse(RefusalReason.NotAgreed, $"it has been above the cap since {aboveSince:R}, and may be for {cap.ForWeeks} weeks.",
                $"Wait until {aboveSince.PlusWeeks(cap.ForWeeks):R}, or plan with the person how to use it.");
        }

        return Draft.Of(fund, EntryKind.Clawback, occasion, $"clawback/{occasion.Evidence}").Move(Account.Main, Account.RefundDue, Surplus(fund, weeklyAward))
            .Say(DetailKeys.Reason, $"above {cap.Weeks} weeks").Entry();
    }

    /// <summary>What the main balance holds above the cap; nought where there is no cap.</summary>
    public static Money Surplus(FundPosition fund, Money weeklyAward) => fund.Terms.SurplusCap is { } cap
        ? Money.Max(Money.Zero, fund.Pence(Account.Main) - new Money(weeklyAward.Pence * cap.Weeks))
        : Money.Zero;
}
