using Npgsql;
using static Rostering.Core.Tests.Finance.LedgerStage;

namespace Rostering.Core.Tests.Finance;

/// <summary>For each constraint and trigger of the ledger, statements on <see cref="LedgerStage"/> that it alone refuses.</summary>
internal static class Probes
{
    /// <summary>The ledger's own role may write what it likes, so that its constraints alone stand in the way.</summary>
    public const string AsLedger = "set local role rostering_ledger;";

    private const string AsOwner = "reset role;";

    public static IReadOnlyDictionary<string, string> ByGuard { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["reference_check"] = "insert into ledger.entry select (jsonb_populate_record(e, '{\"seq\":99,\"key\":\"a|b\"}')).* from ledger.entry e where fund_id = 2",
        ["day_check"] = "select 'infinity'::ledger.day",
        ["detail_check"] = "select '[]'::ledger.detail",
        ["account_floor"] = "update ledger.fund set balances[1] = -1 where id = 1",
        ["account_kind_side_check"] = "insert into ledger.account_kind values ('reserve', 'min', 'person', 2, false)",
        ["account_kind_pkey"] = "insert into ledger.account_kind values ('main', 'gbp', 'person', -1, true)",
        ["kind_rule_nature_check"] = "alter table ledger.kind_rule drop constraint kind_rule_pkey; insert into ledger.kind_rule select (jsonb_populate_record(r, '{\"nature\":\"hope\"}')).* from ledger.kind_rule r limit 1",
        ["kind_rule_pkey"] = "insert into ledger.kind_rule select * from ledger.kind_rule limit 1",
        ["fund_numbered"] = "insert into ledger.fund select (jsonb_populate_record(f, '{\"id\":-7}')).* from ledger.fund f where id = 2",
        ["fund_pkey"] = "insert into ledger.fund select * from ledger.fund where id = 1",
        ["closing_seq_check"] = "insert into ledger.closing values (1, '2026-06-30', -1, 'x')",
        ["closing_closed_by_check"] = "insert into ledger.closing values (1, '2026-06-30', 1, '')",
        ["closing_fund_id_fkey"] = "insert into ledger.closing values (77, '2026-06-30', 1, 'x')",
        ["closing_pkey"] = "insert into ledger.closing values (1, '2026-04-30', 1, 'x')",
        ["closing_balance_fund_id_through_fkey"] = "insert into ledger.closing_balance values (1, '2026-06-30', 'main', 'gbp', 1)",
        ["closing_balance_pkey"] = "insert into ledger.closing_balance select * from ledger.closing_balance limit 1",
        ["deficit_two_people"] = "insert into ledger.deficit values (1, 1, 1, 'x', 'a', 'a')",
        ["deficit_checked_by_check"] = "insert into ledger.deficit values (1, 1, 1, 'x', 'a', '')",
        ["deficit_made_by_check"] = "insert into ledger.deficit values (1, 1, 1, 'x', '', 'a')",
        ["deficit_reason_check"] = "insert into ledger.deficit values (1, 1, 1, '', 'a', 'b')",
        ["deficit_pence_check"] = "insert into ledger.deficit values (1, 1, -1, 'x', 'a', 'b')",
        ["deficit_number_check"] = "insert into ledger.deficit values (1, 0, 1, 'x', 'a', 'b')",
        ["deficit_fund_id_fkey"] = "insert into ledger.deficit values (77, 1, 1, 'x', 'a', 'b')",
        ["deficit_pkey"] = "insert into ledger.deficit values (2, 1, 1, 'x', 'a', 'b')",
        ["entry_pkey"] = "insert into ledger.entry select (jsonb_populate_record(e, '{\"key\":\"another\"}')).* from ledger.entry e where fund_id = 2",
        ["entry_key"] = "insert into ledger.entry select (jsonb_populate_record(e, '{\"seq\":99}')).* from ledger.entry e where fund_id = 2",
        ["entry_holds"] = AsOwner + " set local role rostering_app; " + Post(1, "commit", "main 2, committed -1"),
        ["link_role_check"] = "insert into ledger.link values (1, 1, 'likes', 1, 2)",
        ["link_fund_id_seq_fkey"] = "insert into ledger.link values (1, 77, 'twin', 1, 2)",
        ["link_by_fund_by_seq_fkey"] = "insert into ledger.link values (1, 1, 'twin', 1, 77)",
        ["link_pkey"] = "insert into ledger.link select * from ledger.link limit 1",
        ["remittance_reference_check"] = "insert into ledger.remittance (payer, reference, received_on, pence, recorded_by) values ('x', '', '2026-05-01', 1, 'x')",
        ["remittance_payer_check"] = "insert into ledger.remittance (payer, reference, received_on, pence, recorded_by) values ('', 'x', '2026-05-01', 1, 'x')",
        ["remittance_recorded_by_check"] = "insert into ledger.remittance (payer, reference, received_on, pence, recorded_by) values ('x', 'x', '2026-05-01', 1, '')",
        ["remittance_pence_check"] = "insert into ledger.remittance (payer, reference, received_on, pence, recorded_by) values ('x', 'x', '2026-05-01', 0, 'x')",
        ["remittance_payer_reference_key"] = "insert into ledger.remittance (payer, reference, received_on, pence, recorded_by) values ('council', 'r-1', '2026-05-01', 1, 'x')",
        ["remittance_allocated"] = "update ledger.remittance set allocated = pence + 1 where id = 1",
        ["remittance_pkey"] = "insert into ledger.remittance (id, payer, reference, received_on, pence, recorded_by) overriding system value values (1, 'x', 'x', '2026-05-01', 1, 'x')",
        ["terms_content_check"] = "insert into ledger.terms values (1, 9, '2026-05-01', '[]', false, false, 'x', 'x')",
        ["terms_recorded_by_check"] = "insert into ledger.terms values (1, 9, '2026-05-01', '{}', false, false, 'x', '')",
        ["terms_reason_check"] = "insert into ledger.terms values (1, 9, '2026-05-01', '{}', false, false, '', 'x')",
        ["terms_version_check"] = "insert into ledger.terms values (1, 0, '2026-05-01', '{}', false, false, 'x', 'x')",
        ["terms_fund_id_fkey"] = "insert into ledger.terms values (77, 1, '2026-05-01', '{}', false, false, 'x', 'x')",
        ["terms_pkey"] = "insert into ledger.terms values (1, 1, '2026-05-01', '{}', false, false, 'x', 'x')",
        ["tranche_left"] = "update ledger.tranche set pence = -1",
        ["tranche_fund_id_seq_fkey"] = "insert into ledger.tranche values (1, 77, 1, 1)",
        ["tranche_pkey"] = "insert into ledger.tranche select * from ledger.tranche",
        ["entry_by_post"] = AsOwner + " insert into ledger.entry select (jsonb_populate_record(e, '{\"seq\":99,\"key\":\"x\"}')).* from ledger.entry e where fund_id = 2",
        ["fund_by_post"] = AsOwner + " update ledger.fund set seq = seq + 1 where id = 2",
        ["fund_chained"] = Forged("fund", "insert into ledger.fund select (jsonb_populate_record(f, '{\"id\":7,\"hash\":\"\\\\x00\"}')).* from ledger.fund f where id = 2"),
        ["terms_chained"] = Forged("terms", "insert into ledger.terms values (1, 9, '2026-05-01', '{}', false, false, 'x', 'x', now(), '\\x00')"),
        ["deficit_chained"] = Forged("deficit", "insert into ledger.deficit values (1, 1, 1, 'x', 'a', 'b', now(), '\\x00')"),
        ["closing_chained"] = Forged("closing", "insert into ledger.closing values (1, '2026-06-30', 1, 'x', now(), '\\x00')"),
        ["remittance_chained"] = Forged("remittance",
            "insert into ledger.remittance (payer, reference, received_on, pence, recorded_by, hash) values ('x', 'x', '2026-05-01', 1, 'x', '\\x00')"),
        ["entry_append_only"] = AsOwner + " update ledger.entry set evidence = 'other' where fund_id = 2",
        ["link_append_only"] = AsOwner + " delete from ledger.link",
        ["terms_append_only"] = AsOwner + " update ledger.terms set charge_agreed = true",
        ["closing_append_only"] = AsOwner + " update ledger.closing set closed_by = 'other'",
        ["closing_balance_append_only"] = AsOwner + " update ledger.closing_balance set balance = 0",
        ["deficit_append_only"] = AsOwner + " update ledger.deficit set pence = 1000000",
        ["account_kind_append_only"] = AsOwner + " update ledger.account_kind set floored = false",
        ["kind_rule_append_only"] = AsOwner + " update ledger.kind_rule set two_people = false",
        ["fund_stays"] = AsOwner + " delete from ledger.fund where id = 4",
        ["remittance_stays"] = AsOwner + " delete from ledger.remittance",
        ["tranche_stays"] = AsOwner + " delete from ledger.tranche",
        ["entry_no_truncate"] = AsOwner + " truncate ledger.entry cascade",
        ["link_no_truncate"] = AsOwner + " truncate ledger.link",
        ["terms_no_truncate"] = AsOwner + " truncate ledger.terms",
        ["closing_no_truncate"] = AsOwner + " truncate ledger.closing cascade",
        ["closing_balance_no_truncate"] = AsOwner + " truncate ledger.closing_balance",
        ["deficit_no_truncate"] = AsOwner + " truncate ledger.deficit",
        ["account_kind_no_truncate"] = AsOwner + " truncate ledger.account_kind",
        ["kind_rule_no_truncate"] = AsOwner + " truncate ledger.kind_rule",
        ["fund_no_truncate"] = AsOwner + " truncate ledger.fund cascade",
        ["remittance_no_truncate"] = AsOwner + " drop table remittance_holder; truncate ledger.remittance",
        ["tranche_no_truncate"] = AsOwner + " truncate ledger.tranche",
    };

    /// <summary>A row that brings a hash of its own does not keep it.</summary>
    private static string Forged(string table, string insert) =>
        $"{insert}; do $$ begin if not exists (select from ledger.{table} where hash = '\\x00') then raise '{table}_chained made the hash'; end if; end $$";

    /// <summary>A trigger's refusal names no constraint: its message tells the table, and its code or context which trigger it was.</summary>
    public static string TriggerBehind(PostgresException e)
    {
        if (e.MessageText.Split(' ')[0].Split('.') is not ["ledger", var table])
            return e.SqlState.StartsWith("LR", StringComparison.Ordinal) ? "entry_holds" : e.MessageText;
        return e.SqlState == "LR010" ? $"{table}_by_post" : $"{table}_append_only {table}_stays {table}_no_truncate";
    }
}
