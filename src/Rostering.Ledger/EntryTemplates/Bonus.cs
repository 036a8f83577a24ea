using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>A team's bonus from a saving that the person agreed to; the remainder of the saving stays theirs. It is never paid while support is owed.</summary>
public static class Bonus
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, Money amount, AgreedSaving saving)
    {
        if (!fund.Terms.BonusAllowed)
            return fund.Refuse(RefusalReason.Bonus, "its terms allow no bonus.", "Agree bonuses with the person first, and record it in the fund's terms.");
        if (string.IsNullOrWhiteSpace(saving.AgreedBy))
            return fund.Refuse(RefusalReason.NotAgreed, $"nobody agreed to the saving {saving.Id}.", "Ask the person or their representative.");
        if (fund.Pence(Account.Owed) > Money.Zero || fund.Time(Account.Owed) > Minutes.Zero)
        {
            return fund.Refuse(RefusalReason.Bonus, $"{fund.Time(Account.Owed)} of support are still owed to the person.", "Make them good first.")
                with
            { Account = Account.Owed, Amount = amount.Pence, Limit = 0 };
        }

        return amount > saving.Amount
            ? fund.Refuse(RefusalReason.Bonus, $"the bonus of {amount} is above the saving of {saving.Amount}.", "Give at most what was saved.") with { Amount = amount.Pence, Limit = saving.Amount.Pence }
            : Draft.Of(fund, EntryKind.Bonus, occasion, $"bonus/{saving.Id}").Move(Account.Main, Account.BonusPayable, amount)
                .Say(DetailKeys.Saving, saving.Id).Say(DetailKeys.AgreedBy, saving.AgreedBy).Entry();
    }
}

/// <summary>What a team's ideas saved, as the person agreed.</summary>
/// <param name="Id">The opaque id of the agreement.</param>
/// <param name="Amount">What was saved.</param>
/// <param name="AgreedBy">The ids of those who agreed.</param>
public sealed record AgreedSaving(string Id, Money Amount, string AgreedBy);
