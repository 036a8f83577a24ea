using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>A team's idea saved money, and the person agreed to share it. While support is owed there is no bonus.</summary>
internal static class BonusStory
{
    private const int WeeksAgo = 6;
    private static readonly Money Amount = new(120_00);
    private static readonly Money Saved = new(480_00);

    public static void Write(DemonstrationFund fund, YearDiary diary)
    {
        var on = diary.Days.End.PlusWeeks(-WeeksAgo);
        diary.On(on, books =>
        {
            if (books.TryPost(Bonus.Entry(books.Position, Staff.ByTwo(on, $"saving/{fund.Number}"), Amount, new AgreedSaving($"saving/{fund.Number}", Saved, $"person/{fund.Person}")))
                && books.Position.Pence(Account.Cash) >= Amount)
                books.Post(Pay.ForBonus(books.Position, Staff.ByFinance(on, $"bonus/{fund.Number}"), Amount));
        });
    }
}
