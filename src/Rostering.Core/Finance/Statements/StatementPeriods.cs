using NodaTime;
using Rostering.Ledger.Statements;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Statements;

/// <summary>Which days a statement is for: the invoiced period, a calendar month or a calendar quarter.</summary>
internal static class StatementPeriods
{
    public static StatementPeriod On(LocalDate day, FundTerms terms)
    {
        if (terms.Statement.Frequency == StatementFrequency.EveryPeriod)
        {
            var period = terms.InvoiceCycle.On(day);
            return new(period.Start, period.End);
        }

        var months = terms.Statement.Frequency == StatementFrequency.Monthly ? 1 : 3;
        var first = new LocalDate(day.Year, ((day.Month - 1) / months * months) + 1, 1);
        return new(first, first.PlusMonths(months).PlusDays(-1));
    }
}
