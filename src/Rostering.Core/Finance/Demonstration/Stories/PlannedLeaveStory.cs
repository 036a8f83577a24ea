using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>Somebody asks contingency to pay for a worker's planned leave, and is refused: it is for illness and emergencies.</summary>
internal static class PlannedLeaveStory
{
    private const int WeeksAgo = 4;

    public static void Write(DemonstrationFund fund, YearDiary diary)
    {
        var on = diary.Days.End.PlusWeeks(-WeeksAgo);
        diary.On(on, books => books.TryPost(Draw.Entry(books.Position, Staff.ByTwo(on, $"leave/{fund.Number}"), new DrawRequest(new Money(90_00), "planned leave", $"leave/{fund.Number}", Visit: null))));
    }
}
