using System.Collections.Immutable;
using NodaTime;
using Npgsql;
using Rostering.Core.Data;
using Rostering.Ledger;

namespace Rostering.Core.Funds;

/// <summary>Reads what each person's fund has for a week: what nobody has claimed yet, and what this very week has claimed already.</summary>
public sealed class ReadWeekMoney(RosteringContext database)
{
    private const string Sql =
        """
        select h.person, -coalesce(sum(p.amount) filter (
          where p.account = 'main' or (p.account = 'committed' and p.effective_on between @monday and @monday + 6)), 0)::bigint as pence
        from fund_holder h left join ledger.posting p on p.fund_id = h.fund_id and p.unit = 'gbp'
        where h.provider_id = @provider group by h.person
        """;

    /// <summary>Money by the person's id; a person whose fund the ledger does not keep is not among them.</summary>
    public async Task<ImmutableDictionary<string, Money>> HandleAsync(long providerId, LocalDate monday, CancellationToken cancellation)
    {
        NpgsqlParameter[] parameters = [new("provider", providerId), new("monday", monday.ToDateOnly())];
        var found = await database.ListAsync(Sql, parameters, row => KeyValuePair.Create(row.Text("person"), row.Money("pence")), cancellation);
        return found.ToImmutableDictionary(StringComparer.Ordinal);
    }
}
