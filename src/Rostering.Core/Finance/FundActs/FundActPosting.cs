using System.Collections.Immutable;
using Npgsql;
using Rostering.Ledger;
using Rostering.Ledger.EntryTemplates;
using Rostering.Ledger.Positions;

namespace Rostering.Core.Finance.FundActs;

/// <summary>Makes of a fund act what the ledger keeps.</summary>
internal static class FundActPosting
{
    /// <summary>Does it, within a transaction, and gives the number of the last entry, of the agreement, or of the last entry of the closed books.</summary>
    public static Task<Attempt<int>> DoAsync(
        NpgsqlTransaction within, int fund, FundActSheet sheet, FundActValues said, (string Made, string? Checked) by, CancellationToken cancellation) => sheet.Kind switch
        {
            FundActKind.Deficit => AgreeDeficit.HandleAsync(within, new(fund, said.Money(FundActFields.Amount), said.Text(FundActFields.Reason), by.Made, by.Checked!), cancellation),
            FundActKind.ClosePeriod => ClosePeriod.HandleAsync(within, fund, said.Day(FundActFields.To), by.Made, cancellation),
            FundActKind.End => CloseFund.HandleAsync(within, fund, said.Day(FundActFields.On), cancellation),
            _ => PostAsync(within, fund, sheet, said, new Occasion(said.Day(FundActFields.On), said.Text(FundActFields.Evidence), by.Made) { CheckedBy = by.Checked }, cancellation),
        };

    private static async Task<Attempt<int>> PostAsync(
        NpgsqlTransaction within, int fund, FundActSheet sheet, FundActValues said, Occasion occasion, CancellationToken cancellation)
    {
        var positions = await ReadPositions.HandleAsync(within.Connection!, [fund], occasion.On, cancellation);
        if (!positions.TryGetValue(fund, out var position))
            return new Refusal(RefusalReason.NoTerms, fund, $"Fund {fund} has no terms on {occasion.On:R}.", "Let it take effect on a day for which terms are recorded.");
        var entries = await EntriesAsync(within, position with { Tranches = await FundActReading.TranchesAsync(within, fund, cancellation) }, sheet, said, occasion, cancellation);
        if (entries is not Attempt<ImmutableArray<JournalEntry>>.Made { Value: var made })
            return ((Attempt<ImmutableArray<JournalEntry>>.Refused)entries).Refusal;
        return await PostEntries.LastAsync(within, made, cancellation) switch
        {
            Attempt<EntryId>.Made { Value: var posted } => posted.Seq,
            Attempt<EntryId>.Refused { Refusal: { Reason: RefusalReason.KeyUsed } used } => Used(used, sheet, said),
            var refused => ((Attempt<EntryId>.Refused)refused).Refusal,
        };
    }

    /// <summary>The entries that an act becomes, from where the fund stands.</summary>
    private static async Task<Attempt<ImmutableArray<JournalEntry>>> EntriesAsync(
        NpgsqlTransaction within, FundPosition fund, FundActSheet sheet, FundActValues said, Occasion occasion, CancellationToken cancellation) => sheet.Kind switch
        {
            FundActKind.Charge => One(await ChargeAsync(within, fund, said, occasion, cancellation)),
            FundActKind.Reversal => One(await ReversalAsync(within, fund, said, occasion, cancellation)),
            FundActKind.Gift => One(await GiftAsync(within, fund, said, occasion, cancellation)),
            FundActKind.PurchaseFromBank => await BoughtFromBankAsync(within, fund, said, occasion, cancellation),
            FundActKind.CloseOut => CloseOut.Entries(fund, occasion, said.Text(FundActFields.Heir), said.Text(FundActFields.Reason)),
            _ => One(sheet.Entry!(fund, occasion, said)),
        };

    private static async Task<Attempt<JournalEntry>> ChargeAsync(NpgsqlTransaction within, FundPosition fund, FundActValues said, Occasion occasion, CancellationToken cancellation)
    {
        var period = fund.Terms.InvoiceCycle.On(said.Day(FundActFields.From));
        return Charge.Entry(fund, occasion, period, await FundActReading.DeliveredAsync(within, fund.Fund, period, cancellation));
    }

    private static async Task<Attempt<JournalEntry>> ReversalAsync(NpgsqlTransaction within, FundPosition fund, FundActValues said, Occasion occasion, CancellationToken cancellation)
    {
        var seq = said.Number(FundActFields.Entry)!.Value;
        return await FundActReading.EntryAsync(within, fund.Fund, seq, cancellation) is { } undone
            ? Reversal.Entry(fund, occasion, undone, said.Text(FundActFields.Reason))
            : new Refusal(RefusalReason.Reversal, fund.Fund, $"Fund {fund.Fund} has no entry {seq} that still stands.", "Give the number of an entry that is not reversed yet.");
    }

    /// <summary>
    /// Each tranche pays by an entry of its own. An order that is sent again would find the next tranche, and be paid twice: so its number is
    /// asked for first.
    /// </summary>
    private static async Task<Attempt<ImmutableArray<JournalEntry>>> BoughtFromBankAsync(
        NpgsqlTransaction within, FundPosition fund, FundActValues said, Occasion occasion, CancellationToken cancellation) =>
        await FundActReading.IsBoughtAsync(within, fund.Fund, occasion.Evidence, cancellation)
            ? new Refusal(RefusalReason.KeyUsed, fund.Fund, $"Something is bought by order '{occasion.Evidence}' already.", "Look at the fund's entries; if this is something else, give it its own number.")
            : Purchase.FromBank(fund, occasion, FundActSheets.Order(said), said.Text(FundActFields.Purpose));

    /// <summary>The organisation's side is posted first, and the fund's names it.</summary>
    private static async Task<Attempt<JournalEntry>> GiftAsync(NpgsqlTransaction within, FundPosition fund, FundActValues said, Occasion occasion, CancellationToken cancellation)
    {
        var organisation = await FundActReading.OrganisationOfAsync(within, fund.Fund, cancellation);
        var given = Gift.Give(organisation, occasion with { Evidence = $"{occasion.Evidence}/{fund.Fund}" }, said.Money(FundActFields.Amount), said.Text(FundActFields.Reason));
        if (given is not Attempt<JournalEntry>.Made { Value: var entry })
            return given;
        return await PostEntries.LastAsync(within, [entry], cancellation) switch
        {
            Attempt<EntryId>.Made { Value: var posted } => Gift.Receive(fund, occasion, new PostedEntry(posted.Seq, entry), said.Text(FundActFields.Reason)),
            Attempt<EntryId>.Refused { Refusal: { Reason: RefusalReason.KeyUsed } used } => Recorded(used, said.Text(FundActFields.Evidence)),
            var refused => ((Attempt<EntryId>.Refused)refused).Refusal,
        };
    }

    private static Attempt<ImmutableArray<JournalEntry>> One(Attempt<JournalEntry> entry) => entry switch
    {
        Attempt<JournalEntry>.Made made => (ImmutableArray<JournalEntry>)[made.Value],
        Attempt<JournalEntry>.Refused refused => refused.Refusal,
        _ => throw new ArgumentException("neither made nor refused", nameof(entry)),
    };

    private static Refusal Used(Refusal used, FundActSheet sheet, FundActValues said) => sheet.Kind switch
    {
        FundActKind.Charge => used with { Message = "The charge of that period is recorded already.", Remedy = "Look at the entry, or give a day of another period." },
        FundActKind.Reversal => used with { Message = $"Entry {said.Number(FundActFields.Entry)} is reversed already.", Remedy = "Look at the entry: it names the one that reversed it." },
        _ => Recorded(used, said.Text(FundActFields.Evidence)),
    };

    private static Refusal Recorded(Refusal used, string evidence) =>
        used with { Message = $"'{evidence}' is recorded already, with other content.", Remedy = "Look at the entry; if this is something else, give it its own number." };
}
