using FsCheck;
using FsCheck.Fluent;
using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Positions;

namespace Rostering.Ledger.Tests;

public sealed class CutTests
{
    private static CutNotice Quarter => new()
    {
        Days = Books.Year,
        Amount = new(2500_00),
        Time = new(26 * 52 * 60 / 4),
        Reason = "budget 2026",
        NoticeOn = Books.Monday.PlusWeeks(-4),
        AgreedBy = "council-2",
    };

    [Test]
    public void Entry_T17QuarterCut_IsCalledACutAndTakesFromBothBalances()
    {
        var books = new Books().Awarded(10_000_00, minutes: 26 * 52 * 60);

        var entry = books.Post(Cut.Entry(books.Position, Books.Now("cut-1"), Quarter)).Entry;

        Assert.That((books.Pence(Account.Main), books.Pence(Account.Contingency), books.Pence(Account.Awarded)), Is.EqualTo((6750_00, 750_00, 7500_00)));
        Assert.That(books.Time(Account.Main), Is.EqualTo(26 * 52 * 60 * 3 / 4));
        Assert.That((entry.Kind, entry.Detail[DetailKeys.AgreedBy], entry.Detail[DetailKeys.NoticeOn], entry.Detail[DetailKeys.Cause]),
            Is.EqualTo((EntryKind.Cut, "council-2", "2026-03-09", "cut")));
    }

    [Test]
    public void Entry_WithoutNoticeOrWhoAgreed_IsRefused()
    {
        var books = new Books().Awarded(10_000_00);

        Assert.That(Books.Refusal(Cut.Entry(books.Position, Books.Now("cut-1"), Quarter with { AgreedBy = "" })).Reason, Is.EqualTo(RefusalReason.NotAgreed));
        Assert.That(Books.Refusal(Cut.Entry(books.Position, Books.Now("cut-1"), Quarter with { NoticeOn = Books.Monday.PlusDays(1) })).Message, Does.Contain("2026-04-07"));
    }

    [Test]
    public void Plan_T17QuarterCutAndNothingSaved_LosesSixAndAHalfHoursAWeek()
    {
        var plan = CutPlan.Of(new(26 * 60), cutPermille: 250, left: new(52 * 39 * 9_00), penceAnHour: 18_00, weeks: 52);

        Assert.That((plan.LostPerWeek, plan.FullWeeks), Is.EqualTo((new Minutes(390), 39)));
        Assert.That(plan.Weeks, Is.EqualTo(Enumerable.Repeat(new Minutes(1170), 52)));
    }

    [Test]
    public void Plan_T17QuarterCutAndSomethingSaved_StepsDownEvenly()
    {
        const int savedHours = 20;
        var plan = CutPlan.Of(new(26 * 60), cutPermille: 250, left: new(52 * 39 * 9_00 + savedHours * 18_00), penceAnHour: 18_00, weeks: 52);

        Assert.That(plan.Weeks.Select(week => week.Count - 1170).Take(7), Is.EqualTo(new[] { 343, 286, 229, 171, 114, 57, 0 }));
        Assert.That(plan.Weeks.Sum(week => week.Count), Is.EqualTo(52 * 1170 + savedHours * 60));
    }

    [Test]
    public void Plan_AnyCut_UsesWhatIsLeftNeverRisesAndNeverPassesTheHoursOfBefore() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<(PositiveInt Hours, NonNegativeInt Permille, NonNegativeInt Pence, PositiveInt Weeks)>(),
            given =>
            {
                var weekly = new Minutes(given.Hours.Get * 60);
                var left = new Money(given.Pence.Get * 997L);
                var plan = CutPlan.Of(weekly, given.Permille.Get % 1001, left, penceAnHour: 18_00, weeks: given.Weeks.Get);
                return plan.Weeks.Length == given.Weeks.Get
                    && plan.Weeks.Sum(week => week.Count) == Math.Min(left.Pence * 60 / 18_00, weekly.Count * given.Weeks.Get)
                    && plan.Weeks.All(week => week >= Minutes.Zero && week <= weekly)
                    && plan.Weeks.Zip(plan.Weeks.Skip(1)).All(pair => pair.First >= pair.Second);
            }));
}
