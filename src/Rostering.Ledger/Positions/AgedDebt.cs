using NodaTime;

namespace Rostering.Ledger.Positions;

/// <summary>What is still unpaid of a fund's invoices, by how long it has been due; the oldest is counted as paid first.</summary>
public sealed record AgedDebt(Money NotYetDue, Money UpTo30Days, Money UpTo60Days, Money UpTo90Days, Money Older)
{
    public Money Total => NotYetDue + UpTo30Days + UpTo60Days + UpTo90Days + Older;

    /// <summary>The debts of a fund on a day.</summary>
    /// <param name="entries">The fund's entries as they were posted.</param>
    /// <param name="day">The day.</param>
    /// <param name="daysToPay">How many days after its date an invoice is due.</param>
    public static AgedDebt On(IEnumerable<JournalEntry> entries, LocalDate day, int daysToPay)
    {
        var moves = entries.Where(entry => entry.EffectiveOn <= day)
            .SelectMany(entry => entry.Lines.Where(line => line.Account == Account.CouncilReceivable).Select(line => (entry.EffectiveOn, line.Amount)))
            .OrderBy(move => move.EffectiveOn).ToList();
        var paid = -moves.Where(move => move.Amount < 0).Sum(move => move.Amount);
        var open = new List<(int DaysLate, Money Pence)>();
        foreach (var (on, claimed) in moves.Where(move => move.Amount > 0))
        {
            var settled = Math.Min(paid, claimed);
            paid -= settled;
            open.Add((Period.DaysBetween(on, day) - daysToPay, new(claimed - settled)));
        }

        return new(Between(int.MinValue, 0), Between(1, 30), Between(31, 60), Between(61, 90), Between(91, int.MaxValue));

        Money Between(int least, int most) =>
            open.Where(debt => least <= debt.DaysLate && debt.DaysLate <= most).Aggregate(Money.Zero, (sum, debt) => sum + debt.Pence);
    }
}
