using System.Collections.Immutable;
using NodaTime;
using Npgsql;
using Rostering.Core.Finance;
using Rostering.Ledger;

namespace Rostering.Testing;

/// <summary>A database with the ledger in it, of one fixture's own, and what tests of the ledger do there.</summary>
public sealed class LedgerDatabase : IAsyncDisposable
{
    /// <summary>The day on which funds of tests open.</summary>
    public static readonly LocalDate Opening = new(2026, 4, 6);

    private readonly PostgresFixture postgres;
    private int keys;

    private LedgerDatabase(PostgresFixture postgres)
    {
        this.postgres = postgres;
        Ledger = new LedgerConnections(postgres.ConnectionString);
    }

    /// <summary>As the application.</summary>
    public LedgerConnections Ledger { get; }

    /// <summary>Connects as the application.</summary>
    public string ConnectionString => postgres.ConnectionString;

    /// <summary>Connects as the owner, who may do anything.</summary>
    public string OwnerConnectionString => postgres.OwnerConnectionString;

    public static Task<LedgerDatabase> CreateAsync() => CreateAsync(MigrateAsync);

    /// <summary>With what <paramref name="migrate"/>, a named method, puts into it.</summary>
    public static async Task<LedgerDatabase> CreateAsync(Func<string, Task> migrate) => new(await PostgresFixture.CreateAsync(migrate));

    public static Task MigrateAsync(string connectionString) => RotaDatabase.MigrateAsync(connectionString);

    /// <summary>Opens a fund with terms from its first day, and no money in it.</summary>
    public async Task OpenFundAsync(int fund, bool chargeAgreed = false, bool bonusAgreed = false)
    {
        Made(await new OpenFund(Ledger).HandleAsync(fund, Opening, CancellationToken.None));
        if (fund > 0)
            Made(await new RecordTerms(Ledger).HandleAsync(
                new RecordTerms.Request(fund, Opening, "{}", chargeAgreed, bonusAgreed, "as agreed", "worker-1"), CancellationToken.None));
    }

    /// <summary>Opens a fund and awards it money for the main balance.</summary>
    public async Task OpenFundAsync(int fund, Money award)
    {
        await OpenFundAsync(fund);
        await PostAsync(Entry(fund, EntryKind.Award, Line.Debit(Account.Awarded, award), Line.Credit(Account.Main, award)));
    }

    public async Task<long> RecordRemittanceAsync(string reference, Money amount) =>
        Made(await new RecordRemittance(Ledger).HandleAsync(
            new RecordRemittance.Request("council", reference, Opening, amount, "worker-1"), CancellationToken.None));

    /// <summary>An entry with a fresh key, and a word for everything that its kind has to say.</summary>
    public JournalEntry Entry(int fund, EntryKind kind, params ImmutableArray<Line> lines) => new()
    {
        Fund = fund,
        Kind = kind,
        Key = $"key-{Interlocked.Increment(ref keys)}",
        EffectiveOn = Opening,
        Evidence = "evidence-1",
        MadeBy = "worker-1",
        CheckedBy = "worker-2",
        Detail = Details,
        Lines = lines,
    };

    /// <summary>Posts what has to be taken.</summary>
    public async Task<PostEntries.Posted> PostAsync(JournalEntry entry) => Made(await TryPostAsync(entry))[0];

    public Task<Attempt<IReadOnlyList<PostEntries.Posted>>> TryPostAsync(params JournalEntry[] entries) =>
        new PostEntries(Ledger).HandleAsync(entries, CancellationToken.None);

    /// <summary>What is held or claimed on an account, in its own direction: 90 for a main balance of £0.90.</summary>
    public async Task<long> HeldAsync(int fund, Account account, Unit unit = Unit.Gbp) =>
        (long)(await AskAsync($"select coalesce(sum(side * balance), 0)::bigint from ledger.account_balance where fund_id = {fund} and account = '{Snake(account)}' and unit = '{Snake(unit)}'"))!;

    /// <summary>Runs a statement past the application, as the owner, and gives the first value of its first row.</summary>
    public Task<object?> AskAsync(string statement) => AskAsync(OwnerConnectionString, statement);

    /// <summary>Runs a statement as the application.</summary>
    public Task<object?> AskAsApplicationAsync(string statement) => AskAsync(ConnectionString, statement);

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await postgres.DisposeAsync();
    }

    public static T Made<T>(Attempt<T> attempt) => attempt switch
    {
        Attempt<T>.Made made => made.Value,
        Attempt<T>.Refused refused => throw new InvalidOperationException(refused.Refusal.ToString()),
        _ => throw new InvalidOperationException(),
    };

    private static ImmutableSortedDictionary<string, string> Details { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["from"] = "2026-04-06",
        ["to"] = "2027-04-05",
        ["reason"] = "emergency",
        ["noticeOn"] = "2026-04-06",
        ["record"] = "absence-1",
        ["sheet"] = "sheet-1",
        ["visit"] = "visit-1",
        ["purpose"] = "holiday",
        ["agreedBy"] = "person-1",
        ["reinstateOn"] = "2026-09-01",
        ["what"] = "item-1",
        ["outcome"] = "outcome-1",
        ["saving"] = "saving-1",
        ["invoice"] = "invoice-1",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static string Snake<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    public static async Task<object?> AskAsync(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }
}
