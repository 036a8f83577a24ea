using System.Globalization;
using System.Text;
using Rostering.Core.Funds;

namespace Rostering.Cli.Printing;

/// <summary>Where each fund stands, in 80 columns.</summary>
internal static class FundPrinter
{
    private const int NameLength = 22;

    public static string Text(IEnumerable<FundLine> funds)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{"Fund",-NameLength} {"left",13} {"committed",12} {"contingency",12} {"banked",9}\n");
        foreach (FundLine fund in funds)
        {
            string mark = fund.ClosedOn is not null ? "closed" : fund.Overspend > Ledger.Money.Zero ? $"over by {fund.Overspend}" : "";
            string line = string.Create(
                CultureInfo.InvariantCulture, $"{TextLayout.Cut(fund.Name, NameLength)} {fund.Main,13} {fund.Committed,12} {fund.Contingency,12} {fund.BankTime,9} {mark}");
            text.Append(line.TrimEnd()).Append('\n');
        }

        return text.ToString();
    }
}
