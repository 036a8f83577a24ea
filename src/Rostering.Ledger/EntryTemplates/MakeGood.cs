using Rostering.Ledger.Positions;

namespace Rostering.Ledger.EntryTemplates;

/// <summary>Owed support is given. The person pays no more for it than was set aside when the provider failed; what it costs beyond is the provider's.</summary>
public static class MakeGood
{
    public static Attempt<JournalEntry> Entry(FundPosition fund, Occasion occasion, VisitRecord visit)
    {
        if (fund.CommitmentOf(visit.Visit) is { } standing)
            return fund.Refuse(RefusalReason.Resolution, $"visit {visit.Visit} has {standing.Pence} committed, and what is owed pays for it.", "Release the commitment first.");
        var owed = fund.Time(Account.Owed);
        if (visit.Delivered <= Minutes.Zero || visit.Delivered > owed)
        {
            return fund.Refuse(RefusalReason.TooLittle, $"{owed} of support are owed, and {visit.Delivered} were given.", "Make good what is owed, and deliver the rest as another visit.")
                with
            { Account = Account.Owed, Amount = visit.Delivered.Count, Limit = owed.Count };
        }

        return Draft.Of(fund, EntryKind.MakeGood, occasion, $"make-good/{visit.Visit}/{visit.Version}").Say(visit)
            .Move(Account.Owed, Account.SupportEarned, fund.Pence(Account.Owed).Split(visit.Delivered.Count, (owed - visit.Delivered).Count)[0])
            .Move(Account.Owed, Account.SupportEarned, visit.Delivered).Entry();
    }
}
