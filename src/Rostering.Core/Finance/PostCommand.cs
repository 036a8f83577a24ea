using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;
using Npgsql;
using NpgsqlTypes;
using Rostering.Ledger;

namespace Rostering.Core.Finance;

/// <summary>Journal entries of one fund as the arguments of <c>ledger.post_all</c>. The names of kinds, accounts and units are the database's.</summary>
internal static class PostCommand
{
    private const string Statement =
        "select seq, hash, overspent, replayed from ledger.post_all($1, array(select r from jsonb_populate_recordset(null::ledger.request, $2) as r))";

    private static readonly JsonSerializerOptions Names = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static NpgsqlBatchCommand Of(int fund, IEnumerable<JournalEntry> entries) => new(Statement)
    {
        Parameters =
        {
            new NpgsqlParameter<int> { TypedValue = fund },
            new() { NpgsqlDbType = NpgsqlDbType.Jsonb, Value = JsonSerializer.Serialize(entries.Select(RowOf), Names) },
        },
    };

    /// <summary>The account that the database calls so.</summary>
    public static Account AccountNamed(string name) => JsonSerializer.Deserialize<Account>($"\"{name}\"", Names);

    /// <summary>The unit that the database calls so.</summary>
    public static Unit UnitNamed(string name) => JsonSerializer.Deserialize<Unit>($"\"{name}\"", Names);

    private static Row RowOf(JournalEntry entry) => new(
        entry.Kind, entry.Key, LocalDatePattern.Iso.Format(entry.EffectiveOn), entry.Evidence, entry.MadeBy, entry.CheckedBy, entry.Detail,
        entry.Lines.Select(line => line.Account), entry.Lines.Select(line => line.Unit), entry.Lines.Select(line => line.Amount),
        entry.Resolves, entry.Reverses, entry.Tranche, entry.RelatesTo is { } day ? LocalDatePattern.Iso.Format(day) : null, entry.Remittance,
        entry.Twin?.Fund, entry.Twin?.Seq);

    /// <summary>The type <c>ledger.request</c>.</summary>
    private sealed record Row(
        EntryKind Kind, string Key, string EffectiveOn, string Evidence, string MadeBy, string? CheckedBy, IReadOnlyDictionary<string, string> Detail,
        IEnumerable<Account> Accounts, IEnumerable<Unit> Units, IEnumerable<long> Amounts,
        int? Resolves, int? Reverses, int? Tranche, string? RelatesTo, long? Remittance, int? TwinFund, int? TwinSeq);
}
