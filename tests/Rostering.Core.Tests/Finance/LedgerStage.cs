using Rostering.Testing;

namespace Rostering.Core.Tests.Finance;

/// <summary>
/// A ledger in which something of everything has happened, for attacks on it. Fund 1 has money, a commitment (2), a released
/// one (4 of 3), a tranche (5), a receipt (7), a gift (9) and a closed April; fund 2 a deficit agreed; fund 3 is closed; fund
/// 4 has no terms; -1 is an organisation with a gift given (2) and one not yet taken (3).
/// </summary>
internal static class LedgerStage
{
    private const string Details =
        """
        {"from":"2026-04-06","to":"2027-04-05","reason":"emergency","noticeOn":"2026-04-06","record":"absence-1","sheet":"sheet-1","visit":"visit-1",
         "purpose":"holiday","agreedBy":"person-1","reinstateOn":"2026-09-01","what":"item-1","outcome":"outcome-1","saving":"saving-1","invoice":"invoice-1"}
        """;

    public static Task<LedgerDatabase> CreateAsync() => LedgerDatabase.CreateAsync(SetAsync);

    /// <summary>A call of ledger.post; lines such as 'main 100, committed -100, main/min 30'.</summary>
    public static string Post(int fund, string kind, string lines, string more = "", string key = "attack", string on = "2026-05-10", string checkedBy = "worker-2", string? detail = null)
    {
        var parts = lines.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToList();
        var accounts = string.Join(',', parts.Select(part => part[0].Split('/')[0]));
        var units = string.Join(',', parts.Select(part => part[0].EndsWith("/min", StringComparison.Ordinal) ? "min" : "gbp"));
        var amounts = string.Join(',', parts.Select(part => part[1]));
        return $"select seq from ledger.post({fund}, '{kind}', '{key}', '{on}', 'evidence-1', 'worker-1', '{checkedBy}', '{detail ?? Details}', "
            + $"'{{{accounts}}}', '{{{units}}}', '{{{amounts}}}'{(more.Length == 0 ? "" : ", ")}{more});";
    }

    private static async Task SetAsync(string connectionString)
    {
        await LedgerDatabase.MigrateAsync(connectionString);
        await LedgerDatabase.AskAsync(connectionString, string.Concat(
            """
            set role rostering_app;
            select ledger.open_fund(id, 'person', '2026-04-06') from unnest(array[1, 2, 3, 4]) as id;
            select ledger.open_fund(-1, 'organisation', '2026-04-06');
            select ledger.record_terms(id, '2026-04-06', '{}', false, false, 'as agreed', 'worker-1') from unnest(array[1, 2, 3]) as id;
            select ledger.close_fund(3, '2026-04-07');
            select ledger.agree_deficit(2, 100, 'as agreed', 'worker-1', 'worker-2');
            select ledger.record_remittance('council', 'r-1', '2026-04-20', 50000, 'worker-1'), ledger.record_remittance('sponsor', 'r-2', '2026-04-20', 20000, 'worker-1');
            """,
            Post(1, "award", "awarded 100000, main -90000, contingency -10000, awarded/min 6000, main/min -6000", key: "1", on: "2026-04-10"),
            Post(1, "commit", "main 1000, committed -1000, main/min 60, committed/min -60", key: "2", on: "2026-04-10"),
            Post(1, "commit", "main 500, committed -500", key: "3", on: "2026-04-10"),
            Post(1, "release", "committed 500, main -500", "p_resolves => 3", key: "4", on: "2026-04-10"),
            Post(1, "bank", "main 2000, bank -2000, main/min 120, bank/min -120", key: "5", on: "2026-04-10"),
            Post(1, "invoice", "council_receivable 50000, awarded -50000", key: "6", on: "2026-04-10"),
            Post(1, "receipt", "cash 30000, council_receivable -30000", "p_remittance => 1", key: "7", on: "2026-04-10"),
            Post(1, "deliver", "main 2000, support_earned -2000", key: "8", on: "2026-04-10"),
            Post(-1, "endow", "cash 10000, reserve -10000", "p_remittance => 2", key: "1"),
            Post(-1, "give", "reserve 300, cash -300", key: "2"),
            Post(1, "gift", "cash 300, main -300", "p_twin_fund => -1, p_twin_seq => 2", key: "9", on: "2026-04-10"),
            Post(-1, "give", "reserve 400, cash -400", key: "3"),
            Post(2, "award", "awarded 50000, main -50000", key: "1"),
            "select ledger.close_period(1, '2026-04-30', 'worker-1')"));
    }
}
