using System.Globalization;
using System.Text;
using Rostering.Core.Finance;
using Rostering.Ledger;
using Rostering.Ledger.Verification;

namespace Rostering.Cli.Printing;

/// <summary>What verifying the ledger came to, for people and for other programs.</summary>
internal static class LedgerCheckPrinter
{
    private const int FindingsShown = 20;

    public static string Text(LedgerCheck check)
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"{check.Funds:#,##0} funds, {check.Entries:#,##0} entries, {check.Postings:#,##0} postings in {check.Duration.TotalSeconds:0.00} s ({check.PostingsPerSecond:#,##0} postings/s)");
        if (check.Totals is { } totals)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Received {new Money(totals.Received)}, paid out {new Money(totals.PaidOut)}, held in cash {new Money(totals.Cash)}, claimed by no fund {new Money(totals.Unallocated)}");
        }

        if (check.IsSound)
        {
            return text.AppendLine("The ledger is sound.").ToString();
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"First bad entry: {check.Findings[0]}");
        foreach (Finding finding in check.Findings.Skip(1).Take(FindingsShown - 1))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {finding}");
        }

        return check.Findings.Length > FindingsShown
            ? text.AppendLine(CultureInfo.InvariantCulture, $"  and {check.Findings.Length - FindingsShown} more").ToString()
            : text.ToString();
    }

    public static string Json(LedgerCheck check) => JsonText.Of(new
    {
        Sound = check.IsSound,
        check.Funds,
        check.Entries,
        check.Postings,
        Seconds = Math.Round(check.Duration.TotalSeconds, 3),
        VerifyPostingsPerSecond = Math.Round(check.PostingsPerSecond),
        check.Totals,
        check.Findings,
    });
}
