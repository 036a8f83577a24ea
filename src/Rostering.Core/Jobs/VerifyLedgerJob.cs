using NodaTime;
using Quartz;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Core.Finance.Statements;

namespace Rostering.Core.Jobs;

/// <summary>
/// Verifies the whole ledger and every issued statement, and records what that came to. It writes nothing before its end, so
/// that another machine can take it over and start again.
/// </summary>
[DisallowConcurrentExecution]
public sealed class VerifyLedgerJob(RosteringContext database, IClock clock) : IJob
{
    /// <summary>What the job is stored under.</summary>
    public static readonly JobKey Key = new("verify-ledger");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var started = clock.GetCurrentInstant();
        var ledger = await new VerifyLedger(database).HandleAsync(new VerifyLedger.Request(), cancellationToken);
        var statements = await new VerifyStatements(database).HandleAsync(fund: null, cancellationToken);
        string[] findings = [.. ledger.Findings.Select(finding => finding.ToString()), .. statements.Faults.Select(fault => fault.ToString())];
        database.LedgerVerifications.Add(new LedgerVerification
        {
            StartedAt = started,
            FinishedAt = clock.GetCurrentInstant(),
            Funds = ledger.Funds,
            Entries = ledger.Entries,
            Postings = ledger.Postings,
            Statements = statements.Checked,
            Findings = findings.Length,
            FirstFinding = findings is [var first, ..] ? first : null,
        });
        await database.SaveChangesAsync(cancellationToken);
    }
}
