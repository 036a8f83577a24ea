using Rostering.Ledger.EntryTemplates;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>The person is away with family: one visit is taken off the rota in time, one is forgotten there, and what was promised to it lapses.</summary>
internal static class OffTheRotaStory
{
    private const int WeeksAgo = 3;

    public static void Write(DemonstrationFund fund, YearDiary diary)
    {
        var monday = diary.Days.End.PlusDays(1).PlusWeeks(-WeeksAgo);
        var visits = fund.VisitsOf(monday).ToList();
        var (forgotten, released) = (visits[0], visits[^1]);
        diary.On(monday, books =>
        {
            if (books.Position.CommitmentOf(released.Visit) is not null)
                books.Post(Release.Entry(books.Position, Staff.Published(monday, released), released.Visit, "away with family"));
        });
        diary.On(forgotten.Start.Date, books =>
        {
            if (books.Position.CommitmentOf(forgotten.Visit) is not null)
                books.Post(Expire.Entry(books.Position, Staff.Confirmed(forgotten.Start.Date, forgotten), forgotten.Visit));
        });
    }
}
