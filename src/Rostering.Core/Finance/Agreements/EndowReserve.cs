using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Finance.FundActs;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Positions;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Finance.Agreements;

/// <summary>The organisation's reserve, from which gifts to funds come, grows by money that arrived for it.</summary>
public sealed class EndowReserve(LedgerConnections ledger)
{
    /// <summary>All that it takes.</summary>
    public static ImmutableArray<FundActField> Fields { get; } =
    [
        new(FundActFields.Evidence, FundActForm.Text, "Decision", "The number by which it can be found again"),
        new(FundActFields.On, FundActForm.Day, "Takes effect on"),
        new(FundActFields.Remittance, FundActForm.Remittance, "Money that arrived"),
        new(FundActFields.Amount, FundActForm.Money, "Amount"),
    ];

    /// <summary>Records it with what the fields were filled in with, and gives the number of the entry in the organisation's books.</summary>
    public Task<RecordFundAct.Result> HandleAsync(IReadOnlyDictionary<string, string> fields, Act act, CancellationToken cancellation) =>
        new FilledForm(Fields, fields).RecordAsync(
            ledger,
            async (transaction, said) =>
            {
                var result = await WithinAsync(transaction, said, act, cancellation);
                if (result is RecordFundAct.Result.Done { Number: var entry })
                    transaction.Database.AuditEntries.Add(AuditEntry.Of(act, "finance.endow", $"reserve/{entry}", JsonSerializer.Serialize(fields)));
                return result;
            },
            cancellation);

    private static async Task<RecordFundAct.Result> WithinAsync(LedgerTransaction transaction, FundActValues said, Act act, CancellationToken cancellation)
    {
        var (database, provider) = (transaction.Database, act.By.ProviderId);
        if (await database.FundHolders.Where(holder => holder.ProviderId == provider).Select(holder => (int?)holder.Organisation).FirstOrDefaultAsync(cancellation) is not { } books)
            return Refused(new Refusal(RefusalReason.NoOpenFund, 0, "The organisation has no books yet.", "Open the first person’s fund, which opens them."));
        if (!await database.RemittanceHolders.AnyAsync(holder => holder.RemittanceId == said.Remittance && holder.ProviderId == provider, cancellation))
            return Refused(new Refusal(RefusalReason.Remittance, books, $"There is no remittance {said.Remittance} here.", "Choose money that reached your own bank."));

        Occasion occasion = new(said.Day(FundActFields.On), said.Text(FundActFields.Evidence), act.By.OpaqueId);
        if (Endow.Entry(new FundPosition(books, new FundTerms()), occasion, said.Remittance, said.Money(FundActFields.Amount)) is not Attempt<JournalEntry>.Made { Value: var entry })
            throw new InvalidOperationException("A reserve can always be added to.");
        return await PostEntries.LastAsync(transaction.Ledger, [entry], cancellation) switch
        {
            Attempt<EntryId>.Made { Value: var posted } => new RecordFundAct.Result.Done(posted.Seq),
            var refused => Refused(((Attempt<EntryId>.Refused)refused).Refusal),
        };
    }

    private static RecordFundAct.Result.Refused Refused(Refusal refusal) => new(refusal);
}
