using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>Two people give up a part of a contribution that will not come; no other fund bears it.</summary>
internal static class WriteOffStory
{
    private const int WeeksAgo = 5;

    public static void Write(DemonstrationFund fund, YearDiary diary)
    {
        var on = diary.Days.End.PlusWeeks(-WeeksAgo);
        diary.On(on, books =>
        {
            var given = Money.Min(new Money(fund.WeeklyContribution.Pence * 2), books.Position.Pence(Account.ContributionReceivable));
            if (given > Money.Zero)
                books.Post(WriteOff.OfContribution(books.Position, Staff.ByTwo(on, $"hardship/{fund.Number}"), given, "hardship"));
        });
    }
}
