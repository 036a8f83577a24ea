using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Funds;

/// <summary>Records a council of a provider and its terms from a day on. What is recorded already stays as it is.</summary>
public sealed class RecordCouncil(RosteringContext database)
{
    public sealed record Request(long Provider, string Id, string Name, string Contact, CouncilProfile Profile);

    public async Task HandleAsync(Request request, Instant now, CancellationToken cancellation)
    {
        var profile = request.Profile;
        await database.Database.ExecuteSqlAsync(
            $"""
            with known as (insert into council (provider_id, id, name, contact) values ({request.Provider}, {request.Id}, {request.Name}, {request.Contact}) on conflict do nothing)
            insert into council_profile (provider_id, council_id, effective_from, content, source, reviewed_by, recorded_at)
            values ({request.Provider}, {request.Id}, {profile.EffectiveFrom.ToDateOnly()}, {TermsJson.Write(profile.Terms)}::jsonb, {profile.Source}, {profile.ReviewedBy}, {now.ToDateTimeUtc()})
            on conflict do nothing
            """,
            cancellation);
    }
}
