using FsCheck;
using FsCheck.Fluent;
using Npgsql;
using Rostering.Testing;
using static Rostering.Core.Tests.Finance.LedgerStage;

namespace Rostering.Core.Tests.Finance;

/// <summary>Nothing that the application can do to one person's fund, or to the organisation, moves value in another's.</summary>
public sealed class RingFenceTests
{
    /// <summary>All that fund 2 has, and all that may one day become its own.</summary>
    private const string Other =
        """
        select concat_ws(e'\n', (select f::text from ledger.fund f where id = 2), (select string_agg(e::text, ';' order by seq) from ledger.entry e where fund_id = 2),
          (select string_agg(p::text, ';' order by seq, line) from ledger.posting p where fund_id = 2), (select string_agg(l::text, ';') from ledger.link l where fund_id = 2),
          (select string_agg(t::text, ';') from ledger.tranche t where fund_id = 2))
        """;

    private static readonly string[] Kinds =
    [
        "award", "uplift", "cut", "contribution", "retain", "draw", "charge", "commit", "release", "expire", "deliver", "decline", "absence", "fail", "make_good", "bank",
        "use_bank", "unbank", "expire_bank", "purchase", "pay", "bonus", "gift", "invoice", "receipt", "refund", "write_off", "clawback", "withdraw", "settle_overspend",
        "close_out", "reversal", "endow", "give", "reserve_bonus",
    ];

    private static readonly string[] Accounts =
    [
        "cash", "awarded", "council_receivable", "contribution_receivable", "overspend", "write_off", "main", "contingency", "bank", "owed", "committed", "council_credit",
        "refund_due", "payable", "bonus_payable", "support_earned", "waiting_earned", "variance_earned", "charge_earned", "reserve", "main/min", "bank/min", "committed/min",
    ];

    private static readonly string[] References =
    [
        "", "", "", "p_resolves => 2", "p_resolves => 1", "p_reverses => 1", "p_reverses => 8", "p_tranche => 5", "p_remittance => 1", "p_remittance => 2",
        "p_twin_fund => -1, p_twin_seq => 3", "p_twin_fund => 2, p_twin_seq => 1", "p_remittance => 1, p_tranche => 5",
    ];

    private static readonly (string Kind, string Debit, string Credit, string Reference)[] Plausible =
    [
        ("award", "awarded", "main", ""), ("commit", "main", "committed", ""), ("deliver", "main", "support_earned", ""), ("retain", "main", "contingency", ""),
        ("bank", "main", "bank", ""), ("unbank", "bank", "main", "p_tranche => 5"), ("invoice", "council_receivable", "awarded", ""),
        ("receipt", "cash", "council_receivable", "p_remittance => 1"), ("withdraw", "support_earned", "cash", ""), ("give", "reserve", "cash", ""),
        ("gift", "cash", "main", "p_twin_fund => -1, p_twin_seq => 3"), ("endow", "cash", "reserve", "p_remittance => 2"),
    ];

    private LedgerDatabase database = null!;

    [OneTimeSetUp]
    public async Task CreateAsync() => database = await LedgerStage.CreateAsync();

    [OneTimeTearDown]
    public ValueTask DropAsync() => database.DisposeAsync();

    [Test]
    public async Task Post_AnythingToOthers_LeavesAFundAsItIs()
    {
        var before = await database.AskAsync(Other);
        var key = 0;
        var wild =
            from kind in Gen.Elements(Kinds)
            from debit in Gen.Elements(Accounts)
            from credit in Gen.Elements(Accounts)
            from reference in Gen.Elements(References)
            select (Kind: kind, Debit: debit, Credit: credit, Reference: reference);
        var calls =
            from fund in Gen.Elements(1, -1)
            from move in Gen.OneOf(Gen.Elements(Plausible), wild)
            from pence in Gen.Choose(-100, 500)
            from over in Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Choose(-5, 5)))
            select (fund, move.Kind, Lines: $"{move.Debit} {pence}, {move.Credit} {over - pence}", move.Reference);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(calls.ListOf(25).ToArbitrary(), sequence =>
        {
            foreach (var (fund, kind, lines, reference) in sequence)
                Attempt(Post(fund, kind, kind == "reversal" ? "" : lines, reference, key: $"random-{key++}"));
            return Equals(database.AskAsync(Other).GetAwaiter().GetResult(), before);
        }));

        Assert.That(await database.AskAsync("select count(*) from ledger.entry where key like 'random-%'"), Is.GreaterThan(20), "some of the calls were taken");
        Assert.That(await LedgerProof.FaultsAsync(database.OwnerConnectionString), Is.Empty);
    }

    [TestCase("insert into ledger.entry select (jsonb_populate_record(e, '{\"fund_id\":2,\"seq\":99}')).* from ledger.entry e where fund_id = 1")]
    [TestCase("update ledger.fund set balances = (select balances from ledger.fund where id = 1) where id = 2")]
    [TestCase("update ledger.tranche set pence = 0")]
    [TestCase("delete from ledger.entry")]
    [TestCase("truncate ledger.entry")]
    [TestCase("alter table ledger.entry disable trigger all")]
    [TestCase("drop trigger entry_holds on ledger.entry")]
    [TestCase("create table ledger.mine (id integer)")]
    [TestCase("create or replace function ledger.refuse(code text, reason text, facts jsonb) returns void language sql as ''")]
    [TestCase("select ledger.write(null)")]
    [TestCase("select ledger.follow(2, 1, null)")]
    [TestCase("set role rostering_ledger")]
    [TestCase("set session authorization rostering")]
    [TestCase("set session_replication_role = replica")]
    [TestCase("alter table ledger.entry owner to rostering_app")]
    [TestCase("select nextval(pg_get_serial_sequence('ledger.remittance', 'id'))")]
    [TestCase("create table public.mine (id integer)")]
    public async Task Application_SqlOfItsOwn_IsDenied(string statement)
    {
        var before = await LedgerDump.TakeAsync(database);

        Assert.That(() => database.AskAsApplicationAsync(statement), Throws.InstanceOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo("42501"));
        Assert.That(await LedgerDump.TakeAsync(database), Is.EqualTo(before));
    }

    [TestCase("create temp table fund as select * from ledger.fund; create temp table entry as select * from ledger.entry; create temp table account_kind as select * from ledger.account_kind;")]
    [TestCase("create temp table text (a integer); create temp table jsonb (a integer); set search_path = pg_temp, ledger, public;")]
    [TestCase("set datestyle = 'German'; set intervalstyle = 'iso_8601'; set extra_float_digits = -15; set bytea_output = 'escape';")]
    [TestCase("set constraints all immediate;")]
    public async Task Application_ASessionBentToItsWill_PostsAsEver(string bend)
    {
        await using var bent = await LedgerStage.CreateAsync();

        await bent.AskAsApplicationAsync($"begin; {bend} {Post(1, "commit", "main 5, committed -5", key: "bent")} commit");

        Assert.That(await bent.AskAsync("select count(*) from ledger.entry where key = 'bent'"), Is.EqualTo(1));
        Assert.That(await LedgerProof.FaultsAsync(bent.OwnerConnectionString), Is.Empty);
    }

    [Test]
    public async Task Functions_ThatActAsTheLedger_LookUpNamesInItAlone() =>
        Assert.That(
            await database.AskAsync(
                """
                select count(*) from pg_proc where pronamespace = 'ledger'::regnamespace and prosecdef
                  and not coalesce('search_path=ledger, pg_temp' = any (proconfig), false)
                """),
            Is.Zero);

    private void Attempt(string statement)
    {
        try
        {
            database.AskAsApplicationAsync(statement).GetAwaiter().GetResult();
        }
        catch (PostgresException)
        {
            // Refused, as most of them are.
        }
    }
}
