using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using Rostering.Core.Data;

namespace Rostering.Core.Funds;

/// <summary>Reads who pays a provider's funds, and what of theirs a fund could still claim.</summary>
public sealed class ReadPayers(RosteringContext database)
{
    private const string UnmatchedSql =
        """
        select r.id, coalesce(c.name, h.name, r.payer) as payer, r.reference, r.received_on, r.pence, r.pence - r.allocated as unmatched
        from ledger.remittance r join remittance_holder o on o.remittance_id = r.id
        left join council c on c.id = r.payer left join fund_holder h on h.provider_id = o.provider_id and h.person = r.payer
        where o.provider_id = @provider and r.allocated < r.pence order by r.received_on, r.id
        """;

    /// <summary>A council or a person, by the id that the ledger knows them by.</summary>
    public sealed record Payer(string Id, string Name, bool IsCouncil);

    /// <summary>The councils first, and then the people, by name.</summary>
    public async Task<ImmutableArray<Payer>> HandleAsync(long provider, CancellationToken cancellation)
    {
        var holders = await database.FundHolders.AsNoTracking().Where(holder => holder.ProviderId == provider).OrderBy(holder => holder.Name).ToListAsync(cancellation);
        var awarding = holders.Select(holder => holder.CouncilId).Distinct().ToArray();
        var councils = await database.Councils.AsNoTracking().Where(council => awarding.Contains(council.Id)).OrderBy(council => council.Name).ToListAsync(cancellation);
        return [.. councils.Select(council => new Payer(council.Id, council.Name, true)), .. holders.Select(holder => new Payer(holder.Person, holder.Name, false))];
    }

    /// <summary>What reached the provider and no fund has claimed in full, the oldest first.</summary>
    public async Task<ImmutableArray<UnmatchedRemittance>> UnmatchedAsync(long provider, CancellationToken cancellation) =>
        [.. await database.ListAsync(UnmatchedSql, [new NpgsqlParameter("provider", provider)], row => new UnmatchedRemittance(
            row.GetInt64(0), row.Text("payer"), row.Text("reference"), row.Day("received_on"), row.Money("pence"), row.Money("unmatched")), cancellation)];
}

/// <summary>Money that arrived and that no fund has claimed in full.</summary>
public sealed record UnmatchedRemittance(long Id, string Payer, string Reference, LocalDate ReceivedOn, Ledger.Money Amount, Ledger.Money Unmatched)
{
    /// <summary>After so many days it is an exception.</summary>
    public const int DaysMax = 30;

    public int DaysOn(LocalDate day) => Period.DaysBetween(ReceivedOn, day);
}
