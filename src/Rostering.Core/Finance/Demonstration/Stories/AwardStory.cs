using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>The council awards, is invoiced for each period, and pays; the person contributes; the provider takes what it earned.</summary>
internal static class AwardStory
{
    private const int WithdrawnAfterDays = 25;
    private const int PaidAheadDays = 7;

    public static void Write(DemonstrationFund fund, YearDiary diary)
    {
        var payments = new PaymentStory(fund, diary);
        foreach (var year in AwardCalendar.Years(fund.Terms.InvoiceCycle, fund.Supported))
        {
            List<DateInterval> periods = [.. AwardCalendar.Periods(fund.Terms.InvoiceCycle, year)];
            var ended = periods.Where(period => period.End <= fund.Supported.End).ToList();
            if (fund.Terms.SpendableOn == SpendableOn.Award)
            {
                diary.On(year.Start, books => AwardYear(fund, books, year));
                for (var at = 0; at < ended.Count; at++)
                    Invoiced(fund, diary, payments, periods[at..]);
            }
            else
            {
                periods.ForEach(period => PaidAhead(fund, diary, period));
            }

            ended.ForEach(period => Settled(fund, diary, period));
        }
    }

    /// <summary>What the council awards for some days at their prices, the person's part included.</summary>
    public static Money AwardFor(DemonstrationFund fund, DateInterval days) =>
        new(fund.WeeklyAward.Pence * fund.Rates.On(RateNames.Day, days.Start)!.Value * days.Length / (7 * fund.Rates.Rates.Max(rate => rate.Name == RateNames.Day ? rate.Pence : 0)));

    /// <summary>What the last year's award lacks at first.</summary>
    public static Money Lacking(DemonstrationFund fund, DateInterval year) => AwardFor(fund, year).Split(fund.AwardedPermille, 1000 - fund.AwardedPermille)[1];

    private static void AwardYear(DemonstrationFund fund, FundBooks books, DateInterval year)
    {
        var whole = AwardFor(fund, year);
        if (year.Contains(fund.Days.End))
            whole -= Lacking(fund, year);
        var contribution = new Money(fund.WeeklyContribution.Pence * year.Length / 7);
        books.Post(Award.Entry(books.Position, Staff.ByFinance(year.Start, $"award/{fund.Number}/{year.Start.Iso()}"), year, whole - contribution, contribution, Time(fund, year)));
    }

    // A council whose money counts once it is there pays in time for the first week's rota.
    private static void PaidAhead(DemonstrationFund fund, YearDiary diary, DateInterval period)
    {
        var on = LocalDate.Max(fund.Days.Start, period.Start.PlusDays(-PaidAheadDays));
        diary.On(on, books =>
        {
            var paid = AwardFor(fund, period);
            var remittance = books.Arrive(fund.Council, $"BACS-{fund.Number}-{period.Start.Iso()}", on, paid);
            books.Post(Award.OnReceipt(books.Position, Staff.ByFinance(on, $"award/{fund.Number}/{period.Start.Iso()}"), period, remittance, paid, Time(fund, period)));
        });
    }

    private static Minutes Time(DemonstrationFund fund, DateInterval days) => new(fund.WeeklyTime.Values.Last().Count * days.Length / 7);

    // What is still to be invoiced is spread over the periods that are left, so that cuts and uplifts show from the next invoice on.
    private static void Invoiced(DemonstrationFund fund, YearDiary diary, PaymentStory payments, List<DateInterval> left) => diary.On(left[0].End, books =>
    {
        var amount = books.Position.Pence(Account.Awarded).Split([.. left.Select(period => (long)period.Length)])[0];
        if (amount <= Money.Zero)
            return;
        var invoice = $"INV-{fund.Number}-{left[0].End.Iso()}";
        books.Post(Invoice.Entry(books.Position, Staff.ByFinance(left[0].End, invoice), left[0], amount));
        payments.Pay(invoice, left[0].End, amount);
    });

    private static void Settled(DemonstrationFund fund, YearDiary diary, DateInterval period)
    {
        var (on, withdrawn) = (period.End, period.End.PlusDays(WithdrawnAfterDays));
        if (fund.WeeklyContribution > Money.Zero)
            diary.On(on, books => Contributed(fund, books, period));
        if (fund.Terms.ManagementCharge is not null)
            diary.On(on, books => books.Post(Charge.Entry(books.Position, Staff.ByFinance(on, $"charge/{fund.Number}/{on.Iso()}"), period, Money.Zero)));
        diary.On(withdrawn, books => WithdrawEarned(fund, books, withdrawn));
    }

    private static void Contributed(DemonstrationFund fund, FundBooks books, DateInterval period)
    {
        var paid = Money.Min(new Money(fund.WeeklyContribution.Pence * period.Length / 7), books.Position.Pence(Account.ContributionReceivable));
        if (paid <= Money.Zero)
            return;
        var order = $"SO-{fund.Number}-{period.End.Iso()}";
        var remittance = books.Arrive(fund.Person, order, period.End, paid);
        books.Post(Contribution.Entry(books.Position, Staff.ByFinance(period.End, order), remittance, paid));
    }

    /// <summary>The provider takes what it earned, as far as cash is not due to others.</summary>
    public static void WithdrawEarned(DemonstrationFund fund, FundBooks books, LocalDate on)
    {
        var position = books.Position;
        var spare = position.Pence(Account.Cash) - position.Pence(Account.CouncilCredit) - position.Pence(Account.RefundDue)
            - position.Pence(Account.Payable) - position.Pence(Account.BonusPayable);
        var taken = Money.Min(Withdraw.Earned(position), spare);
        if (taken > Money.Zero)
            books.Post(Withdraw.Entry(position, Staff.ByFinance(on, $"withdrawal/{fund.Number}/{on.Iso()}"), taken));
    }
}
