using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>A person chooses seven hours a week less for eight weeks, buys a holiday with what was banked, and has the support back.</summary>
internal static class HolidayStory
{
    private const int Weeks = 8;
    private const int ReinstatedWeeksAgo = 3;
    private const string Purpose = "holiday";

    public static Minutes BankedAWeek { get; } = new(7 * 60);

    /// <summary>The first Monday with less support.</summary>
    public static LocalDate From(DateInterval days) => Until(days).PlusWeeks(-Weeks);

    /// <summary>The Monday on which the support is back.</summary>
    public static LocalDate Until(DateInterval days) => days.End.PlusDays(1).PlusWeeks(-ReinstatedWeeksAgo);

    public static void Write(DemonstrationFund fund, YearDiary diary)
    {
        var (from, until) = (From(diary.Days), Until(diary.Days));
        var agreement = new BankingAgreement
        {
            Id = $"agreement/{fund.Number}/holiday",
            Purpose = Purpose,
            Outcome = "a week by the sea",
            AgreedBy = $"person/{fund.Person}",
            ReinstateOn = until,
        };
        for (var monday = from; monday < until; monday = monday.PlusWeeks(1))
        {
            var on = monday;
            diary.On(on, books => books.Post(BankByChoice.OfMain(
                books.Position, Staff.ByFinance(on, $"banking/{on.Iso()}"), fund.Cost(RateNames.Day, on, BankedAWeek), BankedAWeek, agreement)));
        }

        diary.On(until, books => Buy(fund, books, until));
    }

    private static void Buy(DemonstrationFund fund, FundBooks books, LocalDate on)
    {
        var order = new PurchaseOrder(books.Position.Pence(Account.Bank), "holiday with support", "a week by the sea", $"person/{fund.Person}");
        books.Post(Purchase.FromBank(books.Position, Staff.ByFinance(on, $"holiday/{fund.Number}"), order, Purpose));
        PurchaseStory.PayWhatCashAllows(fund, books, on);
    }
}
