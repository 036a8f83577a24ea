using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Records;
using Rostering.Core.Records.Tables;
using Rostering.Solver.Problem;

namespace Rostering.Core.Tests.Records;

public sealed class ImportRecordsTests
{
    private RecordsStage stage = null!;

    [OneTimeSetUp]
    public async Task CreateAsync() => stage = await RecordsStage.CreateAsync();

    [OneTimeTearDown]
    public ValueTask DropAsync() => stage.DisposeAsync();

    [Test]
    public async Task HandleAsync_EverythingThatWasTakenOut_BroughtInAgainChangesNothing()
    {
        List<TableFile> files = [];
        foreach (var table in RecordTable.All)
            files.Add(new TableFile($"{table.Name}.csv", await ExportAsync(table)));

        var result = await ImportAsync(save: false, [.. files]);

        Assert.That(result.Errors, Is.Empty);
        Assert.That((result.New, result.Changed), Is.EqualTo((0, 0)));
        Assert.That(result.Same, Is.GreaterThan(500));
    }

    [Test]
    public async Task HandleAsync_BadRowsOfAllKinds_AreEachNamedByLineAndColumn()
    {
        var result = await ImportAsync(save: true,
            Csv("people.csv", "id,name,home,team\nP001,Ann,nowhere,T01\nP002,Bea,\"unclosed"),
            Csv("workers.csv", "id,name,birthDate\nW0001,Ann,31/12/1990\n,Bea,1990-12-31\nW0002,Cal"),
            Csv("absences.csv", "worker,kind,time.start,time.end\nW0003,holiday,2026-11-23 00:00,2026-11-24 00:00\n"),
            Csv("memberships.csv", "worker,team,pay\nW0003,T01,13.45\n"),
            Csv("contracts.csv", "worker,minutesMax\nW0004,a lot\n"),
            Csv("unheard-of.csv", "a,b\n1,2\n"));

        var places = result.Errors.Select(error => (error.File, error.Line, error.Column)).ToList();
        Assert.That(result.Saved, Is.False);
        Assert.That(places, Is.SupersetOf(new[]
        {
            ("people.csv", 3, ""), ("workers.csv", 3, "id"), ("workers.csv", 4, ""), ("memberships.csv", 1, "pay"), ("contracts.csv", 2, "minutesMax"), ("unheard-of.csv", 1, ""),
        }));
        Assert.That(result.Errors, Has.All.Matches<TableError>(error => error!.Message.Length > 0 && error.Remedy.Length > 0));
    }

    [Test]
    public async Task HandleAsync_RowsThatReadWellAndMakeNoSense_AreNamedByLineAndColumnToo()
    {
        var result = await ImportAsync(save: true,
            Csv("people.csv", "id,home\nP001,nowhere\n"),
            Csv("absences.csv", "worker,kind,time.start,time.end\nW0003,leave,2026-11-24 00:00,2026-11-23 00:00\n"));

        Assert.That(result.Errors.Select(error => (error.File, error.Line, error.Column, error.Value)), Is.EqualTo(new[] { ("absences.csv", 2, "time.end", "2026-11-23 00:00") }),
            "what a record says by itself comes before what others say of it");
        var alone = await ImportAsync(save: true, Csv("people.csv", "id,home\nP001,nowhere\n"));
        Assert.That(alone.Errors.Select(error => (error.File, error.Line, error.Column, error.Value)), Is.EqualTo(new[] { ("people.csv", 2, "home", "nowhere") }));
        Assert.That(await stage.SeenAsync(RecordKind.Person, "P001"), Is.EqualTo(1));
    }

    [Test]
    public async Task HandleAsync_NewWorkerOverSeveralFiles_IsBroughtInWhole()
    {
        string home = (await stage.ReadAsync()).Places[0].Id.Value;
        TableFile[] files =
        [
            Csv("workers.csv", $"id,name,home,birthDate,modes,languages\nNEW-1,\"O'Neil, Bo\",{home},1990-02-03,walk; bus,English; Polish\n"),
            Csv("contracts.csv", "worker,kind,contractedMinutes,minutesMax\nNEW-1,permanent,30:00,37:30\n"),
            Csv("memberships.csv", "worker,team,pencePerHour\nNEW-1,T01,13.45\nNEW-1,T02,14.10\n"),
            Csv("hours.csv", "worker,day,from,minutes\nNEW-1,monday,07:00,15:00\n"),
            Csv("absences.csv", "worker,kind,time.start,time.end\nNEW-1,leave,2026-12-24 00:00,2026-12-28 00:00\n"),
        ];

        var tried = await ImportAsync(save: false, files);
        int before = await stage.SeenAsync(RecordKind.Worker, "NEW-1");
        var saved = await ImportAsync(save: true, files);

        WorkerRecord worker = (await stage.ReadAsync()).Workers.Single(worker => worker.Id == new WorkerId("NEW-1"));
        Assert.That((tried.New, tried.Saved, before), Is.EqualTo((1, false, 0)), string.Join("\n", tried.Errors));
        Assert.That((saved.New, saved.Saved), Is.EqualTo((1, true)));
        Assert.That(worker.Name, Is.EqualTo("O'Neil, Bo"));
        Assert.That(worker.Contract.MinutesMax, Is.EqualTo(37 * 60 + 30));
        Assert.That(worker.Teams.Select(team => team.PencePerHour), Is.EqualTo(new[] { 1_345, 1_410 }));
        Assert.That(worker.Absences.Single().Time.End, Is.EqualTo(new LocalDateTime(2026, 12, 28, 0, 0)));
    }

    private static TableFile Csv(string name, string text) => new(name, System.Text.Encoding.UTF8.GetBytes(text));

    private async Task<ImportRecords.Result> ImportAsync(bool save, params TableFile[] files)
    {
        await using RosteringContext context = stage.Database.Open();
        Act act = new(new Actor { UserId = 7, Name = "Morag", ProviderId = stage.Provider, Roles = [Role.ServiceManager] }, Instant.FromUtc(2026, 11, 23, 9, 0), "a test of it");
        return await new ImportRecords(new ReadRecords(context), new SaveRecords(context)).HandleAsync(act, files, save, CancellationToken.None);
    }

    private async Task<byte[]> ExportAsync(RecordTable table)
    {
        await using RosteringContext context = stage.Database.Open();
        return await new ExportRecords(new ReadRecords(context)).HandleAsync(stage.Provider, table, CancellationToken.None);
    }
}
