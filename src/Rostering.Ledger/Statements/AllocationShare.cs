using NodaTime.Text;
using NodaTime;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Ledger.Statements;

/// <summary>An award, uplift or cut, spread evenly over the days that it is for.</summary>
internal sealed record AllocationShare(Money Amount, LocalDate From, LocalDate To)
{
    /// <summary>An entry's days are in its detail; one that says none is for the day that it takes effect.</summary>
    public static AllocationShare Of(StatementEntry entry) =>
        new(Flows.Effect(entry), Day(entry.Says(DetailKeys.From), entry.EffectiveOn), Day(entry.Says(DetailKeys.To), entry.EffectiveOn));

    /// <summary>What falls on the days up to one, rounded down: shares of adjoining periods add up to the penny.</summary>
    public Money Until(LocalDate day)
    {
        if (day < From)
            return Money.Zero;
        if (day >= To)
            return Amount;
        return new((long)((Int128)Amount.Pence * (Period.DaysBetween(From, day) + 1) / (Period.DaysBetween(From, To) + 1)));
    }

    public Money Within(LocalDate first, LocalDate last) => Until(last) - Until(first.PlusDays(-1));

    private static LocalDate Day(string text, LocalDate otherwise) =>
        LocalDatePattern.Iso.Parse(text).TryGetValue(otherwise, out var day) ? day : otherwise;
}
