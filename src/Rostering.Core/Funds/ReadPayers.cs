using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;

namespace Rostering.Core.Funds;

/// <summary>Reads who pays a provider's funds, and what of theirs a fund could still claim.</summary>
public sealed class ReadPayers(RosteringContext database)
{
    private const string UnmatchedSql =
        """
        select r.id, coalesce(c.name, h.name, case when r.payer = @own then @reserve else r.payer end) as payer, r.reference, r.received_on, r.pence, r.pence - r.allocated as unmatched
        from ledger.remittance r join remittance_holder o on o.remittance_id = r.id
        left join council c on c.provider_id = o.provider_id and c.id = r.payer left join fund_holder h on h.provider_id = o.provider_id and h.person = r.payer
        where o.provider_id = @provider and r.allocated < r.pence order by r.received_on, r.id
        """;

    private const string Reserve = "Our own reserve";

    /// <summary>What a payer is to a provider.</summary>
    public enum Kind { Council, Person, Reserve }

    /// <summary>A council, a person, or whoever gives to the provider's own reserve, by the id that the ledger knows them by.</summary>
    public sealed record Payer(string Id, string Name, Kind Kind);

    /// <summary>The councils first, and then the people, by name, and the reserve last.</summary>
    public async Task<ImmutableArray<Payer>> HandleAsync(long provider, CancellationToken cancellation)
    {
        var holders = await database.FundHolders.AsNoTracking().Where(holder => holder.ProviderId == provider).OrderBy(holder => holder.Name).ToListAsync(cancellation);
        var awarding = holders.Select(holder => holder.CouncilId).Distinct().ToArray();
        var councils = await database.Councils.AsNoTracking().Where(council => council.ProviderId == provider && awarding.Contains(council.Id)).OrderBy(council => council.Name).ToListAsync(cancellation);
        return holders.Count == 0 ? [] :
        [
            .. councils.Select(council => new Payer(council.Id, council.Name, Kind.Council)),
            .. holders.Select(holder => new Payer(holder.Person, holder.Name, Kind.Person)),
            new Payer(OwnPayer(provider), Reserve, Kind.Reserve),
        ];
    }

    /// <summary>What reached the provider and no fund has claimed in full, the oldest first.</summary>
    public async Task<ImmutableArray<UnmatchedRemittance>> UnmatchedAsync(long provider, CancellationToken cancellation) =>
        [.. await database.ListAsync(UnmatchedSql, [new("provider", provider), new("own", OwnPayer(provider)), new("reserve", Reserve)], row => new UnmatchedRemittance(
            row.GetInt64(0), row.Text("payer"), row.Text("reference"), row.Day("received_on"), row.Money("pence"), row.Money("unmatched")), cancellation)];

    private static string OwnPayer(long provider) => FormattableString.Invariant($"provider-{provider}");
}

/// <summary>Money that arrived and that no fund has claimed in full.</summary>
public sealed record UnmatchedRemittance(long Id, string Payer, string Reference, LocalDate ReceivedOn, Ledger.Money Amount, Ledger.Money Unmatched)
{
    /// <summary>After so many days it is an exception.</summary>
    public const int DaysMax = 30;

    public int DaysOn(LocalDate day) => Period.DaysBetween(ReceivedOn, day);
}
