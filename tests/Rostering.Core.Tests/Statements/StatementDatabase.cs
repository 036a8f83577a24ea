using NodaTime;
using Npgsql;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Finance.Statements;
using Rostering.Ledger.Terms;
using Rostering.Testing;

namespace Rostering.Core.Tests.Statements;

/// <summary>A database with funds in it, and what tests of statements do there.</summary>
internal sealed class StatementDatabase : IAsyncDisposable
{
    public static readonly LocalDate Today = new(2026, 10, 12);

    private readonly RotaDatabase database;
    private int keys;

    private StatementDatabase(RotaDatabase database) => this.database = database;

    public static async Task<StatementDatabase> CreateAsync()
    {
        var made = new StatementDatabase(await RotaDatabase.CreateAsync());
        await made.RunAsync("insert into provider (name) values ('Oakwood'); select ledger.open_fund(-1, 'organisation', '2026-01-01')");
        return made;
    }

    /// <summary>Opens a person's fund under a council's terms, with an award for the year from April.</summary>
    public async Task OpenAsync(int fund, FundTerms terms, string person = "Ada Byrne")
    {
        await RunAsync(
            $"""
            insert into council (provider_id, id, name, contact) values ((select min(id) from provider), 'council-{fund}', 'Council {fund}', 'Telephone 01234 567890');
            select ledger.open_fund({fund}, 'person', '2026-01-01');
            select ledger.record_terms({fund}, '2026-01-01', '{TermsJson.Write(terms)}', false, false, 'profile', 'u1');
            insert into fund_holder (fund_id, provider_id, organisation, person, name, council_id, purchase_order, funding_option, year_starts_on, pictures)
            values ({fund}, (select min(id) from provider), -1, 'p{fund}', '{person}', 'council-{fund}', 'PO-{fund}', 'Option 2', '2026-04-01', true)
            """);
        await PostAsync(fund, "award", "2026-04-01", """{"from": "2026-04-01", "to": "2027-03-31"}""", "awarded,main,contingency", 1_000_000, -900_000, -100_000);
    }

    /// <summary>A visit that was given and costs so many pence.</summary>
    public Task DeliverAsync(int fund, string day, long pence) =>
        PostAsync(fund, "deliver", day, $$"""{"visit": "v{{keys}}", "start": "{{day}}T09:00", "planned": "60", "delivered": "60", "role": "support worker"}""", "main,support_earned", pence, -pence);

    public Task PostAsync(int fund, string kind, string day, string detail, string accounts, params long[] pence) => RunAsync(
        $$"""
        select ledger.post({{fund}}, '{{kind}}', 'k{{++keys}}', '{{day}}', 'e', 'u1', null, '{{detail}}', '{ {{accounts}} }',
          array_fill('gbp'::ledger.unit, array[{{pence.Length}}]), '{ {{string.Join(',', pence)}} }')
        """);

    public async Task<IssueStatement.Result> IssueAsync(int fund, LocalDate day)
    {
        await using var context = Open();
        return await new IssueStatement(context).HandleAsync(new(fund, day), new Act(Actor.Nobody(0, "finance"), LocalClock.EndOf(Today.PlusDays(-1)), "month's end"), CancellationToken.None);
    }

    public async Task<IssuedStatement> IssuedAsync(int fund, LocalDate day) =>
        ((IssueStatement.Result.Issued)await IssueAsync(fund, day)).Statement;

    public async Task<byte[]> RenderAsync(int fund, int number, StatementEdition edition, StatementForm form)
    {
        await using var context = Open();
        return (await new RenderStatement(context).HandleAsync(new(fund, number, edition, form), CancellationToken.None))!.Content;
    }

    public async Task<VerifyStatements.Result> VerifyAsync()
    {
        await using var context = Open();
        return await new VerifyStatements(context).HandleAsync(fund: null, CancellationToken.None);
    }

    public RosteringContext Open() => database.Open();

    public async Task<T> AskAsync<T>(string statement) => (T)(await database.AskAsync(statement))!;

    /// <summary>Runs statements as the application.</summary>
    public Task RunAsync(string statements) => RunAsync(database.ConnectionString, statements);

    /// <summary>Runs statements as the owner, who may do anything.</summary>
    public Task RunAsOwnerAsync(string statements) => RunAsync(database.OwnerConnectionString, statements);

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static async Task RunAsync(string connectionString, string statements)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statements, connection);
        await command.ExecuteNonQueryAsync();
    }
}
