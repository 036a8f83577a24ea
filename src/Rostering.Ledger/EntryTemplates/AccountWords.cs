namespace Rostering.Ledger.EntryTemplates;

/// <summary>Accounts in the words of messages.</summary>
internal static class AccountWords
{
    public static string Of(Account account) => account switch
    {
        Account.Main => "the main balance",
        Account.Contingency => "contingency",
        Account.Bank => "the bank",
        Account.Owed => "the support owed",
        Account.Committed => "what is committed",
        Account.Cash => "the cash held",
        Account.CouncilReceivable => "what the council still has to pay",
        Account.ContributionReceivable => "what the person still has to contribute",
        Account.Payable => "what is still to be paid",
        Account.BonusPayable => "the bonus still to be paid",
        Account.RefundDue => "what is due back to the council",
        Account.CouncilCredit => "what the council paid too much",
        Account.Overspend => "the overspend",
        Account.Reserve => "the reserve",
        _ => $"the account {account}",
    };

    public static string Remedy(Account account) => account switch
    {
        Account.Main => "Ask the council for an uplift, move or shorten visits, or agree a deficit with a second person.",
        Account.Contingency => "Top contingency up from the main balance first, or let the main balance pay.",
        Account.Bank => "Take no more than what was banked.",
        Account.Owed => "Make good no more than what is owed.",
        Account.Cash => "Wait until the money has arrived, or record the remittance that brought it.",
        Account.Reserve => "Give less, or add to the reserve first.",
        _ => "Give at most what is there.",
    };
}
