using System.Text.Json;
using NodaTime;
using Rostering.Core.Finance;
using Rostering.Ledger;
using Rostering.Testing;

namespace Rostering.Core.Tests.Finance.Model;

/// <summary>Compares all that the ledger knows of the model's funds with what the model does.</summary>
internal static class ModelState
{
    /// <summary>Everything of one fund in a row; only what is not nought.</summary>
    private const string Fund =
        """
        select jsonb_build_object(
          'seq', f.seq, 'locked', f.locked_through, 'deficit', f.balances[41], 'head', upper(encode(f.head, 'hex')),
          'balances', (select coalesce(jsonb_object_agg(concat(replace(account::text, '_', ''), '/', unit), balance), '{}') from ledger.account_balance b where b.fund_id = f.id and balance <> 0),
          'tranches', (select coalesce(jsonb_object_agg(t.seq, concat(pence, '/', minutes)), '{}') from ledger.tranche t where t.fund_id = f.id),
          'closings', (select coalesce(jsonb_object_agg(c.through, c.seq), '{}') from ledger.closing c where c.fund_id = f.id),
          'standing', (select coalesce(jsonb_agg(distinct p.seq order by p.seq), '[]') from ledger.posting p
            where p.fund_id = f.id and p.account = 'committed' and p.amount < 0
              and not exists (select from ledger.link l where l.fund_id = f.id and l.seq = p.seq and l.role = 'resolves')))::text
        from ledger.fund f where id = <fund>
        """;

    public static async Task CompareAsync(LedgerDatabase database, ModelLedger model, Random random)
    {
        foreach (var fund in model.Funds.Values)
        {
            using var known = JsonDocument.Parse((string)(await database.AskAsync(Fund.Replace("<fund>", $"{fund.Id}", StringComparison.Ordinal)))!);
            using var expected = JsonSerializer.SerializeToDocument(Expected(fund));
            Assert.That(JsonElement.DeepEquals(known.RootElement, expected.RootElement), $"Fund {fund.Id} is{Environment.NewLine}{known.RootElement} and not{Environment.NewLine}{expected.RootElement}");

            var day = LedgerDatabase.Opening.PlusDays(random.Next(-1, Period.DaysBetween(LedgerDatabase.Opening, fund.LockedThrough) + 40));
            var balances = await new ReadBalances(database.Ledger).HandleAsync(fund.Id, day, recordedAt: null, CancellationToken.None);
            Assert.That(balances.Where(balance => balance.Value != 0), Is.EquivalentTo(Folded(fund, day)), $"Fund {fund.Id} through {day}.");
        }

        var allocated = await database.AskAsync(
            $"select jsonb_object_agg(id, allocated)::text from ledger.remittance where id in ({string.Join(',', model.Remittances.Keys)})");
        Assert.That(
            JsonSerializer.Deserialize<Dictionary<long, long>>((string)allocated!),
            Is.EquivalentTo(model.Remittances.Select(remittance => KeyValuePair.Create(remittance.Key, remittance.Value.Allocated))));
    }

    private static object Expected(ModelFund fund) => new
    {
        seq = fund.Entries.Count,
        locked = Iso(fund.LockedThrough),
        deficit = fund.Deficit,
        head = fund.Entries.Count == 0 ? new string('0', 64) : fund.Entries[^1].Hash,
        balances = fund.Balances.Where(balance => balance.Value != 0)
            .ToDictionary(balance => $"{balance.Key.Account}/{balance.Key.Unit}".ToLowerInvariant(), balance => balance.Value),
        tranches = fund.Tranches.ToDictionary(tranche => $"{tranche.Key}", tranche => $"{tranche.Value.Pence}/{tranche.Value.Minutes}"),
        closings = fund.Closings.ToDictionary(closing => Iso(closing.Key), closing => closing.Value),
        standing = fund.Standing,
    };

    private static Dictionary<(Account, Unit), long> Folded(ModelFund fund, LocalDate through) =>
        fund.Entries.Where(entry => entry.Asked.EffectiveOn <= through).SelectMany(entry => entry.Lines)
            .GroupBy(line => (line.Account, line.Unit), line => line.Amount)
            .Select(group => KeyValuePair.Create(group.Key, group.Sum()))
            .Where(balance => balance.Value != 0).ToDictionary();

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
