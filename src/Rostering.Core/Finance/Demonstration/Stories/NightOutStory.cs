using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>Weekday hours are banked before the pay rise and used for a Saturday night after it: the price has moved, and the books show by how much.</summary>
internal static class NightOutStory
{
    private const int Visits = 3;
    private static readonly LocalTime Evening = new(21, 0);

    public static void Write(DemonstrationFund fund, YearDiary diary)
    {
        var rise = fund.Rates.Rates.First(rate => rate.Name == RateNames.Day && rate.Pence == fund.Rates.On(RateNames.Day, diary.Days.End)).From;
        if (rise <= diary.Days.Start)
            return; // The year's prices never moved.
        var monday = LocalClock.MondayOf(rise.PlusDays(-1)).PlusWeeks(-6);
        if (monday <= diary.Days.Start)
            return;
        for (var week = 0; week < Visits; week++)
        {
            var visit = fund.VisitsOf(monday.PlusWeeks(week)).First(visit => visit.Rate == RateNames.Day);
            diary.On(visit.Start.Date, books => books.Post(BankByChoice.OfVisit(books.Position, Staff.Confirmed(visit.Start.Date, visit), visit, Agreement(fund, rise))));
        }

        var night = rise.PlusWeeks(6).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Saturday));
        diary.On(night, books => Use(fund, books, night));
    }

    private static BankingAgreement Agreement(DemonstrationFund fund, LocalDate rise) => new()
    {
        Id = $"agreement/{fund.Number}/night-out",
        Purpose = "night out",
        Outcome = "goes dancing",
        AgreedBy = $"person/{fund.Person}",
        ReinstateOn = rise,
    };

    private static void Use(DemonstrationFund fund, FundBooks books, LocalDate night)
    {
        foreach (var tranche in books.Position.OpenTranches.ToList())
        {
            var visit = new VisitRecord
            {
                Visit = $"{LocalClock.MondayOf(night).Iso()}/night-out-{tranche.Seq}",
                Start = night + Evening,
                Planned = tranche.Time,
                Delivered = tranche.Time,
                Cost = fund.Cost(RateNames.Night, night, tranche.Time),
                Rate = RateNames.Night,
                RatePerHour = new Money(fund.Rates.On(RateNames.Night, night)!.Value),
            };
            books.Post(UseBank.Entry(books.Position, Staff.Confirmed(night, visit), visit, tranche.Seq));
        }
    }
}
