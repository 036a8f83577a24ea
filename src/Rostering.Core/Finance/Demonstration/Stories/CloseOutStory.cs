using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>
/// The person moves to another provider: promises are released, all that is left goes with them, and what was earned and not yet
/// claimed is on a last invoice. Once the council has paid that too, it gets back what it paid too much, the provider takes what it
/// earned, and nothing is left.
/// </summary>
internal static class CloseOutStory
{
    /// <summary>By then the slowest payment of the demonstration has come.</summary>
    public const int SettledAfterDays = 63;

    public static void Write(DemonstrationFund fund, YearDiary diary)
    {
        var on = fund.Supported.End;
        diary.On(on, _ => diary.On(on, books => CloseOutOf(fund, books, diary))); // Written on the day itself, it comes after all else of it.
        if (fund.Closes)
            diary.On(fund.Days.End, _ => diary.On(fund.Days.End, books => Settle(fund, books, fund.Days.End)));
    }

    /// <summary>What the council paid beyond its debts goes back, and what is earned to the provider.</summary>
    private static void Settle(DemonstrationFund fund, FundBooks books, LocalDate on)
    {
        if (books.Position.Pence(Account.CouncilCredit) > Money.Zero)
            books.Post(Refund.Entry(books.Position, Staff.ByTwo(on, $"refund/{fund.Number}/{on.Iso()}"), books.Position.Pence(Account.CouncilCredit), "paid too much"));
        AwardStory.WithdrawEarned(fund, books, on);
    }

    private static void CloseOutOf(DemonstrationFund fund, FundBooks books, YearDiary diary)
    {
        var on = fund.Supported.End;
        foreach (var commitment in books.Position.Commitments.Values.ToList())
            books.Post(Release.Entry(books.Position, Staff.ByFinance(on, $"release/{commitment.Seq}"), commitment.Visit, "moved to another provider"));
        Settle(fund, books, on);
        if (books.Position.Pence(Account.Overspend) == Money.Zero)
            books.Post(CloseOut.Entries(books.Position, Staff.ByTwo(on, $"transfer/{fund.Number}"), "provider/birch", "moved to another provider"));
        InvoiceRest(fund, books, diary, on);
    }

    private static void InvoiceRest(DemonstrationFund fund, FundBooks books, YearDiary diary, LocalDate on)
    {
        var rest = books.Position.Pence(Account.Awarded);
        if (rest <= Money.Zero)
            return;
        var invoice = $"INV-{fund.Number}-last";
        var period = new DateInterval(fund.Terms.InvoiceCycle.On(on).Start, on);
        books.Post(Invoice.Entry(books.Position, Staff.ByFinance(on, invoice), period, rest));
        new PaymentStory(fund, diary).Pay(invoice, on, rest);
    }
}
