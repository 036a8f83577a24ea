using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Rotas;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Core.Tests.Visits;

/// <summary>
/// A published week: on Monday ann supports pat in town from 7:00, is free from 9:00, supports sam on the hill from 9:30, and both of
/// them in town from 14:00, with bob; sam's visit on Tuesday has nobody, and a sleepover goes from Saturday into Sunday.
/// </summary>
internal sealed class OwnWeek : IAsyncDisposable
{
    public static readonly LocalDate Monday = TestWeek.Monday;

    private OwnWeek(RotaDatabase database, long provider, long week) => (Database, Provider, Week) = (database, provider, week);

    public RotaDatabase Database { get; }
    public long Provider { get; }
    public long Week { get; }

    public static RotaProblem Problem { get; } = new ProblemBuilder()
        .At("hill", 6_000, 0)
        .Worker("ann", worker => worker with { Contract = worker.Contract with { ContractedMinutes = 20 * 60 } })
        .Worker("bob")
        .Person("sam", home: "hill")
        .Visit("v1", "mon 07:00", minutes: 120)
        .Visit("v2", "mon 09:30", person: "sam")
        .Visit("v3", "mon 14:00", visit => visit with { Kind = VisitKind.GroupSession, Shares = [ProblemBuilder.Share("pat", 500, true), ProblemBuilder.Share("sam", 500, true)] }, workers: 2)
        .Visit("v4", "tue 10:00", person: "sam")
        .Visit("v5", "sat 22:00", visit => visit with { Kind = VisitKind.Sleepover }, minutes: 540)
        .Build();

    public static async Task<OwnWeek> PublishAsync()
    {
        var database = await RotaDatabase.CreateAsync();
        var rota = Solver.Tests.Builders.Rotas.Of(Problem, ("v1", "mon 07:00", "ann"), ("v2", "mon 09:30", "ann"), ("v3", "mon 14:00", "ann bob"), ("v5", "sat 22:00", "ann"));
        var week = await database.PublishAsync(Problem, rota, Instant.FromUtc(2026, 11, 12, 14, 0));
        return new OwnWeek(database, (long)(await database.AskAsync("select provider_id from week"))!, week);
    }

    public RosteringContext Open() => Database.Open();

    public async Task<string> ProviderNameAsync() => (string)(await Database.AskAsync("select name from provider"))!;

    /// <summary>Something that ann does at a time of the week, London's.</summary>
    public Act Ann(string at) => new(
        new Actor { UserId = 7, Name = "Ann", ProviderId = Provider, Roles = [Role.Worker], WorkerId = "ann" },
        LocalClock.Instant(TestWeek.At(at)), "test");

    public async Task SetAsync(string visit, VisitState state)
    {
        await using var context = Open();
        context.PublishedVisits.Single(row => row.Visit == visit).State = state;
        await context.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
