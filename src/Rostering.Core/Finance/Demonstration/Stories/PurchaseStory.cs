using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;
using NodaTime;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>Something is bought for an outcome of the person's plan, and paid once the cash is there.</summary>
internal static class PurchaseStory
{
    private const int WeeksAgo = 7;
    private const int PaidAfterDays = 10;
    private static readonly Money Price = new(189_00);

    public static void Write(DemonstrationFund fund, YearDiary diary)
    {
        var on = diary.Days.End.PlusWeeks(-WeeksAgo);
        diary.On(on, books =>
        {
            if (books.Position.Available >= Price)
                books.Post(Purchase.FromMain(books.Position, Staff.ByFinance(on, $"order/{fund.Number}"), new PurchaseOrder(Price, "tablet computer", "speaks with family", $"person/{fund.Person}")));
        });
        diary.On(on.PlusDays(PaidAfterDays), books => PayWhatCashAllows(fund, books, on.PlusDays(PaidAfterDays)));
    }

    public static void PayWhatCashAllows(DemonstrationFund fund, FundBooks books, LocalDate on)
    {
        var paid = Money.Min(books.Position.Pence(Account.Payable), books.Position.Pence(Account.Cash));
        if (paid > Money.Zero)
            books.Post(Pay.ForPurchase(books.Position, Staff.ByFinance(on, $"payment/{fund.Number}/{on.Iso()}"), paid));
    }
}
