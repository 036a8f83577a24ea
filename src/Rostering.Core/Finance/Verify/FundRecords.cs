using System.Text;
using Rostering.Core.Finance.Rows;
using Rostering.Ledger;
using Rostering.Ledger.Verification;

namespace Rostering.Core.Finance.Verify;

/// <summary>Reads what the database keeps beside entries and postings: little, and all of it at once.</summary>
internal sealed class FundRecords(LedgerSnapshot snapshot, CancellationToken stop)
{
    private readonly SortedDictionary<int, FundRecord> funds = [];
    private readonly List<Finding> strays = [];

    /// <summary>Rows of funds that there are none of.</summary>
    public IReadOnlyList<Finding> Strays => strays;

    public async Task<IReadOnlyCollection<FundRecord>> ReadAsync(string where)
    {
        await ForEachAsync($"SELECT {ChainedTable.Fund.Columns}, locked_through, terms, terms_from, seq, head, recorded_at FROM ledger.fund ORDER BY id", AddFund);
        await ForEachAsync("SELECT f.id, b.balance FROM ledger.fund f, unnest(f.balances) WITH ORDINALITY AS b (balance, slot) ORDER BY f.id, b.slot", row =>
            funds[row.Int(0)].Balances.Add(row.LongOrNull(1)));
        await ForEachOfAFundAsync($"SELECT fund_id, seq, pence, minutes FROM ledger.tranche WHERE {where}", (fund, row) =>
            fund.Tranches.Add(new StoredTranche(row.Int(1), row.Long(2), row.Long(3))));
        await ForEachRowAsync(ChainedTable.Terms, $"ledger.terms WHERE {where} ORDER BY fund_id, version", (fund, row) => fund.TermsVersions.Add(row.Int(1), row.Int(2)));
        await ForEachRowAsync(ChainedTable.Deficit, $"ledger.deficit WHERE {where} ORDER BY fund_id, number", (fund, row) => fund.Deficits.Add(row.Int(1), row.Long(2)));
        await ForEachRowAsync(ChainedTable.Closing, $"ledger.closing WHERE {where} ORDER BY fund_id, through", (fund, row) =>
            fund.Closings.Add(new StoredClosing(row.Int(1), row.Int(2))));
        await ForEachOfAFundAsync($"SELECT fund_id, through, account, unit, balance FROM ledger.closing_balance WHERE {where}", AddClosingBalance);
        return funds.Values;
    }

    public async Task<IReadOnlyCollection<ChartAccount>> ReadChartAsync()
    {
        List<ChartAccount> chart = [];
        await ForEachAsync("SELECT holder, account, unit, side, floored, slot FROM ledger.account_kind", row =>
            chart.Add(new ChartAccount(IsPerson(row, 0), AccountOf(row, 1), UnitOf(row, 2), row.Short(3), row.Truth(4), row.Int(5))));
        return chart;
    }

    public async Task<IReadOnlyCollection<StoredKindRule>> ReadKindRulesAsync()
    {
        List<StoredKindRule> rules = [];
        await ForEachAsync(
            """
            SELECT kind::text, nature, two_people, plain, array_to_string(detail, ' '), array_to_string(pence_debited, ' '), array_to_string(pence_credited, ' '),
              array_to_string(minutes_debited, ' '), array_to_string(minutes_credited, ' ')
            FROM ledger.kind_rule
            """,
            row => rules.Add(new StoredKindRule(Text(row, 0), Text(row, 1), row.Truth(2), row.Truth(3), Text(row, 4), Text(row, 5), Text(row, 6), Text(row, 7), Text(row, 8))));
        return rules;
    }

    public async Task<IReadOnlyCollection<StoredRemittance>> ReadRemittancesAsync()
    {
        List<StoredRemittance> remittances = [];
        await ForEachAsync($"SELECT {ChainedTable.Remittance.Columns}, allocated FROM ledger.remittance ORDER BY id", row =>
            remittances.Add(new StoredRemittance(row.Long(0), row.Long(4), row.Long(8), ChainedTable.Remittance.Row(row))));
        return remittances;
    }

    public async Task<IReadOnlyCollection<StoredLink>> ReadTwinsAsync()
    {
        List<StoredLink> twins = [];
        using LinkRows rows = new(await snapshot.CopyAsync(LinkRows.Query("role = 'twin'"), stop));
        for (; rows.Fund != long.MaxValue; rows.Next())
            twins.Add(rows.Current());
        return twins;
    }

    private static bool IsPerson(CopyRows row, int field) => row.Text(field).SequenceEqual("person"u8);

    private static Account AccountOf(CopyRows row, int field) => Labels.Parse<Account>(row.Text(field));

    private static Unit UnitOf(CopyRows row, int field) => Labels.Parse<Unit>(row.Text(field));

    private static string Text(CopyRows row, int field) => Encoding.UTF8.GetString(row.Text(field));

    private void AddFund(CopyRows row) => funds.Add(row.Int(0), new FundRecord
    {
        Fund = row.Int(0),
        IsPerson = IsPerson(row, 1),
        OpenedOn = row.Int(2),
        ClosedOn = row.IntOrNull(3),
        Rows = { ChainedTable.Fund.Row(row) },
        LockedThrough = row.Int(5),
        Terms = row.IntOrNull(6),
        TermsFrom = row.IntOrNull(7),
        Seq = row.Int(8),
        Head = row.Text(9).ToArray(),
        RecordedAt = row.Time(10),
    });

    private void AddClosingBalance(FundRecord fund, CopyRows row)
    {
        var closing = fund.Closings.FirstOrDefault(closing => closing.Through == row.Int(1));
        if (closing is null)
            strays.Add(new Finding(fund.Fund, 0, "it has a balance of a period that was not closed"));
        else
            closing.Balances.Add((AccountOf(row, 2), UnitOf(row, 3)), row.Long(4));
    }

    private Task ForEachRowAsync(ChainedTable table, string source, Action<FundRecord, CopyRows> add) =>
        ForEachOfAFundAsync($"SELECT {table.Columns} FROM {source}", (fund, row) =>
        {
            fund.Rows.Add(table.Row(row));
            add(fund, row);
        });

    private Task ForEachOfAFundAsync(string query, Action<FundRecord, CopyRows> add) => ForEachAsync(query, row =>
    {
        if (funds.TryGetValue(row.Int(0), out var fund))
            add(fund, row);
        else
            strays.Add(new Finding(row.Int(0), 0, "there are records of the fund, but no fund"));
    });

    private async Task ForEachAsync(string query, Action<CopyRows> add)
    {
        using var rows = await snapshot.CopyAsync(query, stop);
        while (rows.Next())
            add(rows);
    }
}
