using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Finance;
using Rostering.Core.Finance.FundActs;
using Rostering.Core.Funds;
using Rostering.Ledger;
using Rostering.Testing;
using static Rostering.Core.Finance.FundActs.FundActFields;

namespace Rostering.Core.Tests.Finance;

/// <summary>A database of two providers that one council pays: Ann and Bob do the finance of one, Eve of the other.</summary>
internal sealed class FundActStage : IAsyncDisposable
{
    public static readonly Instant Now = Instant.FromUtc(2026, 5, 4, 9, 0);

    private static readonly LocalDate April = new(2026, 4, 6);

    private int evidence;

    public required RotaDatabase Database { get; init; }
    public required FundBooks Books { get; init; }
    public required LedgerConnections Ledger { get; init; }
    public required Actor Ann { get; init; }
    public required Actor Bob { get; init; }
    public required Actor Eve { get; init; }

    public static async Task<FundActStage> OpenAsync()
    {
        var database = await RotaDatabase.CreateAsync();
        return new FundActStage
        {
            Database = database,
            Books = await FundBooks.OpenAsync(database),
            Ledger = new LedgerConnections(database.ConnectionString),
            Ann = await FinanceAsync(database, "Ann Finance", "Oakwood Test"),
            Bob = await FinanceAsync(database, "Bob Finance", "Oakwood Test"),
            Eve = await FinanceAsync(database, "Eve Finance", "Elsewhere"),
        };
    }

    public async Task<string> ArriveAsync(string payer, string reference, long pence, Actor? by = null) => $"{LedgerDatabase.Made(
        await new ReceiveRemittance(Ledger).HandleAsync(new(payer, reference, April, new Money(pence)), new Act(by ?? Ann, Now, "test"), CancellationToken.None))}";

    public Task<RecordFundAct.Result> RecordAsync(int fund, FundActKind kind, params (string Name, string Value)[] fields)
    {
        Dictionary<string, string> all = new(StringComparer.Ordinal) { [On] = "2026-05-04", [Evidence] = $"paper-{++evidence}" };
        foreach (var (name, value) in fields)
            all[name] = value;
        return new RecordFundAct(Ledger).HandleAsync(new(fund, kind, all), new Act(Ann, Now, "test"), CancellationToken.None);
    }

    public async Task<int> DoneAsync(int fund, FundActKind kind, params (string Name, string Value)[] fields)
    {
        var result = await RecordAsync(fund, kind, fields);
        Assert.That(result, Is.InstanceOf<RecordFundAct.Result.Done>(), $"{kind}");
        return ((RecordFundAct.Result.Done)result).Number;
    }

    /// <summary>What Ann records and Bob checks.</summary>
    public async Task CheckedAsync(int fund, FundActKind kind, params (string Name, string Value)[] fields)
    {
        var result = await RecordAsync(fund, kind, fields);
        Assert.That(result, Is.InstanceOf<RecordFundAct.Result.Waits>(), $"{kind}");
        Assert.That(await AnswerAsync(Bob, ((RecordFundAct.Result.Waits)result).Asked), Is.Null, $"{kind}");
    }

    public Task<string?> AnswerAsync(Actor by, long asked, string? turnedDownFor = null) =>
        new AnswerFundAct(Ledger).HandleAsync(new(asked, turnedDownFor), new Act(by, Now, "test"), CancellationToken.None);

    public async Task<object?> HeldAsync(int fund, string account, string unit = "gbp") =>
        await Database.AskAsync($"select side * balance from ledger.account_balance where fund_id = {fund} and account = '{account}' and unit = '{unit}'");

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await Books.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static async Task<Actor> FinanceAsync(RotaDatabase database, string name, string provider) =>
        (await Accounts.OpenAsync(database, new Someone(Role.Finance) { Name = name, Provider = provider })).Actor();
}
