using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Records;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem;
using Rostering.Testing;

namespace Rostering.Core.Tests.Records;

/// <summary>A database with the records of the demonstration provider Oakwood, and someone who changes them.</summary>
internal sealed class RecordsStage : IAsyncDisposable
{
    public static readonly LocalDate Monday = DemonstrationWeek.UsualWeekStart;
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    private readonly RotaDatabase database;

    private RecordsStage(RotaDatabase database, long provider) => (this.database, Provider) = (database, provider);

    public long Provider { get; }
    public RotaDatabase Database => database;

    public static async Task<RecordsStage> CreateAsync()
    {
        RotaDatabase database = await RotaDatabase.CreateAsync();
        await using RosteringContext context = database.Open();
        DemonstrationWeek week = DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, seed: 1, Monday);
        return new RecordsStage(database, await new LoadDemonstrationRecords(context).HandleAsync(week, Now, CancellationToken.None));
    }

    public Task<SaveOutcome> SaveAsync(params RecordChange[] changes) => SaveAsync([], changes);

    /// <summary>Saves as somebody who is held to some teams.</summary>
    public async Task<SaveOutcome> SaveAsync(string[] teams, params RecordChange[] changes)
    {
        await using RosteringContext context = database.Open();
        Act act = new(new Actor { UserId = 7, Name = "Morag", ProviderId = Provider, Roles = [Role.ServiceManager], Teams = [.. teams] }, Now, "a test of it");
        return await new SaveRecords(context).HandleAsync(act, changes, CancellationToken.None);
    }

    public async Task<ProviderRecords> ReadAsync()
    {
        await using RosteringContext context = database.Open();
        return (await new ReadRecords(context).HandleAsync(Provider, CancellationToken.None))!;
    }

    public async Task<RecordVersion?> CurrentAsync(RecordKind kind, string id)
    {
        await using RosteringContext context = database.Open();
        return await new ReadRecords(context).CurrentAsync(Provider, kind, id, CancellationToken.None);
    }

    public async Task<int> SeenAsync(RecordKind kind, string id) => (await CurrentAsync(kind, id))?.Version ?? 0;

    public async Task<AssembleProblem.Result> AssembleAsync(LocalDate monday)
    {
        await using RosteringContext context = database.Open();
        return await new AssembleProblem(context).HandleAsync(Provider, monday, CancellationToken.None);
    }

    public async Task<RotaProblem> WeekAsync(LocalDate monday) => ((AssembleProblem.Result.Assembled)await AssembleAsync(monday)).Problem;

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
