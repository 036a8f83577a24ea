using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Finance.Demonstration.Stories;
using Rostering.Ledger;
using Rostering.Ledger.Positions;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Demonstration;

/// <summary>Says to which funds what happens. Each has at most one story that changes its weeks; smaller ones go round.</summary>
internal sealed class Casting(DateInterval days, int organisation)
{
    private const int HolidayHours = 26;
    private const int BeforePayRisePermille = 960;
    private const int PlannedLeaveFund = 4;
    private const int FirstSharer = 5;
    private const int Sharers = 3;

    private readonly FundBooks organisationBooks = new(new FundPosition(organisation, new FundTerms()));

    /// <summary>The provider's own books: what it has in reserve, and what it gave.</summary>
    public FundYear Organisation => organisationBooks.Finish();

    /// <summary>The funds with what happens to them, and one more, of somebody who leaves.</summary>
    public IReadOnlyList<DemonstrationFund> Cast(IReadOnlyList<DemonstrationFund> funds, bool sessionsAreShared)
    {
        GiftStory.Endow(organisationBooks, days.Start);
        BonusStory.FromReserve(organisationBooks, days);
        var free = funds.Where(fund => fund.Terms.SpendableOn == SpendableOn.Award).Select(fund => fund.Number).ToList();
        var holiday = funds.First(fund => free.Contains(fund.Number) && fund.Terms.Bank.CapMinutes is null or >= 56 * 60).Number;
        free.Remove(holiday);
        List<DemonstrationFund> cast = [.. funds.Select(fund => Round(fund.Number == holiday ? Holiday(fund) : Changed(fund, free.IndexOf(fund.Number))))];
        cast.Add(Leaver(funds.First(fund => fund.Number == free[^1]), funds[^1].Number + 1));
        Tell(cast, SavedVisitStory.RanOut, fund => SavedVisitStory.CanRunOut(fund, ExpiredTranche.Council));
        Tell(cast, SavedVisitStory.RanOut, fund => SavedVisitStory.CanRunOut(fund, ExpiredTranche.Main));
        Tell(cast, WinterStory.Write);
        Tell(cast, OffTheRotaStory.Write);
        Tell(cast, SavedVisitStory.ChangedMind);
        WriteOff(cast);
        if (sessionsAreShared)
            Share(cast, [.. cast[FirstSharer..(FirstSharer + Sharers)]]);
        return cast;
    }

    /// <summary>The first fund with a contribution that is due over the year cannot collect all of it; that changes nothing else of its year.</summary>
    private static void WriteOff(List<DemonstrationFund> cast)
    {
        var at = cast.FindIndex(fund => fund.WeeklyContribution > Money.Zero && fund.Terms.SpendableOn == SpendableOn.Award);
        if (at >= 0)
            cast[at] = cast[at] with { Stories = cast[at].Stories.Add(WriteOffStory.Write) };
    }

    /// <summary>Tells a story of the first fund that has none and that it fits; a small provider may have no such fund.</summary>
    private static void Tell(List<DemonstrationFund> cast, Action<DemonstrationFund, YearDiary> story, Func<DemonstrationFund, bool>? fits = null)
    {
        var at = cast.FindIndex(fund => fund.Stories.IsEmpty && fits?.Invoke(fund) != false);
        if (at >= 0)
            cast[at] = cast[at] with { Stories = [story] };
    }

    private static void Share(List<DemonstrationFund> cast, ImmutableArray<DemonstrationFund> sharers)
    {
        for (var at = FirstSharer; at < FirstSharer + Sharers; at++)
            cast[at] = cast[at] with { Stories = cast[at].Stories.Add((own, diary) => SharedStory.Write(own, diary, sharers)) };
    }

    /// <summary>From 26 hours a week to 19 for eight weeks, and back.</summary>
    private DemonstrationFund Holiday(DemonstrationFund fund)
    {
        var usual = new Minutes(60 * HolidayHours);
        var known = new DateInterval(HolidayStory.From(days), HolidayStory.Until(days));
        var weekly = new Money(fund.WeeklyAward.Pence * usual.Count / fund.WeeklyTime[days.Start].Count);
        var other = fund with { WeeklyAward = weekly, WeeklyTime = fund.WeeklyTime.SetItem(days.Start, usual) };
        return known.Start < days.Start ? other : other with
        {
            WeeklyTime = other.WeeklyTime.SetItem(known.Start, usual - HolidayStory.BankedAWeek).SetItem(known.End, usual),
            Stories = [HolidayStory.Write],
        };
    }

    private DemonstrationFund Changed(DemonstrationFund fund, int place) => place switch
    {
        0 => fund with { AwardedPermille = UpliftStory.LastingPermille(fund), Stories = [UpliftStory.AfterRunningOut] },
        1 => Cut(fund, 333, weeksAgo: 20),
        2 => fund with { Stories = [NightOutStory.Write] },
        3 => Cut(fund, 75, weeksAgo: 26),
        4 => Charged(fund),
        5 => Cut(fund, 250, weeksAgo: 9),
        6 => fund with { Terms = fund.Terms with { BonusAllowed = true }, TermsReason = "bonus agreed with the person", Stories = [BonusStory.Write] },
        10 => Cut(fund, 200, weeksAgo: 30),
        17 => Cut(fund, 300, weeksAgo: 14),
        23 or 31 => Cut(fund, 75, weeksAgo: 33),
        >= 0 when place % 4 == 3 && days.Start < new LocalDate(days.End.Year, 6, 15) => fund with { AwardedPermille = BeforePayRisePermille, Stories = [UpliftStory.ForThePayRise] },
        _ => fund,
    };

    private static DemonstrationFund Charged(DemonstrationFund fund) => fund with
    {
        Terms = fund.Terms with { ManagementCharge = new ManagementCharge { Sheet = $"sheet/{fund.Number}", PencePerPeriod = 45_00 } },
        TermsReason = "management charge on the signed sheet",
    };

    private DemonstrationFund Cut(DemonstrationFund fund, int permille, int weeksAgo)
    {
        var from = days.End.PlusDays(1).PlusWeeks(-weeksAgo);
        if (from <= days.Start.PlusWeeks(1))
            return fund;
        var (after, before) = (fund.WeeklyTime[days.Start], 1000 - permille);
        return fund with
        {
            WeeklyAward = new Money(fund.WeeklyAward.Pence * 1000 / before),
            WeeklyTime = fund.WeeklyTime.SetItem(days.Start, new Minutes(after.Count * 1000 / before)).SetItem(from, after),
            Stories = [(own, diary) => CutStory.Write(own, diary, from, permille)],
        };
    }

    private DemonstrationFund Round(DemonstrationFund fund) => (fund.Number % 1000 % 6) switch
    {
        0 => fund with { Stories = fund.Stories.Add(PurchaseStory.Write) },
        1 => fund with { Stories = fund.Stories.Add(MistakeStory.Write) },
        4 when fund.Number % 1000 == PlannedLeaveFund => fund with { Stories = fund.Stories.Add(PlannedLeaveStory.Write) },
        2 or 4 when fund.Terms.SurplusCap is { Weeks: <= 2 } => Surplus(fund),
        5 when GiftStory.Give(organisationBooks, fund, days) is { } given => fund with { Stories = fund.Stories.Add((own, diary) => GiftStory.Write(own, diary, given)) },
        _ => fund,
    };

    /// <summary>Awarded a quarter more than the support costs.</summary>
    private static DemonstrationFund Surplus(DemonstrationFund fund) =>
        fund with { WeeklyAward = fund.WeeklyAward + fund.WeeklyAward.Split(1, 3)[0], Stories = fund.Stories.Add(ClawbackStory.Write) };

    /// <summary>Somebody who moved on with their fund before the demonstration week.</summary>
    private DemonstrationFund Leaver(DemonstrationFund like, int number)
    {
        var lastDay = LocalDate.Max(days.Start.PlusWeeks(1), days.End.PlusWeeks(-10));
        var settled = lastDay.PlusDays(CloseOutStory.SettledAfterDays);
        return like with
        {
            Number = number,
            Person = $"left-{number}",
            Name = "Sandy Muirhead",
            Days = new DateInterval(days.Start, LocalDate.Min(settled, days.End)),
            LeavesOn = lastDay,
            WeeklyContribution = Money.Zero,
            Closes = settled <= days.End,
            Dice = like.Dice.Fork("leaver"),
            Stories = [CloseOutStory.Write],
        };
    }
}
