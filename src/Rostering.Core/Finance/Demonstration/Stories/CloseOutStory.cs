using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>The person moves to another provider: promises are released, what was earned is taken, and all that is left goes with them.</summary>
internal static class CloseOutStory
{
    // Written on the last day itself, it comes after all else of that day.
    public static void Write(DemonstrationFund fund, YearDiary diary) => diary.On(diary.Days.End, _ => diary.On(diary.Days.End, books => CloseOutOf(fund, books)));

    private static void CloseOutOf(DemonstrationFund fund, FundBooks books)
    {
        var on = fund.Days.End;
        foreach (var commitment in books.Position.Commitments.Values.ToList())
            books.Post(Release.Entry(books.Position, Staff.ByFinance(on, $"release/{commitment.Seq}"), commitment.Visit, "moved to another provider"));
        if (books.Position.Pence(Account.CouncilCredit) > Money.Zero)
            books.Post(Refund.Entry(books.Position, Staff.ByTwo(on, $"refund/{fund.Number}"), books.Position.Pence(Account.CouncilCredit), "paid twice"));
        AwardStory.WithdrawEarned(fund, books, on);
        if (books.Position.Pence(Account.Overspend) == Money.Zero)
            books.Post(CloseOut.Entries(books.Position, Staff.ByTwo(on, $"transfer/{fund.Number}"), "provider/birch", "moved to another provider"));
    }
}
