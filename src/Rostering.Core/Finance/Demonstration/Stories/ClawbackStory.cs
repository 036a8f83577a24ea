using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>At the end of the award year the council asks back what is above its cap, and two people see that it gets it.</summary>
internal static class ClawbackStory
{
    private const int RefundedAfterDays = 30;

    public static void Write(DemonstrationFund fund, YearDiary diary)
    {
        var end = AwardCalendar.Years(fund.Terms.InvoiceCycle, diary.Days).First().End;
        var back = end.PlusDays(RefundedAfterDays);
        diary.On(end, books =>
        {
            if (Clawback.Surplus(books.Position, fund.WeeklyAward) > Money.Zero)
                books.TryPost(Clawback.Entry(books.Position, Staff.ByFinance(end, $"review/{fund.Number}"), fund.WeeklyAward, diary.Days.Start));
        });
        diary.On(back, books =>
        {
            var paid = Money.Min(books.Position.Pence(Account.RefundDue), books.Position.Pence(Account.Cash));
            if (paid > Money.Zero)
                books.Post(Refund.Entry(books.Position, Staff.ByTwo(back, $"refund/{fund.Number}"), paid, "above the cap"));
        });
    }
}
