using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Positions;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>A visit is banked for a concert, and then nothing comes of that: the person wants its time back, or it runs out.</summary>
internal static class SavedVisitStory
{
    private const string Purpose = "concert";
    private const int ChangedMindWeeksAgo = 8;
    private const int ChangedMindAfterWeeks = 3;
    private const int RanOutWeeksAgo = 5;
    private const int RefundedAfterDays = 14;

    public static void ChangedMind(DemonstrationFund fund, YearDiary diary) => Write(fund, diary, ChangedMindWeeksAgo, ChangedMindAfterWeeks, (books, tranche, on) =>
        books.Post(Unbank.Entry(books.Position, Staff.ByFinance(on, $"call/{fund.Number}"), tranche.Seq, "changed their mind")));

    /// <summary>What is left of it goes where the council's terms say, and back to the council by two.</summary>
    public static void RanOut(DemonstrationFund fund, YearDiary diary)
    {
        var weeks = fund.Terms.Bank.ExpiryWeeks!.Value;
        Write(fund, diary, RanOutWeeksAgo + weeks, weeks, (books, tranche, on) =>
        {
            books.Post(ExpireBank.Entry(books.Position, Staff.ByFinance(on, $"review/{fund.Number}/{on.Iso()}"), tranche.Seq));
            diary.On(on.PlusDays(RefundedAfterDays), later => Refunds(fund, later, on.PlusDays(RefundedAfterDays)));
        });
    }

    public static bool CanRunOut(DemonstrationFund fund, ExpiredTranche goesTo) =>
        fund.Terms.Bank is { ExpiryWeeks: <= 26 } bank && bank.ExpiredGoesTo == goesTo;

    private static void Write(DemonstrationFund fund, YearDiary diary, int weeksAgo, int afterWeeks, Action<FundBooks, Tranche, LocalDate> ends)
    {
        var monday = diary.Days.End.PlusDays(1).PlusWeeks(-weeksAgo);
        if (monday <= diary.Days.Start)
            return;
        var visit = fund.VisitsOf(monday).MinBy(visit => visit.Planned.Count)!;
        var (on, end) = (visit.Start.Date, visit.Start.Date.PlusWeeks(afterWeeks));
        diary.On(on, books =>
        {
            if (books.Position.CommitmentOf(visit.Visit) is null)
                return;
            var banked = books.Post(BankByChoice.OfVisit(books.Position, Staff.Confirmed(on, visit), visit, Agreement(fund, end)));
            diary.On(end, later => ends(later, later.Position.Tranches[banked.Seq], end));
        });
    }

    private static BankingAgreement Agreement(DemonstrationFund fund, LocalDate until) => new()
    {
        Id = $"agreement/{fund.Number}/{Purpose}",
        Purpose = Purpose,
        Outcome = "hears live music",
        AgreedBy = $"person/{fund.Person}",
        ReinstateOn = until,
    };

    private static void Refunds(DemonstrationFund fund, FundBooks books, LocalDate on)
    {
        var back = Money.Min(books.Position.Pence(Account.RefundDue), books.Position.Pence(Account.Cash));
        if (back > Money.Zero)
            books.Post(Refund.Entry(books.Position, Staff.ByTwo(on, $"refund/{fund.Number}/bank"), back, "banked hours that ran out"));
    }
}
