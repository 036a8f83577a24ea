using System.Globalization;
using Npgsql;

namespace Rostering.Core.Tests.Verification;

/// <summary>A superuser with all triggers and checks off, who changes one column of one row at a time and can put it back.</summary>
internal sealed class Forger(SampleLedger ledger, Random dice)
{
    /// <summary>An edit: of which fund and entry it was, before and after, where the table has such.</summary>
    public sealed record Edit(string Table, string Column, string Statement, (int Fund, int? Seq)? Before, (int Fund, int? Seq)? After)
    {
        public bool MovesARow => Column is "fund_id" or "seq";
    }

    /// <summary>Takes a copy of every table, and away what would stop a forger less patient than ours.</summary>
    public Task PrepareAsync() => ledger.ExecuteAsync(
        """
        DO $$
        DECLARE t record;
        BEGIN
          CREATE SCHEMA kept;
          FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'ledger' LOOP
            EXECUTE format('CREATE TABLE kept.%1$I AS TABLE ledger.%1$I', t.tablename);
          END LOOP;
          FOR t IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0 AND connamespace = 'ledger'::regnamespace LOOP
            EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', t.owner, t.conname);
          END LOOP;
          ALTER TABLE ledger.remittance ALTER id DROP IDENTITY;
          ALTER TABLE ledger.account_kind ALTER slot DROP EXPRESSION;
          ALTER TABLE ledger.kind_rule DROP CONSTRAINT kind_rule_pkey;
          ALTER DOMAIN ledger.balances DROP CONSTRAINT account_floor;
        END $$;
        """);

    /// <summary>Changes a column of a random row, unless a key or a type stands against that value.</summary>
    public async Task<Edit?> EditAsync(string column)
    {
        var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
        var rows = Convert.ToInt32(await ledger.AskAsync($"SELECT count(*) FROM ledger.{table}"), CultureInfo.InvariantCulture);
        var type = (string)(await ledger.AskAsync($"SELECT udt_name::text FROM information_schema.columns WHERE table_schema = 'ledger' AND table_name = '{table}' AND column_name = '{name}'"))!;
        var value = Value(name, type);
        var statement = $"UPDATE ledger.{table} SET {name} = {value} WHERE ctid = (SELECT ctid FROM ledger.{table} ORDER BY ctid OFFSET {dice.Next(rows)} LIMIT 1) AND {name} IS DISTINCT FROM {value}";
        return await RunAsync(table, name, statement);
    }

    public Task RestoreAsync(string table) => ledger.ExecuteAsync(
        $"""
        SET session_replication_role = replica;
        DELETE FROM ledger.{table};
        DO $$ BEGIN
          EXECUTE (SELECT format('INSERT INTO ledger.{table} (%1$s) OVERRIDING SYSTEM VALUE SELECT %1$s FROM kept.{table}', string_agg(column_name, ', '))
            FROM information_schema.columns WHERE table_schema = 'ledger' AND table_name = '{table}' AND is_generated = 'NEVER');
        END $$;
        """);

    private string Value(string column, string type) => type switch
    {
        "int2" or "int4" or "int8" => $"coalesce({column}, 0) + {(dice.Next(2) == 0 ? -1 : 1) * (1 + dice.Next(40))}",
        "date" => $"coalesce({column}, '2026-01-05') + {(dice.Next(2) == 0 ? -1 : 1) * (1 + dice.Next(60))}",
        "timestamptz" => $"{column} + interval '{1 + dice.Next(100_000)} microseconds'",
        "bool" => $"NOT {column}",
        "bytea" => $"set_byte({column}, {dice.Next(32)}, 255 - get_byte({column}, {dice.Next(32)}))",
        "jsonb" => $$"""{{column}} || '{"forged": "{{dice.Next(9)}}"}'""",
        "text" or "reference" when column == "role" => $"'{Pick("resolves", "reverses", "twin")}'",
        "text" or "reference" => $"left(concat({column}, 'x{dice.Next(9)}'), 60)",
        "account" => $"'{Pick("main", "cash", "owed", "contingency", "payable", "reserve")}'",
        "unit" => $"'{Pick("gbp", "min")}'",
        "holder" => $"'{Pick("person", "organisation")}'",
        "entry_kind" => $"'{Pick("award", "deliver", "gift", "bank", "commit", "pay")}'",
        "balances" or "_int8" => Slot(column),
        "_unit" => $"{column} || 'min'::ledger.unit",
        "_text" => $"{column} || 'forged'::text",
        "_account" => $"{column} || 'reserve'::ledger.account",
        _ => throw new InvalidOperationException($"No forgery is known for the type {type} of {column}; add one."),
    };

    private string Slot(string column)
    {
        var slot = 1 + dice.Next(41);
        return $"{column}[1:{slot - 1}] || (coalesce({column}[{slot}], 0) + {1 + dice.Next(500)}) || {column}[{slot + 1}:41]";
    }

    private string Pick(params string[] values) => values[dice.Next(values.Length)];

    private static (int Fund, int? Seq)? Place(NpgsqlDataReader row, int at) =>
        row.IsDBNull(at) ? null : (row.GetInt32(at), row.IsDBNull(at + 1) ? null : row.GetInt32(at + 1));

    private async Task<Edit?> RunAsync(string table, string name, string statement)
    {
        var row = table is "entry" ? "@.fund_id, @.seq" : table is "terms" or "deficit" or "closing" ? "@.fund_id, NULL::int" : "NULL::int, NULL::int";
        await using NpgsqlConnection connection = new(ledger.OwnerConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new($"SET session_replication_role = replica; {statement} RETURNING {row.Replace("@", "old", StringComparison.Ordinal)}, {row.Replace("@", "new", StringComparison.Ordinal)}", connection);
        try
        {
            await using var edited = await command.ExecuteReaderAsync();
            return await edited.ReadAsync() ? new Edit(table, name, statement, Place(edited, 0), Place(edited, 2)) : null;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.CheckViolation or PostgresErrorCodes.NotNullViolation)
        {
            return null;
        }
    }
}
