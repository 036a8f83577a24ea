using Npgsql;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;

namespace Rostering.Core.Finance.FundActs;

/// <summary>Makes of a fund act what the ledger keeps.</summary>
internal static class FundActPosting
{
    /// <summary>The entry that an act would become, from where the fund stands.</summary>
    public static async Task<Attempt<JournalEntry>> EntryAsync(
        NpgsqlConnection connection, int fund, FundActSheet sheet, FundActValues said, (string Made, string? Checked) by, CancellationToken cancellation)
    {
        Occasion occasion = new(said.Day(FundActFields.On), said.Text(FundActFields.Evidence), by.Made) { CheckedBy = by.Checked };
        var positions = await ReadPositions.HandleAsync(connection, [fund], occasion.On, cancellation);
        return positions.TryGetValue(fund, out var position)
            ? sheet.Entry!(position, occasion, said)
            : new Refusal(RefusalReason.NoTerms, fund, $"Fund {fund} has no terms on {occasion.On:R}.", "Let it take effect on a day for which terms are recorded.");
    }

    /// <summary>Does it, within a transaction, and gives the number of the entry, of the agreement, or of the last entry of the closed books.</summary>
    public static async Task<Attempt<int>> DoAsync(
        NpgsqlTransaction within, int fund, FundActSheet sheet, FundActValues said, (string Made, string? Checked) by, CancellationToken cancellation)
    {
        if (sheet.Kind == FundActKind.Deficit)
            return await AgreeDeficit.HandleAsync(within, new(fund, said.Money(FundActFields.Amount), said.Text(FundActFields.Reason), by.Made, by.Checked!), cancellation);
        if (sheet.Kind == FundActKind.ClosePeriod)
            return await ClosePeriod.HandleAsync(within, fund, said.Day(FundActFields.To), by.Made, cancellation);

        var entry = await EntryAsync(within.Connection!, fund, sheet, said, by, cancellation);
        if (entry is Attempt<JournalEntry>.Refused refused)
            return refused.Refusal;
        return await PostEntries.HandleAsync(within, [((Attempt<JournalEntry>.Made)entry).Value], cancellation) switch
        {
            Attempt<IReadOnlyList<PostEntries.Posted>>.Made { Value: [var posted] } => posted.Entry.Seq,
            Attempt<IReadOnlyList<PostEntries.Posted>>.Refused { Refusal: { Reason: RefusalReason.KeyUsed } used } =>
                used with { Message = $"'{said.Text(FundActFields.Evidence)}' is recorded already, with other content.", Remedy = "Look at the entry; if this is something else, give it its own number." },
            Attempt<IReadOnlyList<PostEntries.Posted>>.Refused other => other.Refusal,
            _ => throw new InvalidOperationException("The ledger gave no answer for an entry."),
        };
    }
}
