using NodaTime;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;
using Rostering.Solver.Demonstration;

namespace Rostering.Core.Finance.Demonstration.Stories;

/// <summary>Councils pay as councils do: mostly what was claimed and in time; sometimes late, too little at first, or twice.</summary>
internal sealed class PaymentStory(DemonstrationFund fund, YearDiary diary)
{
    private const int UsualDays = 14;
    private const int LateDays = 55;
    private const int SecondPartDays = 49;
    private const int DoubledAfterDays = 3;
    private const int RefundedAfterDays = 28;

    private readonly Dice dice = fund.Dice.Fork("payments");

    public void Pay(string invoice, LocalDate invoicedOn, Money amount)
    {
        var usual = invoicedOn.PlusDays(UsualDays);
        switch (dice.Below(100))
        {
            case < 6:
                Arrives(invoice, invoicedOn.PlusDays(LateDays), amount);
                break;
            case < 11:
                var parts = amount.Split(85, 15);
                Arrives(invoice, usual, parts[0]);
                Arrives($"{invoice}-B", invoicedOn.PlusDays(SecondPartDays), parts[1]);
                break;
            case < 14:
                Arrives(invoice, usual, amount);
                Arrives($"{invoice}-AGAIN", usual.PlusDays(DoubledAfterDays), amount);
                Refunds(invoice, usual.PlusDays(DoubledAfterDays + RefundedAfterDays), amount);
                break;
            case 14:
                // The second payment quotes nothing that we know, and waits to be matched.
                Arrives(invoice, usual, amount);
                diary.On(usual.PlusDays(1), books => books.Arrive(fund.Council, $"UNKNOWN-{invoice}", usual.PlusDays(1), amount.Split(1, 1)[0]));
                break;
            default:
                Arrives(invoice, usual, amount);
                break;
        }
    }

    private void Arrives(string reference, LocalDate on, Money amount) => diary.On(on, books =>
    {
        var remittance = books.Arrive(fund.Council, reference, on, amount);
        books.Post(Receipt.Entry(books.Position, Staff.ByFinance(on, reference), remittance, amount));
    });

    private void Refunds(string invoice, LocalDate on, Money amount) => diary.On(on, books =>
    {
        var back = Money.Min(amount, books.Position.Pence(Account.CouncilCredit));
        if (back > Money.Zero)
            books.Post(Refund.Entry(books.Position, Staff.ByTwo(on, $"refund/{invoice}"), back, "paid twice"));
    });
}
