using System.Globalization;
using System.Text;
using Rostering.Core;
using Rostering.Ledger;

namespace Rostering.Web.Pages.Funds;

/// <summary>The table of funds as a file for a spreadsheet.</summary>
internal static class FundCsv
{
    private const string Header =
        "fund,name,council,purchase order,allocated,committed,delivered,invoiced,paid,main,contingency,contingency percent,banked hours,pace percent,runs out on,unpaid 0-30,unpaid 31-60,unpaid 61-90,unpaid over 90,exceptions";

    public static byte[] Write(IEnumerable<FundRow> rows)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        foreach (var row in rows)
            text.AppendJoin(',', Cells(row).Select(Quoted)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static IEnumerable<string> Cells(FundRow row)
    {
        var line = row.Line;
        return
        [
            $"{line.Fund}", Harmless(line.Name), Harmless(line.Council), Harmless(line.PurchaseOrder), Pounds(line.Allocated), Pounds(line.Committed), Pounds(line.Delivered),
            Pounds(line.Invoiced), Pounds(line.Paid), Pounds(line.Main), Pounds(line.Contingency), $"{line.ContingencyPercent}",
            (line.BankTime.Count / 60m).ToString("0.##", CultureInfo.InvariantCulture), $"{row.Forecast.PacePercent}", row.RunsOutOn?.Iso() ?? string.Empty,
            Pounds(line.Receivable.UpTo30Days), Pounds(line.Receivable.UpTo60Days), Pounds(line.Receivable.UpTo90Days), Pounds(line.Receivable.Older),
            string.Join("; ", row.Flags.Select(flag => flag.Words)),
        ];
    }

    private static string Pounds(Money money) => (money.Pence / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    // A spreadsheet would run what starts like this as a formula.
    private static string Harmless(string text) => text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
