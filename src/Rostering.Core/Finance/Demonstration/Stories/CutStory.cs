using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>The council cuts what is left of the award year, with four weeks' notice. The books call it a cut.</summary>
internal static class CutStory
{
    private const int NoticeWeeks = 4;

    public static void Write(DemonstrationFund fund, YearDiary diary, LocalDate from, int permille)
    {
        foreach (var year in AwardCalendar.Years(fund.Terms.InvoiceCycle, diary.Days).Where(year => year.End >= from))
        {
            // A later year's award is still made in full, and cut on its first day.
            var days = new DateInterval(LocalDate.Max(from, year.Start), year.End);
            diary.On(days.Start, books => books.Post(Cut.Entry(books.Position, Staff.ByFinance(days.Start, $"cut/{fund.Number}/{days.Start.Iso()}"), new CutNotice
            {
                Days = days,
                Amount = AwardStory.AwardFor(fund, days).Split(permille, 1000 - permille)[0],
                Time = new Minutes(fund.WeeklyTime.Values.First().Count * permille / 1000 * days.Length / 7),
                Reason = $"savings of {permille / 10m:0.#} %",
                NoticeOn = from.PlusWeeks(-NoticeWeeks),
                AgreedBy = $"council/{fund.Council}",
            })));
        }
    }
}
