using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>A team's idea saved money, and the person agreed to share it. While support is owed there is no bonus; once it is made good there is.</summary>
internal static class BonusStory
{
    private const int WeeksAgo = 6;
    private const int AskedAgainAfterWeeks = 3;
    private static readonly LocalTime Morning = new(9, 0);
    private static readonly Money Amount = new(120_00);
    private static readonly Money Saved = new(480_00);

    /// <summary>The reserve thanks a team whose fund ran out however hard it worked.</summary>
    public static void FromReserve(FundBooks organisation, DateInterval days)
    {
        var on = LocalDate.Max(days.Start, days.End.PlusWeeks(-WeeksAgo));
        organisation.Post(ReserveBonus.Entry(organisation.Position, Staff.ByTwo(on, "board/1"), Amount, "team of a fund in deficit"));
        organisation.Post(Pay.ForBonus(organisation.Position, Staff.ByFinance(on, "board/1"), Amount));
    }

    public static void Write(DemonstrationFund fund, YearDiary diary)
    {
        var on = diary.Days.End.PlusWeeks(-WeeksAgo);
        var again = on.PlusWeeks(AskedAgainAfterWeeks);
        diary.On(on, books =>
        {
            if (IsPaid(fund, books, on))
                return;
            diary.On(again, later =>
            {
                MakeAllGood(fund, later, again);
                IsPaid(fund, later, again);
            });
        });
    }

    private static bool IsPaid(DemonstrationFund fund, FundBooks books, LocalDate on)
    {
        var saving = new AgreedSaving($"saving/{fund.Number}", Saved, $"person/{fund.Person}");
        if (!books.TryPost(Bonus.Entry(books.Position, Staff.ByTwo(on, $"saving/{fund.Number}"), Amount, saving)))
            return false;
        if (books.Position.Pence(Account.Cash) >= Amount)
            books.Post(Pay.ForBonus(books.Position, Staff.ByFinance(on, $"bonus/{fund.Number}"), Amount));
        return true;
    }

    private static void MakeAllGood(DemonstrationFund fund, FundBooks books, LocalDate on)
    {
        var owed = books.Position.Time(Account.Owed);
        if (owed == Minutes.Zero)
            return;
        var visit = new VisitRecord { Visit = $"{on.Iso()}/owed-{fund.Number}", Start = on + Morning, Planned = owed, Delivered = owed, Cost = books.Position.Pence(Account.Owed) };
        books.Post(MakeGood.Entry(books.Position, Staff.Confirmed(on, visit), visit));
    }
}
