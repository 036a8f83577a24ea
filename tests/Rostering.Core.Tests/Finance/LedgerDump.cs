using Rostering.Testing;

namespace Rostering.Core.Tests.Finance;

/// <summary>All that the ledger has recorded, as one text.</summary>
internal static class LedgerDump
{
    private static readonly string[] Tables =
        ["fund", "terms", "remittance", "entry", "link", "tranche", "closing", "closing_balance", "deficit", "account_kind", "kind_rule"];

    public static async Task<string> TakeAsync(LedgerDatabase database) =>
        (string)(await database.AskAsync($"select concat_ws(e'\\n', {string.Join(", ", Tables.Select(table => $"(select string_agg(t::text, e'\\n' order by t::text) from ledger.{table} t)"))})"))!;
}
