using System.Globalization;
using System.Text;
using Rostering.Core.Finance;
using Rostering.Core.Finance.Statements;
using Rostering.Ledger;

namespace Rostering.Cli.Printing;

/// <summary>What verifying the ledger came to, for people and for other programs.</summary>
internal static class LedgerCheckPrinter
{
    private const int FaultsShown = 20;

    public static string Text(LedgerCheck check, VerifyStatements.Result? statements)
    {
        StringBuilder text = Ledger(check);
        if (statements is not null)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{statements.Checked:#,##0} statements, {(statements.Faults.Count == 0 ? "all as they were issued" : $"{statements.Faults.Count} not as issued:")}");
            AppendFirst(text, statements.Faults);
        }

        return text.ToString();
    }

    public static string Json(LedgerCheck check, VerifyStatements.Result? statements) => JsonText.Of(new
    {
        Sound = check.IsSound && statements is not { Faults.Count: > 0 },
        check.Funds,
        check.Entries,
        check.Postings,
        Seconds = Math.Round(check.Duration.TotalSeconds, 3),
        VerifyPostingsPerSecond = Math.Round(check.PostingsPerSecond),
        check.Totals,
        check.Findings,
        Statements = statements?.Checked,
        StatementFaults = statements?.Faults,
    });

    private static StringBuilder Ledger(LedgerCheck check)
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"{check.Funds:#,##0} funds, {check.Entries:#,##0} entries, {check.Postings:#,##0} postings in {check.Duration.TotalSeconds:0.00} s ({check.PostingsPerSecond:#,##0} postings/s)");
        if (check.Totals is { } totals)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Received {new Money(totals.Received)}, paid out {new Money(totals.PaidOut)}, held in cash {new Money(totals.Cash)}, claimed by no fund {new Money(totals.Unallocated)}");
        }

        if (check.IsSound)
        {
            return text.AppendLine("The ledger is sound.");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"First bad entry: {check.Findings[0]}");
        AppendFirst(text, [.. check.Findings.Skip(1)]);
        return text;
    }

    private static void AppendFirst<T>(StringBuilder text, IReadOnlyList<T> faults)
    {
        foreach (T fault in faults.Take(FaultsShown))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {fault}");
        }

        if (faults.Count > FaultsShown)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  and {faults.Count - FaultsShown} more");
        }
    }
}
