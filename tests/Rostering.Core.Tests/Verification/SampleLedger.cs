using Npgsql;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Testing;

namespace Rostering.Core.Tests.Verification;

/// <summary>A small ledger in which every kind of column that is verified holds something, posted by the application's role.</summary>
internal sealed class SampleLedger : IAsyncDisposable
{
    private const string Posts =
        """
        SET ROLE rostering_app;
        SELECT ledger.open_fund(-1, 'organisation', '2026-01-01');
        SELECT ledger.record_remittance('bank', 'opening', '2026-01-01', 50000, 'fin');
        SELECT ledger.post(-1, 'endow', 'endow', '2026-01-01', 'bank/1', 'fin', NULL, '{}', '{cash,reserve}', '{gbp,gbp}', '{50000,-50000}', p_remittance => 1);
        DO $$
        DECLARE f int; r bigint; give int; c int; b int; d int;
        BEGIN
          FOR f IN 1..3 LOOP
            PERFORM ledger.open_fund(f, 'person', '2026-01-01');
            PERFORM ledger.record_terms(f, '2026-01-01', '{"charge": 0}', true, true, 'start', 'fin');
            PERFORM ledger.post(f, 'award', 'award', '2026-01-01', 'award/1', 'fin', NULL, '{"from":"2026-01-01","to":"2026-12-31","note":"naïve £"}',
              '{awarded,awarded,main,main,contingency}', '{gbp,min,gbp,min,gbp}', '{100000,6000,-90000,-6000,-10000}');
            r := ledger.record_remittance('council', 'R' || f, '2026-01-20', 45000, 'fin');
            PERFORM ledger.post(f, 'invoice', 'invoice', '2026-01-15', 'invoice/1', 'fin', NULL, '{"invoice":"1"}', '{council_receivable,awarded}', '{gbp,gbp}', '{40000,-40000}');
            PERFORM ledger.post(f, 'receipt', 'receipt', '2026-01-20', 'remittance/1', 'fin', NULL, '{}', '{cash,council_receivable,council_credit}', '{gbp,gbp,gbp}', '{41000,-40000,-1000}', p_remittance => r);
            PERFORM ledger.post(f, 'refund', 'refund', '2026-01-21', 'remittance/1', 'fin', 'lead', '{"reason":"paid too much"}', '{council_credit,cash}', '{gbp,gbp}', '{1000,-1000}');
            FOR v IN 1..4 LOOP
              c := (ledger.post(f, 'commit', 'commit/' || v, '2026-01-22', 'visit/' || v, 'lead', NULL, jsonb_build_object('visit', v::text), '{main,main,committed,committed}', '{gbp,min,gbp,min}', '{2000,60,-2000,-60}')).seq;
              d := (ledger.post(f, 'deliver', 'deliver/' || v, '2026-01-22', 'visit/' || v, 'lead', NULL, jsonb_build_object('visit', v::text),
                '{committed,committed,main,support_earned,support_earned}', '{gbp,min,gbp,gbp,min}', '{2000,60,100,-2100,-60}', p_resolves => c)).seq;
            END LOOP;
            d := (ledger.post(f, 'reversal', 'reversal', '2026-01-23', 'visit/4', 'lead', 'fin', '{"reason":"wrong visit"}', NULL, NULL, NULL, p_reverses => d)).seq;
            PERFORM ledger.post(f, 'release', 'release', '2026-01-24', 'visit/4', 'lead', NULL, '{"reason":"called off"}', '{committed,committed,main,main}', '{gbp,min,gbp,min}', '{2000,60,-2000,-60}', p_resolves => d);
            PERFORM ledger.close_period(f, '2026-01-31', 'fin');
            PERFORM ledger.record_terms(f, '2026-02-01', '{"charge": 1}', true, true, 'new sheet', 'fin');
            PERFORM ledger.agree_deficit(f, 500, 'agreed', 'fin', 'lead');
            PERFORM ledger.agree_deficit(f, 700, 'agreed anew', 'fin', 'lead');
            b := (ledger.post(f, 'bank', 'bank', '2026-02-03', 'agreement/1', 'fin', NULL, '{"purpose":"holiday","agreedBy":"p","reinstateOn":"2026-04-01"}',
              '{main,main,bank,bank}', '{gbp,min,gbp,min}', '{4000,120,-4000,-120}')).seq;
            PERFORM ledger.post(f, 'use_bank', 'use', '2026-02-10', 'visit/9', 'fin', NULL, '{"visit":"9"}',
              '{bank,bank,main,support_earned,support_earned,variance_earned}', '{gbp,min,gbp,gbp,min,gbp}', '{2000,60,50,-2000,-60,-50}', p_tranche => b, p_relates_to => '2026-01-30');
            give := (ledger.post(-1, 'give', 'give/' || f, '2026-02-11', 'gift/' || f, 'fin', NULL, '{"reason":"help"}', '{reserve,cash}', '{gbp,gbp}', '{300,-300}')).seq;
            PERFORM ledger.post(f, 'gift', 'gift', '2026-02-11', 'gift/' || f, 'fin', NULL, '{"reason":"help"}', '{cash,main}', '{gbp,gbp}', '{300,-300}', p_twin_fund => -1, p_twin_seq => give);
            PERFORM ledger.post(f, 'purchase', 'purchase', '2026-02-12', 'purchase/1', 'fin', NULL, '{"what":"chair","outcome":"1","agreedBy":"p"}', '{main,payable}', '{gbp,gbp}', '{900,-900}');
            PERFORM ledger.post(f, 'pay', 'pay', '2026-02-13', 'purchase/1', 'fin', NULL, '{}', '{payable,cash}', '{gbp,gbp}', '{900,-900}');
            PERFORM ledger.post(f, 'withdraw', 'withdraw', '2026-02-14', 'period/1', 'fin', NULL, '{}', '{support_earned,cash}', '{gbp,gbp}', '{2100,-2100}');
            PERFORM ledger.post(f, 'commit', 'commit/march', '2026-03-02', 'visit/30', 'lead', NULL, '{"visit":"30"}', '{main,committed}', '{gbp,gbp}', '{10,-10}');
            PERFORM ledger.post(f, 'deliver', 'late', '2026-02-15', 'visit/20', 'lead', NULL, '{"visit":"20"}', '{main,support_earned}', '{gbp,gbp}', '{90000,-90000}', p_relates_to => '2026-01-29');
            PERFORM ledger.close_period(f, '2026-02-28', 'fin');
          END LOOP;
        END $$
        """;

    private readonly LedgerDatabase database;

    private SampleLedger(LedgerDatabase database) => this.database = database;

    public static async Task<SampleLedger> CreateAsync()
    {
        SampleLedger ledger = new(await LedgerDatabase.CreateAsync());
        await ledger.ExecuteAsync(Posts);
        return ledger;
    }

    /// <summary>Connects as the application.</summary>
    public string ConnectionString => database.ConnectionString;

    /// <summary>Connects as the owner, who may do anything.</summary>
    public string OwnerConnectionString => database.OwnerConnectionString;

    public async Task<object?> AskAsync(string statement)
    {
        await using NpgsqlConnection connection = new(OwnerConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(statement, connection);
        return await command.ExecuteScalarAsync();
    }

    public async Task<LedgerCheck> VerifyAsync(VerifyLedger.Request? request = null)
    {
        await using RosteringContext context = RosteringContext.On(ConnectionString);
        return await new VerifyLedger(context).HandleAsync(request ?? new VerifyLedger.Request(), CancellationToken.None);
    }

    /// <summary>Runs statements as the owner.</summary>
    public async Task ExecuteAsync(string statements)
    {
        await using NpgsqlConnection connection = new(OwnerConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new($"{statements}; RESET ROLE", connection);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
