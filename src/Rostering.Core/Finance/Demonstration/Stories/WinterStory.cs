using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>Two people put more aside for emergencies before a winter, and give back what it did not need.</summary>
internal static class WinterStory
{
    private const int WeeksAgo = 45;
    private const int BackWeeksAgo = 30;
    private static readonly Money PutAside = new(60_00);
    private static readonly Money GivenBack = new(35_00);

    public static void Write(DemonstrationFund fund, YearDiary diary)
    {
        var (on, back) = (diary.Days.End.PlusWeeks(-WeeksAgo), diary.Days.End.PlusWeeks(-BackWeeksAgo));
        diary.On(on, books =>
        {
            if (books.Position.Available >= PutAside)
                books.Post(Retain.ToContingency(books.Position, Staff.ByTwo(on, $"winter/{fund.Number}"), PutAside, "hard winter"));
        });
        diary.On(back, books =>
        {
            if (books.Position.Pence(Account.Contingency) >= GivenBack)
                books.Post(Retain.ToMain(books.Position, Staff.ByTwo(back, $"spring/{fund.Number}"), GivenBack, "mild winter"));
        });
    }
}
