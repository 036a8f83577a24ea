using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Finance;
using Rostering.Core.Rotas;
using Rostering.Ledger;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Core.Tests.Rotas;

/// <summary>A week with a rota and a fund for Pat in a database, and what tests of planning do with them.</summary>
internal sealed class PlanStage : IAsyncDisposable
{
    /// <summary>The Thursday before the week.</summary>
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 12, 9, 30);

    private readonly IAsyncDisposable? owned;

    private PlanStage(string connectionString, IAsyncDisposable? owned)
    {
        ConnectionString = connectionString;
        this.owned = owned;
        Ledger = new LedgerConnections(connectionString);
    }

    public string ConnectionString { get; }
    public LedgerConnections Ledger { get; }
    public long Provider { get; private set; }
    public long Version { get; private set; }

    public static async Task<PlanStage> CreateAsync(RotaProblem problem, long award, params (string Visit, string Start, string Workers)[] rota)
    {
        RotaDatabase database = await RotaDatabase.CreateAsync();
        PlanStage stage = new(database.ConnectionString, database);
        await stage.FillAsync(problem, award, Solver.Tests.Builders.Rotas.Of(problem, rota));
        return stage;
    }

    /// <summary>On a server that somebody else keeps.</summary>
    public static async Task<PlanStage> CreateAsync(string connectionString, RotaProblem problem, long award, WeeklyRota rota)
    {
        PlanStage stage = new(connectionString, owned: null);
        await stage.FillAsync(problem, award, rota);
        return stage;
    }

    public RosteringContext Open() => RosteringContext.On(ConnectionString);

    public Act Act(string why = "test", Instant? at = null) => new(
        new Actor { UserId = 7, Name = "Mary Manager", ProviderId = Provider, Roles = [Role.ServiceManager] }, at ?? Now, why);

    public async Task<DraftState> DraftAsync(Instant? at = null)
    {
        await using RosteringContext database = Open();
        return (await new ReadDraft(database).HandleAsync(Provider, TestWeek.Monday, at ?? Now, CancellationToken.None))!;
    }

    public async Task<PublicationCheck> CheckAsync(Instant? at = null)
    {
        await using RosteringContext database = Open();
        return (await new CheckPublication(database).HandleAsync(TestWeek.Monday, Act(at: at), CancellationToken.None))!;
    }

    /// <summary>Publishes the draft as it is, gaps and all, answering for nothing.</summary>
    public async Task<PublishResult> PublishAsync(bool gapsAccepted = true, Instant? at = null)
    {
        DraftState draft = await DraftAsync(at);
        return await RequestAsync(new(TestWeek.Monday, draft.Version.Id, draft.Moves.Length, gapsAccepted, ImmutableDictionary<string, string>.Empty), at);
    }

    public Task<PublishResult> RequestAsync(PublishRota.Request request, Instant? at = null) =>
        new PublishRota(Ledger).HandleAsync(request, Act("publish the week", at), CancellationToken.None);

    public async Task<Attempt<Publication>?> RetractAsync(int number) =>
        await new RetractPublication(Ledger).HandleAsync(new(TestWeek.Monday, number), Act("a worker left"), CancellationToken.None);

    public Task<long> StoreAsync(RotaProblem problem, params (string Visit, string Start, string Workers)[] rota) =>
        StoreAsync(problem, Solver.Tests.Builders.Rotas.Of(problem, rota));

    /// <summary>Stores a further version of the week's rota, as a run of the solver does.</summary>
    public async Task<long> StoreAsync(RotaProblem problem, WeeklyRota rota)
    {
        await using RosteringContext database = Open();
        long id = await new RecordProblem(database).HandleAsync(problem, Now, CancellationToken.None);
        long week = await database.Problems.Where(p => p.Id == id).Select(p => p.WeekId).SingleAsync();
        SolveRun run = new() { ProblemId = id, Seconds = 1, Seed = 1, Threads = 1, State = SolveState.Done, RequestedAt = Now, FinishedAt = Now };
        database.SolveRuns.Add(run);
        await database.SaveChangesAsync();
        RotaScore score = RotaChecker.Check(problem, rota).Score;
        RotaVersion version = new()
        {
            WeekId = week,
            ProblemId = id,
            SolveRunId = run.Id,
            Number = await database.RotaVersions.CountAsync(v => v.WeekId == week) + 1,
            Content = RotaJson.Write(rota),
            Hard = score.Hard,
            Uncovered = score.Uncovered,
            Soft = score.Soft,
            Visits = problem.Visits.Length,
            Covered = rota.Assignments.Length,
            Seconds = 1,
            RecordedAt = Now,
        };
        database.RotaVersions.Add(version);
        await database.SaveChangesAsync();
        return version.Id;
    }

    public async Task<long> CountAsync(string table) => (long)(await AskAsync($"select count(*) from {table}"))!;

    public Task<object?> AskAsync(string statement) => LedgerDatabase.AskAsync(ConnectionString, statement);

    /// <summary>What Pat's fund holds on an account.</summary>
    public async Task<long> HeldAsync(string account) =>
        (long)(await AskAsync($"select coalesce(sum(side * balance), 0)::bigint from ledger.account_balance where fund_id = 1 and account = '{account}' and unit = 'gbp'"))!;

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        if (owned is not null)
        {
            await owned.DisposeAsync();
        }
    }

    private async Task FillAsync(RotaProblem problem, long award, WeeklyRota rota)
    {
        Version = await StoreAsync(problem, rota);
        await using RosteringContext database = Open();
        Provider = await database.Providers.Where(p => p.Name == problem.Provider).Select(p => p.Id).SingleAsync();
        LocalDate opening = LedgerDatabase.Opening;
        LedgerDatabase.Made(await new OpenFund(Ledger).HandleAsync(-1, opening, CancellationToken.None));
        LedgerDatabase.Made(await new OpenFund(Ledger).HandleAsync(1, opening, CancellationToken.None));
        LedgerDatabase.Made(await new RecordTerms(Ledger).HandleAsync(new(1, opening, "{}", false, false, "as agreed", "finance"), CancellationToken.None));
        await database.Database.ExecuteSqlAsync($"insert into council (provider_id, id, name, contact) values ({Provider}, 'north', 'Northshire', 'finance office') on conflict do nothing");
        await new Core.Funds.RecordFund(database).HandleAsync(
            new()
            {
                Fund = 1,
                Provider = Provider,
                Organisation = -1,
                Person = ProblemBuilder.Pat,
                Name = "Pat Bell",
                Council = "north",
                PurchaseOrder = "PO-1",
                FundingOption = "individual service fund",
                YearStartsOn = opening,
                Pictures = false,
            },
            CancellationToken.None);
        JournalEntry entry = new()
        {
            Fund = 1,
            Kind = EntryKind.Award,
            Key = "award/1",
            EffectiveOn = opening,
            Evidence = "award/1",
            MadeBy = "finance",
            Detail = ImmutableSortedDictionary<string, string>.Empty.Add("from", "2026-04-06").Add("to", "2027-04-05"),
            Lines = [Line.Debit(Account.Awarded, new Money(award)), Line.Credit(Account.Main, new Money(award))],
        };
        LedgerDatabase.Made(await new PostEntries(Ledger).HandleAsync([entry], CancellationToken.None));
    }
}
