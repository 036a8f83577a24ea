using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Finance;
using Rostering.Ledger;

namespace Rostering.Core.Funds;

/// <summary>Records money that reached a provider's bank. What no fund claims of it stays in view.</summary>
public sealed class ReceiveRemittance(LedgerConnections ledger)
{
    /// <summary>The money as the bank shows it.</summary>
    /// <param name="Payer">The id of the council or of the person who paid.</param>
    /// <param name="Reference">What the payer wrote.</param>
    public sealed record Request(string Payer, string Reference, LocalDate ReceivedOn, Money Amount);

    public Task<Attempt<long>> HandleAsync(Request request, Act act, CancellationToken cancellation) =>
        LedgerTransaction.DoAsync(
            ledger,
            async transaction =>
            {
                var recorded = await WithinAsync(transaction, request, act, cancellation);
                return (recorded, recorded is Attempt<long>.Made);
            },
            cancellation);

    private static async Task<Attempt<long>> WithinAsync(LedgerTransaction transaction, Request request, Act act, CancellationToken cancellation)
    {
        var recorded = await RecordRemittance.HandleAsync(
            transaction.Ledger, new(request.Payer, request.Reference, request.ReceivedOn, request.Amount, act.By.OpaqueId), cancellation);
        if (recorded is not Attempt<long>.Made { Value: var id })
            return recorded;

        var holder = await transaction.Database.RemittanceHolders.SingleOrDefaultAsync(known => known.RemittanceId == id, cancellation);
        if (holder is not null && holder.ProviderId == act.By.ProviderId)
            return id;
        if (holder is not null)
        {
            return new Refusal(RefusalReason.Remittance, 0, $"The reference '{request.Reference}' is taken for money of this payer on this day.",
                "Add what tells it apart, such as the number that the bank gave it.");
        }

        transaction.Database.RemittanceHolders.Add(new RemittanceHolder { RemittanceId = id, ProviderId = act.By.ProviderId });
        transaction.Database.AuditEntries.Add(AuditEntry.Of(act, "finance.receive", $"remittance/{id}"));
        return id;
    }
}
