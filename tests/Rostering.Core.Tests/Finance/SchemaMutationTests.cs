using Npgsql;
using Rostering.Testing;

namespace Rostering.Core.Tests.Finance;

/// <summary>
/// Every constraint and trigger of the ledger, as the catalogue lists them, has a probe that it alone refuses: intact, the
/// probe is refused in its name; without it, no longer. All in transactions that are rolled back.
/// </summary>
public sealed class SchemaMutationTests
{
    private const string Catalogue =
        """
        select conname || ' ' || case when contypid <> 0 then format('alter domain %s drop constraint %I', contypid::regtype, conname)
          else format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) end
        from pg_constraint where connamespace = 'ledger'::regnamespace and contype in ('c', 'f', 'p', 'u')
        union all
        select tgname || ' ' || format('drop trigger %I on %s', tgname, tgrelid::regclass)
        from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'ledger'::regnamespace and not tgisinternal
        """;

    /// <summary>Columns that may be null once the constraint has gone: all but keys and generated ones.</summary>
    private const string NotNull =
        """
        select format('%s %s', a.attrelid::regclass, a.attname)
        from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'ledger'::regnamespace and c.relkind = 'r' and a.attnum > 0 and a.attnotnull and a.attgenerated = '' and a.attidentity = ''
          and not exists (select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any (i.indkey))
        """;

    private LedgerDatabase database = null!;

    [OneTimeSetUp]
    public async Task CreateAsync() => database = await LedgerStage.CreateAsync();

    [OneTimeTearDown]
    public ValueTask DropAsync() => database.DisposeAsync();

    [Test]
    public async Task Guards_DroppedInTurn_NoLongerRefuseTheirProbe()
    {
        using var all = Assert.EnterMultipleScope();
        foreach (var (guard, drop) in (await ListAsync(Catalogue)).Select(line => (line.Split(' ', 2)[0], line.Split(' ', 2)[1])))
        {
            if (!Probes.ByGuard.TryGetValue(guard, out var probe))
            {
                Assert.Fail($"{guard} has no probe");
                continue;
            }

            Assert.That(await TryAsync("", probe), Does.Contain(guard), "intact");
            Assert.That(await TryAsync(drop, probe), Does.Not.Contain(guard), $"after {drop}");
        }
    }

    [Test]
    public async Task Columns_LettingNullIn_NoLongerRefuseIt()
    {
        using var all = Assert.EnterMultipleScope();
        foreach (var (table, column) in (await ListAsync(NotNull)).Select(line => (line.Split(' ')[0], line.Split(' ')[1])))
        {
            var columns = await database.AskAsync(
                $"select string_agg(quote_ident(attname), ', ') from pg_attribute where attrelid = '{table}'::regclass and attnum > 0 and attgenerated = '' and not attisdropped");
            var probe = $"insert into {table} ({columns}) overriding system value select {columns} from jsonb_populate_record(null::{table}, "
                + $"(select to_jsonb(t) - '{column}' from {table} t limit 1))";

            Assert.That(await TryAsync("", probe), Is.EqualTo($"23502 {column}"), $"{table}.{column} intact");
            Assert.That(await TryAsync($"alter table {table} alter {column} drop not null", probe), Is.Not.EqualTo($"23502 {column}"), $"{table}.{column} nullable");
        }
    }

    [Test]
    public async Task Probes_StandForWhatIsThere() =>
        Assert.That(Probes.ByGuard.Keys, Is.EquivalentTo((await ListAsync(Catalogue)).Select(line => line.Split(' ')[0])));

    /// <summary>Gives 'taken', or the code and what refused it.</summary>
    private async Task<string> TryAsync(string change, string probe)
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        try
        {
            await using var attempt = new NpgsqlCommand($"{change}; {Probes.AsLedger} {probe}; set constraints all immediate", connection);
            await attempt.ExecuteNonQueryAsync();
            return "taken";
        }
        catch (PostgresException e)
        {
            return $"{e.SqlState} {e.ConstraintName ?? e.ColumnName ?? Probes.TriggerBehind(e)}";
        }
    }

    private async Task<IReadOnlyList<string>> ListAsync(string query) =>
        (string[])(await database.AskAsync($"select array_agg(line order by line) from ({query}) as lines (line)"))!;
}
