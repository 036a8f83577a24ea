using System.Text;
using NodaTime;
using Npgsql;
using Rostering.Core.Finance.Statements;
using Rostering.Core.Funds;
using Rostering.Ledger.Terms;

namespace Rostering.Core.Tests.Statements;

public sealed class IssueStatementTests
{
    private static readonly LocalDate August = new(2026, 8, 10);
    private static readonly LocalDate September = new(2026, 9, 10);
    private static readonly FundTerms Monthly = new() { SurplusCap = new(4, 12), Statement = new() { Frequency = StatementFrequency.Monthly } };

    private StatementDatabase database;

    [SetUp]
    public async Task SetUp()
    {
        database = await StatementDatabase.CreateAsync();
        await database.OpenAsync(1, Monthly);
    }

    [TearDown]
    public async Task TearDown() => await database.DisposeAsync();

    [Test]
    public async Task Render_EntriesNamesAndTermsChangedSince_GivesTheSameBytes()
    {
        await database.DeliverAsync(1, "2026-09-03", 2_080);
        await database.IssuedAsync(1, September);
        var before = await AllFormsAsync();

        await database.DeliverAsync(1, "2026-09-04", 9_999);
        await database.RunAsync("update fund_holder set name = 'Ada Clarke', pictures = false; update council set name = 'Another', contact = 'elsewhere'");
        await database.RunAsync("select ledger.record_terms(1, '2026-02-01', '{}', false, false, 'later', 'u1')");

        Assert.That(await AllFormsAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Issue_DrawThatAnAccountApproved_ShowsTheNameOfThatDay()
    {
        await database.RunAsync(
            """
            insert into access.user_account (provider_id, name, sign_in_name, roles, teams, person_ids, security_stamp, second_step, recovery_codes, failed_attempts)
            select id, 'Priya Nair', 'priya', '{Finance}', '{}', '{}', 'stamp', false, '{}', 0 from provider;
            select ledger.post(1, 'draw', 'draw', '2026-09-03', 'e', 'lead-1', 'u' || (select id from access.user_account), '{"reason": "person ill", "record": "absence-1"}',
              '{contingency,support_earned}', '{gbp,gbp}', '{2080,-2080}')
            """);
        await database.IssuedAsync(1, September);
        await database.RunAsync("update access.user_account set name = 'Priya Shah'");

        var statement = Encoding.UTF8.GetString(await database.RenderAsync(1, 1, StatementEdition.Standard, StatementForm.Html));
        await using var context = database.Open();
        var entry = await new ReadEntry(context).HandleAsync(fund: 1, seq: 2, CancellationToken.None);

        Assert.That(statement, Does.Contain("Priya Nair").And.Not.Contain("Priya Shah"));
        Assert.That((entry!.MadeBy, entry.CheckedBy), Is.EqualTo(("lead-1", "Priya Shah")));
    }

    [Test]
    public async Task Issue_AskedTwice_GivesTheSameStatement()
    {
        var first = await database.IssuedAsync(1, September);
        await database.DeliverAsync(1, "2026-09-04", 2_080);

        var second = await database.IssuedAsync(1, new(2026, 9, 30));

        Assert.That((second.Header.Number, second.Seal, second.StandardHash), Is.EqualTo((first.Header.Number, first.Seal, first.StandardHash)));
        Assert.That(await database.AskAsync<long>("select count(*) from statement"), Is.EqualTo(1));
    }

    [Test]
    public async Task Issue_Once_LeavesWhoWhenAndWhyInTheTrailOnce()
    {
        await database.IssuedAsync(1, September);
        await database.IssuedAsync(1, September);

        Assert.That(await database.AskAsync<string>("select string_agg(by_name || ', ' || why || ', ' || at::date || ', ' || subject || ', ' || (provider_id = (select id from provider)), ';') from audit_entry where what = 'finance.issue-statement'"),
            Is.EqualTo("finance, month's end, 2026-10-11, fund/1, true"));
    }

    [Test]
    public async Task Issue_AskedByManyAtOnce_IssuesOne()
    {
        var issued = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => database.IssuedAsync(1, September)));

        Assert.That(issued.Select(statement => statement.Header.Number), Has.All.EqualTo(1));
        Assert.That(await database.AskAsync<long>("select count(*) from audit_entry where what = 'finance.issue-statement'"), Is.EqualTo(1));
        Assert.That(await database.AskAsync<long>("select count(*) from statement"), Is.EqualTo(1));
    }

    [Test]
    public async Task Issue_NextPeriod_TakesTheNextNumberAndAdjustsForWhatCameLate()
    {
        await database.DeliverAsync(1, "2026-08-03", 2_080);
        var august = await database.IssuedAsync(1, August);
        await database.DeliverAsync(1, "2026-08-20", 1_500);

        var september = await database.IssuedAsync(1, September);

        Assert.That((august.Header.Number, september.Header.Number, september.Header.PreviousSeq), Is.EqualTo((1, 2, (int?)august.Seal.Seq)));
        Assert.That(Encoding.UTF8.GetString(await database.RenderAsync(1, 2, StatementEdition.Standard, StatementForm.Html)), Does.Contain("What earlier statements did not know"));
    }

    [Test]
    public async Task Issue_PeriodThatIsNotOver_IsRefused() =>
        Assert.That(await database.IssueAsync(1, StatementDatabase.Today), Is.TypeOf<IssueStatement.Result.Refused>());

    [Test]
    public async Task Issue_PeriodBeforeTheLastStatement_IsRefused()
    {
        await database.IssuedAsync(1, September);

        Assert.That(await database.IssueAsync(1, August), Is.TypeOf<IssueStatement.Result.Refused>());
    }

    [Test]
    public async Task Issue_NoSuchFundOrNoTerms_IsRefused()
    {
        Assert.That(await database.IssueAsync(99, September), Is.TypeOf<IssueStatement.Result.Refused>());
        Assert.That(await database.IssueAsync(1, new(2025, 6, 1)), Is.TypeOf<IssueStatement.Result.Refused>());
    }

    [TestCase("update statement set number = 2")]
    [TestCase("delete from statement")]
    [TestCase("truncate statement")]
    [TestCase("insert into statement select fund_id, 3, '2026-10-01', '2026-10-02', basis, issued_on, due_on, ledger_seq, ledger_hash, header, standard_hash from statement")]
    [TestCase("insert into statement select fund_id, 2, '2026-10-01', '2026-10-02', basis, issued_on, due_on, ledger_seq, sha256('x'), header, standard_hash from statement")]
    [TestCase("insert into statement select fund_id, 2, '2026-09-30', '2026-10-02', basis, issued_on, due_on, ledger_seq, ledger_hash, header, standard_hash from statement")]
    public async Task Statement_ChangedOrOutOfLine_IsRefusedByTheDatabase(string statement)
    {
        await database.IssuedAsync(1, September);

        Assert.That(async () => await database.RunAsOwnerAsync(statement), Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo(PostgresErrorCodes.RestrictViolation));
    }

    [TestCase("update statement set number = 2")]
    [TestCase("delete from statement")]
    [TestCase("truncate statement")]
    public void Statement_ChangedByTheApplication_IsNotAllowed(string statement) =>
        Assert.That(async () => await database.RunAsync(statement), Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo(PostgresErrorCodes.InsufficientPrivilege));

    [Test]
    public async Task Total_OfAStatement_IsTheLedgersOnTheDay()
    {
        await database.DeliverAsync(1, "2026-09-03", 2_080);
        await database.DeliverAsync(1, "2026-10-03", 4_000);
        await database.IssuedAsync(1, September);

        var total = await database.AskAsync<decimal>(
            "select -sum(amount) from ledger.posting where fund_id = 1 and unit = 'gbp' and effective_on <= '2026-09-30' and account in ('main', 'contingency', 'bank', 'owed', 'committed', 'overspend')");

        Assert.That(Encoding.UTF8.GetString(await database.RenderAsync(1, 1, StatementEdition.Standard, StatementForm.Html)),
            Does.Contain($"Closing balance, 30 Sep 2026</th><td class=\"number\">{new Ledger.Money((long)total)}"));
    }

    [Test]
    public async Task Verify_UntouchedLedger_FindsNothing()
    {
        await database.DeliverAsync(1, "2026-09-03", 2_080);
        await database.IssuedAsync(1, September);

        var result = await database.VerifyAsync();

        Assert.That((result.Checked, result.Faults.Count), Is.EqualTo((1, 0)));
    }

    [TestCase("update ledger.entry set amounts[1] = amounts[1] + 1 where seq = 2", "no longer makes")]
    [TestCase("update ledger.entry set hash = sha256('x') where seq = 2", "sealed with")]
    public async Task Verify_LedgerTamperedWith_NamesTheStatement(string tampering, string message)
    {
        await database.DeliverAsync(1, "2026-09-03", 2_080);
        await database.IssuedAsync(1, September);

        await database.RunAsOwnerAsync($"set session_replication_role = replica; {tampering}");

        Assert.That((await database.VerifyAsync()).Faults.Single().Message, Does.Contain(message));
    }

    private async Task<List<byte[]>> AllFormsAsync()
    {
        var files = new List<byte[]>();
        foreach (var edition in Enum.GetValues<StatementEdition>())
        {
            foreach (var form in Enum.GetValues<StatementForm>())
                files.Add(await database.RenderAsync(1, 1, edition, form));
        }

        return files;
    }
}
