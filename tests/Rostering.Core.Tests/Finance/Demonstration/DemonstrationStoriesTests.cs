using NodaTime;
using NodaTime.Text;
using Rostering.Core.Finance.Demonstration;
using Rostering.Ledger;
using Rostering.Ledger.Terms;
using Rostering.Solver.Demonstration;

namespace Rostering.Core.Tests.Finance.Demonstration;

/// <summary>What the sources tell happens in a demonstration year, to the penny and the minute.</summary>
public sealed class DemonstrationStoriesTests
{
    private static readonly DemonstrationYear Oakwood = Draw(DemonstrationProvider.Oakwood);

    [Test]
    public void Holiday_T05_Banks56HoursBuysTheBreakAndIsBackAt26()
    {
        var fund = Fund(EntryKind.Bank, "purpose", "holiday");
        var year = fund.Play();

        Assert.That(year.Entries.Where(entry => entry.Kind == EntryKind.Bank).Sum(entry => Time(entry, Account.Bank)), Is.EqualTo(-56 * 60));
        Assert.That(year.Entries.Where(entry => entry.Kind == EntryKind.Purchase && entry.Tranche is not null).Sum(entry => Time(entry, Account.Bank)), Is.EqualTo(56 * 60));
        Assert.That((year.Position.Pence(Account.Bank), year.Position.Time(Account.Bank)), Is.EqualTo((Money.Zero, Minutes.Zero)));
        Assert.That(HoursCommitted(year, weeksAgo: 12), Is.EqualTo(26));
        Assert.That(Enumerable.Range(4, 8).Select(weeksAgo => HoursCommitted(year, weeksAgo)), Is.All.EqualTo(19));
        Assert.That(HoursCommitted(year, weeksAgo: 3), Is.EqualTo(26));
    }

    [Test]
    public void NightOut_T06_ShowsWhatTheHoursCostMore()
    {
        var year = Fund(EntryKind.UseBank).Play();

        var used = year.Entries.Where(entry => entry.Kind == EntryKind.UseBank).ToList();

        Assert.That(used.Select(entry => entry.EffectiveOn.DayOfWeek), Is.Not.Empty.And.All.EqualTo(IsoDayOfWeek.Saturday));
        Assert.That(used.Select(entry => -Pence(entry, Account.VarianceEarned)), Is.All.Positive);
        Assert.That(year.Position.Pence(Account.Bank), Is.EqualTo(Money.Zero));
    }

    [TestCase("savings of 7.5 %", 75)]
    [TestCase("savings of 25 %", 250)]
    [TestCase("savings of 33.3 %", 333)]
    public void Cut_T17_IsNamedAndTakesThatShareOfTheHours(string reason, int permille)
    {
        var fund = Fund(EntryKind.Cut, "reason", reason);
        var cut = fund.Play().Entries.First(entry => entry.Kind == EntryKind.Cut);

        Assert.That(LocalDatePattern.Iso.Parse(cut.Detail["noticeOn"]).Value.PlusWeeks(4), Is.EqualTo(cut.EffectiveOn));
        var (before, after) = (fund.WeeklyTime.Values.First().Count, fund.WeeklyTime.Values.Last().Count);
        Assert.That(after, Is.EqualTo(before * (1000 - permille) / 1000m).Within(1));
    }

    [Test]
    public void RunningOut_IsRefusedCommitmentsAndOverspendThatAnUpliftSettles()
    {
        var year = Fund(EntryKind.SettleOverspend).Play();

        Assert.That(year.Refusals.Select(refusal => refusal.Reason), Is.Not.Empty.And.All.EqualTo(RefusalReason.TooLittle));
        Assert.That(-Pence(year.Entries.Single(entry => entry.Kind == EntryKind.SettleOverspend), Account.Overspend), Is.Positive);
        Assert.That(year.Position.Pence(Account.Overspend), Is.EqualTo(Money.Zero));
    }

    [Test]
    public void PlannedLeave_T03_IsRefusedContingency() =>
        Assert.That(Oakwood.Funds[3].Play().Refusals.Single().Reason, Is.EqualTo(RefusalReason.ContingencyReason));

    [Test]
    public void Bonus_T27_IsRefusedWhileSupportIsOwedAndPaidOnceItIsMadeGood()
    {
        var fund = Oakwood.Funds.Single(fund => fund.Terms.BonusAllowed);

        var year = fund.Play();
        Assert.That(year.Refusals.Single().Reason, Is.EqualTo(RefusalReason.Bonus));
        var paid = year.Entries.SkipWhile(entry => entry.Kind != EntryKind.Bonus).First();
        Assert.That(year.Entries.TakeWhile(entry => entry != paid).Sum(entry => Time(entry, Account.Owed)), Is.Zero, "all is made good by then");
    }

    [Test]
    public void Mistake_T34_IsReversedByTwoAndPostedAfresh()
    {
        var entries = Oakwood.Funds[0].Play().Entries.ToList();
        var reversal = entries.Single(entry => entry.Kind == EntryKind.Reversal);
        var mistaken = entries[reversal.Reverses!.Value - 1];

        var afresh = entries.Single(entry => entry.Kind == EntryKind.Deliver && entry.Key.EndsWith("/2", StringComparison.Ordinal));

        Assert.That(reversal.CheckedBy, Is.Not.Null.And.Not.EqualTo(reversal.MadeBy));
        Assert.That(afresh.Detail["visit"], Is.EqualTo(mistaken.Detail["visit"]));
        Assert.That(Time(mistaken, Account.SupportEarned), Is.EqualTo(2 * Time(afresh, Account.SupportEarned)));
    }

    [TestCase(DemonstrationProvider.Oakwood)]
    [TestCase(DemonstrationProvider.Chestnut)]
    [TestCase(DemonstrationProvider.Cedar)]
    public void Leaver_T25_TakesEverythingAlong(DemonstrationProvider provider)
    {
        var year = Draw(provider);
        var leaver = year.Funds.Single(fund => fund.Closes);
        var position = leaver.Play().Position;

        var left = Enum.GetValues<Account>().Select(account => (account, Pence: position.Pence(account))).Where(held => held.Pence != Money.Zero);
        Assert.That(left, Is.Empty, "what is left when everybody is paid");
        Assert.That(leaver.Days.End, Is.LessThan(year.Days.End));
    }

    [Test]
    public void Year_HasEveryKindOfEntry()
    {
        var kinds = Oakwood.Funds.SelectMany(fund => fund.Play().Entries).Concat(Oakwood.Reserve.Entries).Select(entry => entry.Kind).Distinct();

        Assert.That(Enum.GetValues<EntryKind>().Except(kinds), Is.Empty);
    }

    [Test]
    public void BankedHoursThatRunOut_GoWhereTheCouncilSays()
    {
        var ends = Oakwood.Funds.SelectMany(fund => fund.Play().Entries.Where(entry => entry.Kind == EntryKind.ExpireBank).Select(entry => (Goes: fund.Terms.Bank.ExpiredGoesTo, entry))).ToList();

        Assert.That(ends.Select(end => end.Goes), Is.EquivalentTo(Enum.GetValues<ExpiredTranche>()));
        Assert.That(ends.Select(end => -Pence(end.entry, end.Goes == ExpiredTranche.Council ? Account.RefundDue : Account.Main)), Is.All.Positive);
    }

    [Test]
    public void Gifts_ComeFromTheReserveToThePenny()
    {
        var given = Oakwood.Reserve.Entries.Where(entry => entry.Kind == EntryKind.Give).Sum(entry => -Pence(entry, Account.Cash));

        var received = Oakwood.Funds.SelectMany(fund => fund.Play().Entries).Where(entry => entry.Kind == EntryKind.Gift).Sum(entry => Pence(entry, Account.Cash));

        Assert.That(received, Is.EqualTo(given).And.Positive);
    }

    [Test]
    public void SharedSession_T19_IsDividedToThePenny()
    {
        var sessions = Draw(DemonstrationProvider.Cedar).Funds.SelectMany(fund => fund.Play().Entries)
            .Where(entry => entry.Detail.ContainsKey("sharedPence")).GroupBy(entry => entry.Evidence, StringComparer.Ordinal).ToList();

        Assert.That(sessions, Is.Not.Empty);
        foreach (var session in sessions)
        {
            Assert.That(session.Sum(entry => -Pence(entry, Account.SupportEarned)), Is.EqualTo(long.Parse(session.First().Detail["sharedPence"])));
            Assert.That(session.Select(entry => entry.Detail["consent"]), Is.Unique.And.Exactly(3).Items);
        }
    }

    private static DemonstrationYear Draw(DemonstrationProvider provider) => DemonstrationYear.Draw(provider, seed: 1, DemonstrationWeek.UsualWeekStart);

    private static DemonstrationFund Fund(EntryKind kind, string? key = null, string? value = null) =>
        Oakwood.Funds.First(fund => fund.Play().Entries.Any(entry => entry.Kind == kind && (key is null || entry.Detail[key] == value)));

    private static decimal HoursCommitted(FundYear year, int weeksAgo)
    {
        var week = LocalDatePattern.Iso.Format(DemonstrationWeek.UsualWeekStart.PlusWeeks(-weeksAgo));
        return year.Entries.Where(entry => entry.Kind == EntryKind.Commit && entry.Detail["visit"].StartsWith(week, StringComparison.Ordinal))
            .Sum(entry => -Time(entry, Account.Committed)) / 60m;
    }

    private static long Pence(JournalEntry entry, Account account) => Sum(entry, account, Unit.Gbp);

    private static long Time(JournalEntry entry, Account account) => Sum(entry, account, Unit.Min);

    private static long Sum(JournalEntry entry, Account account, Unit unit) =>
        entry.Lines.Where(line => line.Account == account && line.Unit == unit).Sum(line => line.Amount);
}
