using NodaTime;
using NodaTime.Text;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Ledger.Positions;

/// <summary>What is left of an amount that was banked at one time for one purpose.</summary>
/// <param name="Seq">The number of the entry that banked it.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Pence">The money left.</param>
/// <param name="Time">The time left.</param>
/// <param name="BankedOn">The day from which it was banked; the oldest is used first.</param>
/// <param name="ExpiresOn">The first day on which it has expired, where the terms let it.</param>
public sealed record Tranche(int Seq, string Purpose, Money Pence, Minutes Time, LocalDate BankedOn, LocalDate? ExpiresOn)
{
    /// <summary>What an hour was worth when it was banked, to the penny below; nought where money alone was banked.</summary>
    public Money PricePerHour => Time.Count == 0 ? Money.Zero : new(Pence.Pence * 60 / Time.Count);

    /// <summary>The banked value of a part of the time; of all that is left it is all the money that is left.</summary>
    public Money ValueOf(Minutes time) => Pence.Split(time.Count, (Time - time).Count)[0];

    internal static Tranche Of(JournalEntry bank, int seq) => new(
        seq,
        bank.Detail[DetailKeys.Purpose],
        new(-bank.Lines.Where(line => line is { Account: Account.Bank, Unit: Unit.Gbp }).Sum(line => line.Amount)),
        new(-bank.Lines.Where(line => line is { Account: Account.Bank, Unit: Unit.Min }).Sum(line => line.Amount)),
        bank.EffectiveOn,
        bank.Detail.TryGetValue(DetailKeys.ExpiresOn, out var day) ? LocalDatePattern.Iso.Parse(day).Value : null);
}
