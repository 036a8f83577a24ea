using Rostering.Ledger.EntryTemplates;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>A visit is recorded with double its time; two people reverse that, and it is posted afresh as it was.</summary>
internal static class MistakeStory
{
    private const int WeeksAgo = 4;
    private const int FoundAfterDays = 3;

    public static void Write(DemonstrationFund fund, YearDiary diary)
    {
        var visit = fund.VisitsOf(diary.Days.End.PlusDays(1).PlusWeeks(-WeeksAgo)).First();
        var (on, found) = (visit.Start.Date, visit.Start.Date.PlusDays(FoundAfterDays));
        diary.On(on, books =>
        {
            if (books.Position.CommitmentOf(visit.Visit) is null)
                return;
            var twice = visit with { Delivered = visit.Planned + visit.Planned, Cost = visit.Cost + visit.Cost };
            var mistaken = books.Post(Deliver.Entry(books.Position, Staff.Confirmed(on, visit), twice));
            diary.On(found, later =>
            {
                later.Post(Reversal.Entry(later.Position, Staff.ByTwo(found, $"query/{fund.Number}"), mistaken, "time entered twice"));
                later.Post(Deliver.Entry(later.Position, Staff.Confirmed(found, visit), visit with { Version = 2, Delivered = visit.Planned }));
            });
        });
    }
}
