using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>
/// An award was too small at first, and is raised: for the pay rise that it left out, or once the fund has run out. Support goes on
/// meanwhile; what the fund lacked for it shows as overspend, and is settled.
/// </summary>
internal static class UpliftStory
{
    private const int RaisedWeeksAgo = 2;
    private const int EmptyWeeks = 3;
    private const int SpentPermilleOfAward = 900;

    /// <summary>So much of the award as lasts until three weeks before a fund that runs out gets more.</summary>
    public static int LastingPermille(DemonstrationFund fund)
    {
        var year = AwardCalendar.Years(fund.Terms.InvoiceCycle, fund.Days).Last();
        var lasts = Period.DaysBetween(year.Start, fund.Days.End.PlusWeeks(-RaisedWeeksAgo - EmptyWeeks));
        return lasts <= 0 ? 1000 : lasts * SpentPermilleOfAward / year.Length;
    }

    public static void AfterRunningOut(DemonstrationFund fund, YearDiary diary) => Write(fund, diary, diary.Days.End.PlusWeeks(-RaisedWeeksAgo), "need assessed afresh");

    public static void ForThePayRise(DemonstrationFund fund, YearDiary diary) => Write(fund, diary, new LocalDate(diary.Days.End.Year, 6, 15), "pay rise of April");

    private static void Write(DemonstrationFund fund, YearDiary diary, LocalDate on, string reason)
    {
        var year = AwardCalendar.Years(fund.Terms.InvoiceCycle, diary.Days).Last();
        var lacking = AwardStory.Lacking(fund, year);
        if (lacking == Money.Zero)
            return;
        diary.On(on, books =>
        {
            books.Post(Uplift.Entry(books.Position, Staff.ByFinance(on, $"uplift/{fund.Number}"), year, lacking, Minutes.Zero, reason));
            if (books.Position.Pence(Account.Overspend) > Money.Zero)
                books.Post(SettleOverspend.Entry(books.Position, Staff.ByFinance(on, $"settlement/{fund.Number}")));
        });
    }
}
