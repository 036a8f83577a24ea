using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;

namespace Rostering.Core.Finance;

/// <summary>Reads what the last verification of the ledger came to.</summary>
public sealed class ReadVerification(RosteringContext database)
{
    /// <summary>The last verification, if there was any.</summary>
    public Task<LedgerVerification?> HandleAsync(CancellationToken cancellation) =>
        database.LedgerVerifications.AsNoTracking().OrderByDescending(verification => verification.Id).FirstOrDefaultAsync(cancellation);
}
