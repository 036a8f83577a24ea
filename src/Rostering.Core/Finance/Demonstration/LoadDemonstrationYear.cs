using System.Collections.Immutable;
using NodaTime;
using Npgsql;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Funds;
using Rostering.Ledger;
using Rostering.Ledger.Terms;
using Rostering.Solver.Demonstration;

namespace Rostering.Core.Finance.Demonstration;

/// <summary>
/// Loads a demonstration year into the database, through the acts that any year takes. Each step of a fund is one transaction, so
/// that a load that was stopped is taken up again where it ended; a year that is there already posts nothing.
/// </summary>
public sealed class LoadDemonstrationYear(RosteringContext database, LedgerConnections ledger, IClock clock)
{
    private const string By = Staff.Finance;

    private readonly PostEntries post = new(ledger);

    /// <summary>How far a load is.</summary>
    public sealed record Progress(int Funds, int Of, int Entries);

    /// <summary>What a load came to.</summary>
    /// <param name="Funds">The funds of the year.</param>
    /// <param name="Entries">The entries of the year, whether they were new or there already.</param>
    /// <param name="Posted">The entries that were new.</param>
    /// <param name="Refusals">What the year asked of funds that was refused, to show that too.</param>
    public sealed record Result(int Funds, int Entries, int Posted, ImmutableArray<Refusal> Refusals);

    /// <summary>Loads what is not there yet.</summary>
    /// <exception cref="DemonstrationYearRefusedException">The ledger refused an entry, because the funds hold another year already.</exception>
    public async Task<Result> HandleAsync(DemonstrationYear year, Action<Progress>? onProgress, CancellationToken cancellation)
    {
        var provider = await NamedProvider.HandleAsync(database, year.Provider, cancellation);
        foreach (var council in year.Councils)
            await new RecordCouncil(database).HandleAsync(new(provider, council.Id, council.Name, council.Contact, council.Profile), clock.GetCurrentInstant(), cancellation);
        await OpenAsync(year.Organisation, year.Days.Start, cancellation);

        var (entries, done) = (year.Reserve.Entries.Count(), 0);
        var posted = await LoadAsync(provider, year.Organisation, year.Reserve, cancellation);
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        foreach (var fund in year.Funds)
        {
            await HoldAsync(provider, year.Organisation, fund, cancellation);
            var played = fund.Play();
            var count = played.Entries.Count();
            if (!await IsThereAsync(fund.Number, count, played.LastKey, cancellation))
                posted += await LoadAsync(provider, fund.Number, played, cancellation);
            if (fund.Closes)
                Made(await new CloseFund(ledger).HandleAsync(fund.Number, fund.Days.End, cancellation));
            entries += count;
            refusals.AddRange(played.Refusals);
            onProgress?.Invoke(new Progress(++done, year.Funds.Length, entries));
        }

        return new Result(year.Funds.Length, entries, posted, refusals.ToImmutable());
    }

    /// <summary>How many weeks before a week the provider's books begin; nothing where it has none.</summary>
    public async Task<int?> WeeksThereAsync(DemonstrationProvider provider, LocalDate weekStart, CancellationToken cancellation)
    {
        await using var read = ledger.Source.CreateCommand("select opened_on from ledger.fund where id = $1");
        read.Parameters.Add(new NpgsqlParameter { Value = DemonstrationYear.BooksOf(provider) });
        return await read.ExecuteScalarAsync(cancellation) is DateOnly day ? Period.DaysBetween(LocalDate.FromDateOnly(day), weekStart) / 7 : null;
    }

    private async Task HoldAsync(long provider, int organisation, DemonstrationFund fund, CancellationToken cancellation)
    {
        await OpenAsync(fund.Number, fund.Days.Start, cancellation);
        Made(await new RecordTerms(ledger).HandleAsync(
            new(fund.Number, fund.Days.Start, TermsJson.Write(fund.Terms), fund.Terms.ManagementCharge is not null, fund.Terms.BonusAllowed, fund.TermsReason, By), cancellation));
        await new RecordFund(database).HandleAsync(
            new()
            {
                Fund = fund.Number,
                Provider = provider,
                Organisation = organisation,
                Person = fund.Person,
                Name = fund.Name,
                Council = fund.Council,
                PurchaseOrder = $"PO-{fund.Council.ToUpperInvariant()}-{fund.Number}",
                FundingOption = "individual service fund",
                YearStartsOn = AwardCalendar.YearStart(fund.Terms.InvoiceCycle, fund.Days.End),
                Pictures = fund.Number % 3 != 0,
            },
            cancellation);
    }

    private async Task<int> LoadAsync(long provider, int fund, FundYear played, CancellationToken cancellation)
    {
        var remittances = new Dictionary<long, long>();
        foreach (var arrival in played.Arrivals)
            remittances.Add(arrival.Number, Made(await new RecordRemittance(ledger).HandleAsync(new(arrival.Payer, arrival.Reference, arrival.On, arrival.Amount, By), cancellation)));
        await RemittanceHolder.RecordAsync(database, remittances.Values, provider, cancellation);

        var posted = 0;
        foreach (var step in played.Steps)
        {
            if (step is YearStep.Post(var entries))
                posted += Made(await post.HandleAsync([.. entries.Select(Known)], cancellation)).Count(entry => !entry.Replayed);
            else if (step is YearStep.Close(var through))
                Made(await new ClosePeriod(ledger).HandleAsync(fund, through, By, cancellation));
        }

        return posted;

        JournalEntry Known(JournalEntry entry) => entry.Remittance is { } number ? entry with { Remittance = remittances[number] } : entry;
    }

    private async Task OpenAsync(int fund, LocalDate on, CancellationToken cancellation) => Made(await new OpenFund(ledger).HandleAsync(fund, on, cancellation));

    // A fund's entries have no gaps: where its last one is, all are.
    private async Task<bool> IsThereAsync(int fund, int count, string? lastKey, CancellationToken cancellation)
    {
        await using var read = ledger.Source.CreateCommand("select key from ledger.entry where fund_id = $1 and seq = $2");
        read.Parameters.Add(new NpgsqlParameter { Value = fund });
        read.Parameters.Add(new NpgsqlParameter { Value = count });
        return (string?)await read.ExecuteScalarAsync(cancellation) == lastKey;
    }

    private static T Made<T>(Attempt<T> attempt) => attempt switch
    {
        Attempt<T>.Made made => made.Value,
        Attempt<T>.Refused refused => throw new DemonstrationYearRefusedException(refused.Refusal),
        _ => throw new ArgumentException("neither made nor refused", nameof(attempt)),
    };
}

/// <summary>The ledger refused a part of a demonstration year.</summary>
public sealed class DemonstrationYearRefusedException(Refusal refusal)
    : Exception($"The demonstration year does not fit what the database holds: {refusal} Load the seed and weeks that were loaded before, or use an empty database.")
{
    public Refusal Refusal { get; } = refusal;
}
