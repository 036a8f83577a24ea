using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Data;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Funds;

/// <summary>Reads the councils of a provider with their terms, by name.</summary>
public sealed class ReadCouncils(RosteringContext database)
{
    private const string Sql =
        """
        select c.id, c.name, c.contact, p.effective_from, p.content::text, p.source, access.name_of(p.reviewed_by) as reviewed_by
        from council c left join council_profile p on p.provider_id = c.provider_id and p.council_id = c.id where c.provider_id = @provider order by c.name, c.id, p.effective_from desc
        """;

    public async Task<ImmutableArray<KnownCouncil>> HandleAsync(long provider, CancellationToken cancellation)
    {
        var rows = await database.ListAsync(
            Sql, [new("provider", provider)],
            row => (Council: new KnownCouncil(row.Text("id"), row.Text("name"), row.Text("contact"), []), Profile: row.DayOrNull("effective_from") is { } from
                ? new CouncilProfile(from, TermsJson.Read(row.Text("content")).Terms ?? throw new InvalidOperationException($"The terms of council {row.Text("id")} cannot be read."), row.Text("source"), row.Text("reviewed_by"))
                : null),
            cancellation);
        return [.. rows.GroupBy(row => row.Council.Id, StringComparer.Ordinal).Select(group => group.First().Council with { Profiles = [.. group.Select(row => row.Profile).OfType<CouncilProfile>()] })];
    }
}

/// <summary>A council, and its terms from days on, the newest first.</summary>
public sealed record KnownCouncil(string Id, string Name, string Contact, ImmutableArray<CouncilProfile> Profiles)
{
    /// <summary>The terms of a day; <c>null</c> where it has none yet.</summary>
    public CouncilProfile? On(LocalDate day) => Profiles.FirstOrDefault(profile => profile.EffectiveFrom <= day);
}
