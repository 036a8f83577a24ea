using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Positions;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>The organisation's reserve helps a few funds, for good.</summary>
internal static class GiftStory
{
    private const int WeeksAgo = 5;
    private const int OneInFunds = 12;
    private const string Reason = "heating failed in winter";
    private static readonly Money Reserve = new(40_000_00);
    private static readonly Money Amount = new(250_00);

    public static void Endow(FundBooks organisation, LocalDate on)
    {
        var remittance = organisation.Arrive("legacy", $"legacy-{on.Iso()}{organisation.Position.Fund}", on, Reserve);
        organisation.Post(Ledger.EntryTemplates.Endow.Entry(organisation.Position, Staff.ByFinance(on, "legacy/1"), remittance, Reserve));
    }

    /// <summary>What the organisation gives to the fund, if it does.</summary>
    public static PostedEntry? Give(FundBooks organisation, DemonstrationFund fund, DateInterval days)
    {
        var on = days.End.PlusWeeks(-WeeksAgo);
        return fund.Number % 1000 % OneInFunds == 5 && days.Contains(on)
            ? organisation.Post(Gift.Give(organisation.Position, Staff.ByTwo(on, $"help/{fund.Number}"), Amount, Reason))
            : null;
    }

    public static void Write(DemonstrationFund fund, YearDiary diary, PostedEntry given) => diary.On(given.Entry.EffectiveOn, books =>
        books.Post(Gift.Receive(books.Position, Staff.ByTwo(given.Entry.EffectiveOn, $"help/{fund.Number}"), given, Reason)));
}
