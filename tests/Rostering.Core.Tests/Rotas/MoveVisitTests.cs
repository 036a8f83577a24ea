using Rostering.Core.Data;
using Rostering.Core.Rotas;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Core.Tests.Rotas;

/// <summary>Moves by hand: the checker answers before they are kept, each can be taken back, and two editors never overwrite each other unseen.</summary>
public sealed class MoveVisitTests
{
    private PlanStage stage = null!;
    private BoardCache cache = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        cache = new BoardCache();
        stage = await PlanStage.CreateAsync(
            new ProblemBuilder()
                .Worker("ann").Worker("bob")
                .Worker("cat", worker => worker with { Absences = [new Absence { Kind = AbsenceKind.Leave, Time = TestWeek.Span("mon 00:00", "tue 00:00") }] })
                .Visit("v1", "mon 07:00", window: 30).Visit("v2", "mon 09:00").Build(),
            200_000, ("v1", "mon 07:00", "ann"));
    }

    [TearDown]
    public ValueTask DropAsync() => stage.DisposeAsync();

    [Test]
    public async Task HandleAsync_FreeWorker_IsMovedAndScoredAsTheCheckerWould()
    {
        var moved = Moved(await PutAsync("v2", "bob"));

        Assert.That(moved.Effect.Broken, Is.Empty);
        Assert.That(moved.Board.Draft.Moves.Single().ByName, Is.EqualTo("Mary Manager"));
        Assert.That(moved.Board.Check.Score, Is.EqualTo(RotaChecker.Check((await stage.DraftAsync()).Schedule).Score), "the board kept in the process is the board in the database");
        Assert.That(await stage.CountAsync("audit_entry where what = 'rota.move' and subject = 'visit/v2'"), Is.EqualTo(1));
    }

    [Test]
    public async Task HandleAsync_WorkerOnLeave_SaysWhatBreaksAndChangesNothing()
    {
        var breaks = await PutAsync("v2", "cat");

        Assert.That(((MoveResult.Breaks)breaks!).Effect.Broken.Single().Sentence, Does.Contain("cat").And.Contain("leave"));
        Assert.That(await stage.CountAsync("rota_move"), Is.Zero);
        Assert.That(await stage.CountAsync("draft"), Is.Zero);
    }

    [Test]
    public async Task HandleAsync_BreaksAnyway_IsKeptForPublishingToAskAbout()
    {
        var moved = Moved(await PutAsync("v2", "cat", anyway: true));

        Assert.That(moved.Effect.Broken, Has.Length.EqualTo(1));
        Assert.That((await stage.CheckAsync()).Forbidden.Select(violation => violation.Rule), Does.Contain("absence"));
    }

    [Test]
    public async Task HandleAsync_SameVisitChangedMeanwhile_AnswersWithBothVersions()
    {
        var first = Moved(await PutAsync("v2", "bob"));

        var second = await PutAsync("v2", "ann", draft: first.Board.Draft.Draft!.Id, seen: 0);

        var conflict = (MoveResult.Conflict)second!;
        Assert.That(conflict.Theirs!.ToWorkers, Is.EqualTo(new[] { "bob" }));
        Assert.That(conflict.Board.Draft.Moves, Has.Length.EqualTo(1));
        Assert.That(await stage.CountAsync("rota_move"), Is.EqualTo(1));
    }

    [Test]
    public async Task HandleAsync_AnotherVisitChangedMeanwhile_IsMovedAllTheSame()
    {
        var first = Moved(await PutAsync("v2", "bob"));

        var second = Moved(await PutAsync("v1", "bob", draft: first.Board.Draft.Draft!.Id, seen: 0));

        Assert.That(second.Board.Draft.Moves, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task HandleAsync_TwoEditorsAtOnce_OneMovesAndOneIsTold()
    {
        long draft = Moved(await PutAsync("v1", "bob")).Board.Draft.Draft!.Id;

        var results = await Task.WhenAll(new[] { "ann", "bob" }.Select(worker => Task.Run(() => PutAsync("v2", worker, draft, seen: 1))));

        Assert.That(results.Count(result => result is MoveResult.Moved), Is.EqualTo(1));
        Assert.That(results.Count(result => result is MoveResult.Conflict { Theirs: not null }), Is.EqualTo(1));
    }

    [Test]
    public async Task UndoAsync_MovesAndRedo_WalkBackAndForth()
    {
        Moved(await PutAsync("v2", "bob"));
        var two = Moved(await PutAsync("v1", "bob", draft: (await stage.DraftAsync()).Draft!.Id, seen: 1));

        var undone = Moved(await UndoAsync(two.Board, redo: false));
        var undoneTwice = Moved(await UndoAsync(undone.Board, redo: false));
        var nothingLeft = await UndoAsync(undoneTwice.Board, redo: false);
        var redone = Moved(await UndoAsync(undoneTwice.Board, redo: true));
        var redoneTwice = Moved(await UndoAsync(redone.Board, redo: true));
        var undoneAgain = Moved(await UndoAsync(redoneTwice.Board, redo: false));

        Assert.That(Workers(undone.Board, "v1"), Is.EqualTo(new[] { "ann" }));
        Assert.That(Workers(undoneTwice.Board, "v2"), Is.Empty);
        Assert.That(nothingLeft, Is.TypeOf<MoveResult.Refused>());
        Assert.That((Workers(redone.Board, "v2"), Workers(redoneTwice.Board, "v1")), Is.EqualTo((new[] { "bob" }, new[] { "bob" })));
        Assert.That(Workers(undoneAgain.Board, "v1"), Is.EqualTo(new[] { "ann" }));
        Assert.That(await stage.CountAsync("rota_move"), Is.EqualTo(7), "to take back is a fact as well");
    }

    [Test]
    public async Task HandleAsync_Pinned_StaysUntilThePinIsOutAndGoesIntoTheNextSolve()
    {
        var pinned = Moved(await MoveAsync("v1", "mon 07:15", ["bob"], pinned: true));
        var refused = await MoveAsync("v1", "mon 07:00", ["ann"], pinned: true, pinned.Board.Draft.Draft!.Id, 1);

        await using RosteringContext database = stage.Open();
        var run = await new StartSolve(database).HandleAsync(new(TestWeek.Monday, 1, [SolveFocus.Balanced]), stage.Act(), CancellationToken.None);

        Assert.That(((MoveResult.Refused)refused!).Reason, Does.Contain("pinned"));
        Assert.That(run.Errors, Is.Empty);
        Assert.That(await stage.AskAsync("select visit || start::text || workers[1] from pinned_visit"), Is.EqualTo("v12026-11-16 07:15:00bob"));
        Assert.That(await stage.AskAsync("select convert_from(content, 'UTF8')::jsonb #>> '{pins,0,worker}' from problem order by id desc limit 1"), Is.EqualTo("bob"));
    }

    [TestCase("v9", "mon 07:00", "ann", "no visit 'v9'")]
    [TestCase("v1", "mon 07:00", "zoe", "no worker 'zoe'")]
    [TestCase("v1", "mon 07:20", "ann", "not one of the starts")]
    [TestCase("v1", "mon 07:00", "ann bob", "needs 1 different workers")]
    public async Task HandleAsync_Impossible_SaysWhatAndWhatToDo(string visit, string start, string workers, string reason) =>
        Assert.That(((MoveResult.Refused)(await MoveAsync(visit, start, workers.Split(' ')))!).Reason, Does.Contain(reason));

    [Test]
    public async Task HandleAsync_VisitOfATeamThatIsNotTheirs_IsRefusedByNameAndChangesNothing()
    {
        await using RosteringContext database = stage.Open();
        var held = stage.Act() with { By = stage.Act().By with { Teams = ["elsewhere"] } };

        var result = await new MoveVisit(database, cache).HandleAsync(
            new(TestWeek.Monday, "v2", TestWeek.At("mon 09:00"), ["bob"], Pinned: false, SeenDraft: null, SeenMoves: 0, Anyway: false), held, CancellationToken.None);

        Assert.That(((MoveResult.Refused)result!).Reason, Does.Contain("v2").And.Contain("not one of yours (elsewhere)"));
        Assert.That(await stage.CountAsync("rota_move"), Is.Zero);
    }

    private Task<MoveResult?> PutAsync(string visit, string worker, long? draft = null, int seen = 0, bool anyway = false) =>
        MoveAsync(visit, visit == "v1" ? "mon 07:00" : "mon 09:00", [worker], pinned: false, draft, seen, anyway);

    private async Task<MoveResult?> MoveAsync(string visit, string start, string[] workers, bool pinned = false, long? draft = null, int seen = 0, bool anyway = false)
    {
        await using RosteringContext database = stage.Open();
        return await new MoveVisit(database, cache).HandleAsync(
            new(TestWeek.Monday, visit, TestWeek.At(start), [.. workers], pinned, draft, seen, anyway), stage.Act(), CancellationToken.None);
    }

    private async Task<MoveResult?> UndoAsync(Board board, bool redo)
    {
        await using RosteringContext database = stage.Open();
        return await new MoveVisit(database, cache).UndoAsync(TestWeek.Monday, board.Draft.Draft?.Id, board.Draft.Moves.Length, redo, stage.Act(), CancellationToken.None);
    }

    private static string[] Workers(Board board, string visit) =>
        [.. board.Schedule.Workers(board.Problem.Index.Visits[new VisitId(visit)]).Select(worker => board.Problem.Workers[worker].Source.Id.Value)];

    private static MoveResult.Moved Moved(MoveResult? result) => result as MoveResult.Moved ?? throw new AssertionException($"{result}");
}
