using Npgsql;

namespace Rostering.Core.Tests.Data;

/// <summary>Councils that were kept for all providers become those of each provider that has to do with them.</summary>
public sealed class ProviderCouncilsMigrationTests
{
    private const string File = "0016_provider_councils.sql";

    private const string Former =
        """
        insert into provider (name) values ('Oakwood'), ('Elsewhere'), ('Third');
        insert into council (id, name, contact) values ('north', 'North', 'office'), ('south', 'South', 'office'), ('nobodys', 'Nobody''s', 'office');
        insert into council_profile (council_id, effective_from, content, source, reviewed_by, recorded_at)
        select council, day::date, '{}', 'contract', 'unverified', now() from (values ('north', '2025-04-01'), ('north', '2026-04-01'), ('south', '2025-04-01')) as terms (council, day);
        select ledger.open_fund(-1, 'organisation', '2026-01-01'), ledger.open_fund(1, 'person', '2026-01-01'), ledger.open_fund(2, 'person', '2026-01-01');
        insert into fund_holder (fund_id, provider_id, organisation, person, name, council_id, purchase_order, funding_option, year_starts_on, pictures)
        select case name when 'Oakwood' then 1 else 2 end, id, -1, 'p', 'Pat', 'north', 'PO', 'option 2', '2026-04-01', true from provider where name <> 'Third';
        insert into audit_entry (provider_id, at, user_id, by_name, what, subject, why)
        select id, now(), 1, 'Fay', 'finance.record-council', 'council/south', 'contract' from provider where name = 'Third';
        """;

    private const string Kept =
        """
        select string_agg(format('%s %s %s', p.name, c.id, (select count(*) from council_profile t where (t.provider_id, t.council_id) = (c.provider_id, c.id))), ', ' order by p.name)
        from council c join provider p on p.id = c.provider_id
        """;

    [Test]
    public async Task Migration_CouncilsKeptForAll_GoWithTheirTermsToEachProviderThatHasToDoWithThem()
    {
        await using var stage = await MigrationStage.BeforeAsync(File);
        await stage.AskAsync(Former);

        await stage.MigrateAsync();

        Assert.That(await stage.AskAsync(Kept), Is.EqualTo("Elsewhere north 2, Oakwood north 2, Third south 1"));
        Assert.That(() => stage.AskAsync("delete from council_profile"), Throws.InstanceOf<PostgresException>().With.Message.Contains("append-only"));
        Assert.That(
            () => stage.AskAsync("update fund_holder set council_id = 'south'"),
            Throws.InstanceOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.ForeignKeyViolation));
    }
}
