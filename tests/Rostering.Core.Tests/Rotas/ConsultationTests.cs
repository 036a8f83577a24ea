using NodaTime;
using Rostering.Core.Data;
using Rostering.Core.Rotas;
using Rostering.CpSat.Engine;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Core.Tests.Rotas;

/// <summary>The draft is sent, answered, and planned again with the answers in it, changing no more than they ask for.</summary>
public sealed class ConsultationTests
{
    private PlanStage stage = null!;

    [SetUp]
    public async Task CreateAsync() => stage = await PlanStage.CreateAsync(
        new ProblemBuilder().Worker("ann").Worker("bob").Visit("v1", "mon 07:00", window: 30).Visit("v2", "tue 09:00").Build(),
        200_000, ("v1", "mon 07:00", "ann"), ("v2", "tue 09:00", "bob"));

    [TearDown]
    public ValueTask DropAsync() => stage.DisposeAsync();

    [Test]
    public async Task Answers_NoAndYes_ChangeThatVisitAloneInTheNextRota()
    {
        await SendAsync();
        Assert.That(await AnswerAsync(AnswerFrom.Worker, "ann", "v1", AnswerKind.No, "school run"), Is.Null);
        Assert.That(await AnswerAsync(AnswerFrom.Worker, "bob", "v2", AnswerKind.Yes), Is.Null);

        await SolveAgainAsync();
        await using RosteringContext database = stage.Open();
        var state = await new ReadConsultation(database).HandleAsync(stage.Provider, TestWeek.Monday, CancellationToken.None);
        await new ChooseVersion(database).HandleAsync(TestWeek.Monday, 2, stage.Act(), CancellationToken.None);
        var changes = ReadConsultation.Changes(state!, (await stage.DraftAsync()).Schedule);

        Assert.That(changes.Select(change => change.Sentence), Is.EqualTo(new[] { "Mon 07:00 pat: bob instead of ann" }));
    }

    [Test]
    public async Task Answers_Wishes_WeighInTheNextProblem()
    {
        await SendAsync();
        Assert.That(await AnswerAsync(AnswerFrom.Person, ProblemBuilder.Pat, "v1", AnswerKind.Wish, worker: "bob", start: "mon 07:30"), Is.Null);

        await using RosteringContext database = stage.Open();
        await new StartSolve(database).HandleAsync(new(TestWeek.Monday, 1, [SolveFocus.Balanced]), stage.Act(), CancellationToken.None);

        Assert.That(await ProblemAsync("{people,0,chosen,0}"), Is.EqualTo("bob"));
        Assert.That(await ProblemAsync("{visits,0,wantedStart}"), Does.StartWith("2026-11-16T07:30"));
    }

    [Test]
    public async Task Answer_Twice_TheLastWordCounts()
    {
        await SendAsync();
        await AnswerAsync(AnswerFrom.Worker, "ann", "v1", AnswerKind.No, "school run");
        await AnswerAsync(AnswerFrom.Worker, "ann", "v1", AnswerKind.Yes);

        await using RosteringContext database = stage.Open();
        var state = await new ReadConsultation(database).HandleAsync(stage.Provider, TestWeek.Monday, CancellationToken.None);

        Assert.That(state!.Answers.Single().Answer, Is.EqualTo(AnswerKind.Yes));
        Assert.That(await stage.CountAsync("consult_answer"), Is.EqualTo(2));
        Assert.That(state.OfWorker("ann").Select(visit => visit.Source.Id.Value), Is.EqualTo(new[] { "v1" }));
        Assert.That(state.OfPerson(ProblemBuilder.Pat).Count(), Is.EqualTo(2));
    }

    [TestCase(AnswerFrom.Worker, "ann", "v2", AnswerKind.Yes, null, "not one that ann was asked about")]
    [TestCase(AnswerFrom.Worker, "ann", "v1", AnswerKind.No, " ", "The reason is empty")]
    [TestCase(AnswerFrom.Person, "pat", "v1", AnswerKind.Wish, null, "The wish is empty")]
    public async Task Answer_Faulty_SaysWhatAndWhatToDo(AnswerFrom from, string id, string visit, AnswerKind answer, string? reason, string fault)
    {
        await SendAsync();

        Assert.That(await AnswerAsync(from, id, visit, answer, reason), Does.Contain(fault));
        Assert.That(await stage.CountAsync("consult_answer"), Is.Zero);
    }

    [Test]
    public async Task Answer_TooLate_IsRefused()
    {
        await SendAsync();

        Assert.That(await AnswerAsync(AnswerFrom.Worker, "ann", "v1", AnswerKind.Yes, at: PlanStage.Now.Plus(Duration.FromDays(3))), Does.Contain("Answers were wanted by"));
    }

    private async Task SendAsync()
    {
        await using RosteringContext database = stage.Open();
        var (sent, refusal) = await new SendConsultation(database).HandleAsync(new(TestWeek.Monday, PlanStage.Now.Plus(Duration.FromDays(2))), stage.Act(), CancellationToken.None);
        Assert.That((sent is null, refusal), Is.EqualTo((false, (string?)null)));
    }

    private async Task<string?> AnswerAsync(
        AnswerFrom from, string id, string visit, AnswerKind answer, string? reason = null, string? worker = null, string? start = null, Instant? at = null)
    {
        await using RosteringContext database = stage.Open();
        return await new AnswerConsultation(database).HandleAsync(
            new(TestWeek.Monday, from, id, visit, answer, reason, worker, start is null ? null : TestWeek.At(start)), stage.Act(at: at), CancellationToken.None);
    }

    private async Task SolveAgainAsync()
    {
        await using RosteringContext database = stage.Open();
        var started = await new StartSolve(database).HandleAsync(new(TestWeek.Monday, 20, [SolveFocus.Balanced]), stage.Act(), CancellationToken.None);
        await using ICpSatEngine engine = CpSatEngines.Open(new EngineOptions { Processes = 1 });
        await new RunSolve(database, engine, SystemClock.Instance).HandleAsync(started.Runs.Single(), onProgress: null, CancellationToken.None);
    }

    private async Task<object?> ProblemAsync(string path) =>
        await stage.AskAsync($"select convert_from(content, 'UTF8')::jsonb #>> '{path}' from problem order by id desc limit 1");
}
