using NodaTime;
using Npgsql;
using Rostering.Testing;

namespace Rostering.Core.Tests.Cover;

/// <summary>The database ends the connection of the job that moves offers on in the middle of one: all of it is done again, once.</summary>
[CancelAfter(300_000)]
public sealed class MoveOffersCutTests
{
    private const string Waiters = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    private static readonly Instant Later = LiveStage.Morning + Duration.FromMinutes(11);

    // Whoever holds the table stops the move at that point of its transaction: at the queue itself, at the record of asks, and at the message.
    [TestCase("offer")]
    [TestCase("ask_record")]
    [TestCase("message")]
    public async Task Cut_ConnectionInMidMove_IsTriedAgainAsAWholeAndMovesOnce(string stopsAt)
    {
        await using var database = await RotaDatabase.CreateAsync();
        await using var stage = await StageAsync(database);
        Task<int> moving;
        await using (var holder = await HoldAsync(database, stopsAt))
        {
            moving = Task.Run(() => stage.MoveOnAsync(Later));
            await UntilWaitingAsync(holder, () => moving.IsCompleted);
            await RunAsync(holder, "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
        }

        Assert.That(await moving, Is.EqualTo(1));
        await AssertMovedOnceAsync(stage);
    }

    private static async Task<LiveStage> StageAsync(RotaDatabase database)
    {
        var stage = await LiveStage.WithAnnAsync(database.ConnectionString);
        var gaps = await stage.IllAsync("ann");
        Assert.That(await stage.OfferAsync(gaps[0], "bob", "cat"), Is.Null);
        return stage;
    }

    private static async Task AssertMovedOnceAsync(LiveStage stage)
    {
        Assert.That(await stage.OffersAsync(), Is.EqualTo("bob:NoAnswer cat:Asked"));
        Assert.That(await stage.AsksAsync(), Is.EqualTo("bob:Asked bob:NoAnswer cat:Asked"));
        Assert.That((await stage.ToldReadersAsync())["cat"], Has.Exactly(1).StartsWith("Can you come"));
        await stage.AssertSoundAsync();
    }

    /// <summary>Keeps writers off a table until it is disposed, connection and all.</summary>
    private static async Task<NpgsqlConnection> HoldAsync(RotaDatabase database, string table)
    {
        NpgsqlConnection holder = new(new NpgsqlConnectionStringBuilder(database.OwnerConnectionString) { Pooling = false }.ConnectionString);
        await holder.OpenAsync();
        await RunAsync(holder, $"begin; lock table {table} in share row exclusive mode");
        return holder;
    }

    private static Task UntilWaitingAsync(NpgsqlConnection holder, Func<bool> isOver) => UntilAsync(async () =>
    {
        Assert.That(isOver(), Is.False, "The move was over before it was stopped.");
        return (long)(await RunAsync(holder, Waiters))! > 0;
    });

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
            await Task.Yield();
    }

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string statement)
    {
        await using NpgsqlCommand command = new(statement, connection);
        return await command.ExecuteScalarAsync();
    }
}
