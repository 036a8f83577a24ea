namespace Rostering.Core.Finance.FundActs;

/// <summary>A form of finance as it was sent.</summary>
/// <param name="Fields">What the form asks for.</param>
/// <param name="Texts">What its fields were filled in with.</param>
internal sealed record FilledForm(IEnumerable<FundActField> Fields, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>Reads it and records what it says in one transaction, of which nothing is left where a field is wrong or the ledger refuses.</summary>
    public async Task<RecordFundAct.Result> RecordAsync(
        LedgerConnections ledger, Func<LedgerTransaction, FundActValues, Task<RecordFundAct.Result>> record, CancellationToken cancellation)
    {
        var said = FundActValues.Read(Fields, Texts);
        if (!said.Faults.IsEmpty)
            return new RecordFundAct.Result.Faulty(said.Faults);
        return await LedgerTransaction.DoAsync(
            ledger,
            async transaction =>
            {
                var result = await record(transaction, said);
                return (result, result is RecordFundAct.Result.Done or RecordFundAct.Result.Waits);
            },
            cancellation);
    }
}
