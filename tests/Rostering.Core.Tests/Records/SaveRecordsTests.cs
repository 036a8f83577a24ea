using NodaTime;
using Npgsql;
using Rostering.Core.Records;
using Rostering.Core.Requests;
using Rostering.Solver.Problem;

namespace Rostering.Core.Tests.Records;

public sealed class SaveRecordsTests
{
    private RecordsStage stage = null!;
    private ProviderRecords records = null!;

    [OneTimeSetUp]
    public async Task CreateAsync()
    {
        stage = await RecordsStage.CreateAsync();
        records = await stage.ReadAsync();
    }

    [OneTimeTearDown]
    public ValueTask DropAsync() => stage.DisposeAsync();

    [Test]
    public async Task HandleAsync_Change_IsTheNextVersionWithWhoWhenAndWhy()
    {
        Person changed = records.People[0] with { FacesWanted = 9 };

        var outcome = await stage.SaveAsync(RecordChange.To(changed, seen: 1));

        RecordVersion current = (await stage.CurrentAsync(RecordKind.Person, changed.Id.Value))!;
        Assert.That(outcome, Is.InstanceOf<SaveOutcome.Saved>());
        Assert.That(current, Has.Property(nameof(RecordVersion.Version)).EqualTo(2).And.Property(nameof(RecordVersion.ByName)).EqualTo("Morag")
            .And.Property(nameof(RecordVersion.Why)).EqualTo("a test of it"));
        Assert.That(((Person)RecordContent.Read(RecordKind.Person, current.Content!)).FacesWanted, Is.EqualTo(9));
        Assert.That((await stage.WeekAsync(RecordsStage.Monday)).People[0].FacesWanted, Is.EqualTo(9));
        Assert.That(await stage.Database.AskAsync($"select why from audit_entry where what = 'records.save' and subject = 'Person/{changed.Id}' and detail ->> 'version' = '2'"),
            Is.EqualTo("a test of it"));
    }

    [Test]
    public async Task HandleAsync_OlderVersionSeen_GivesTheNewerOneAndSavesNothing()
    {
        Person mine = records.People[1] with { FacesWanted = 7 };
        Person other = records.People[2] with { FacesWanted = 7 };
        await stage.SaveAsync(RecordChange.To(records.People[1] with { FacesWanted = 6 }, seen: 1));

        var outcome = await stage.SaveAsync(RecordChange.To(other, seen: 1), RecordChange.To(mine, seen: 1));

        var current = ((SaveOutcome.Conflict)outcome).Current.Single();
        Assert.That(((Person)RecordContent.Read(current.Kind, current.Content!)).FacesWanted, Is.EqualTo(6));
        Assert.That(await stage.SeenAsync(RecordKind.Person, other.Id.Value), Is.EqualTo(1));
    }

    [Test]
    public async Task HandleAsync_ManyChangesOfOneRecordAtOnce_OneIsSavedAndTheOthersMeetIt()
    {
        Person person = records.People[3];

        var outcomes = await Task.WhenAll(Enumerable.Range(10, 4).Select(faces => Task.Run(() => stage.SaveAsync(RecordChange.To(person with { FacesWanted = faces }, seen: 1)))));

        Assert.That(outcomes.OfType<SaveOutcome.Saved>(), Has.One.Items);
        Assert.That(outcomes.OfType<SaveOutcome.Conflict>(), Has.Exactly(3).Items);
        Assert.That(await stage.SeenAsync(RecordKind.Person, person.Id.Value), Is.EqualTo(2));
    }

    [Test]
    public async Task HandleAsync_PlaceTakenAwayThatSomeoneLivesAt_NamesThePersonTheFieldAndTheRemedy()
    {
        Person person = records.People[4];

        var outcome = await stage.SaveAsync(RecordChange.Removal(RecordKind.Place, person.Home.Value, seen: 1));

        var errors = ((SaveOutcome.Refused)outcome).Errors;
        Assert.That(errors, Has.Some.Matches<RecordError>(error =>
            error!.Kind == RecordKind.Person && error.Id == person.Id.Value && error.Field == "home" && error.Value == person.Home.Value && error.Remedy.Contains("provider's places")));
        Assert.That(await stage.SeenAsync(RecordKind.Place, person.Home.Value), Is.EqualTo(1));
    }

    [Test]
    public async Task HandleAsync_TwoChangesThatContradictEachOtherAtOnce_OneIsRefused()
    {
        Worker bare = (await stage.WeekAsync(RecordsStage.Monday)).Workers[0];
        WorkerRecord known = records.Workers.Single(worker => worker.Id == bare.Id);
        WorkerRecord leaver = known with { Id = new WorkerId("LEAVER") };
        await stage.SaveAsync(RecordChange.To(leaver, seen: 0));

        var outcomes = await Task.WhenAll(
            Task.Run(() => stage.SaveAsync(RecordChange.Removal(RecordKind.Worker, "LEAVER", seen: 1))),
            Task.Run(() => stage.SaveAsync(RecordChange.To(records.People[5] with { Chosen = [leaver.Id] }, seen: 1))));

        Assert.That(outcomes.OfType<SaveOutcome.Saved>(), Has.One.Items);
        Assert.That(outcomes.OfType<SaveOutcome.Refused>(), Has.One.Items);
        Assert.That(await stage.AssembleAsync(RecordsStage.Monday), Is.InstanceOf<AssembleProblem.Result.Assembled>());
    }

    [Test]
    public async Task HandleAsync_RemovedAndAddedAgain_KeepsItsHistory()
    {
        ServiceTeam team = new() { Id = new TeamId("NEW"), Name = "New team" };
        await stage.SaveAsync(RecordChange.To(team, seen: 0));
        await stage.SaveAsync(RecordChange.Removal(RecordKind.Team, "NEW", seen: 1));

        var outcome = await stage.SaveAsync(RecordChange.To(team, seen: 2));

        Assert.That(outcome, Is.InstanceOf<SaveOutcome.Saved>());
        Assert.That(await stage.SeenAsync(RecordKind.Team, "NEW"), Is.EqualTo(3));
    }

    [Test]
    public async Task HandleAsync_DateCalledOff_TakesTheVisitOutOfThatWeekAlone()
    {
        SupportRequest request = records.Requests.First(request => request.Times[0].Days.Contains(IsoDayOfWeek.Tuesday) && request.Links.IsEmpty);
        LocalDate tuesday = RecordsStage.Monday.PlusDays(8);

        await stage.SaveAsync(RecordChange.To(new DateChange { Request = request.Id, Date = tuesday }, seen: 0));

        VisitId off = VisitIds.Of(request.Id, tuesday);
        Assert.That((await stage.WeekAsync(tuesday.PlusDays(-1))).Visits.Select(visit => visit.Id), Has.None.EqualTo(off));
        Assert.That((await stage.WeekAsync(RecordsStage.Monday)).Visits.Select(visit => visit.Id), Has.Some.EqualTo(VisitIds.Of(request.Id, tuesday.PlusWeeks(-1))));
    }

    [TestCase("update record_version set why = ''")]
    [TestCase("delete from record_version")]
    [TestCase("truncate record_version cascade")]
    public void Versions_ChangedOrRemoved_AreRefused(string statement) =>
        Assert.That(() => stage.Database.AskAsync(statement), Throws.InstanceOf<PostgresException>().With.Message.Contains("append-only"));

    [Test]
    public void Versions_WithAGap_AreRefused() =>
        Assert.That(
            () => stage.Database.AskAsync("insert into record_version select provider_id, kind, id, 9, content, changed_by, by_name, changed_at, why from record_version where kind = 'house'"),
            Throws.InstanceOf<PostgresException>().With.Message.Contains("no version 8 to follow"));

    [Test]
    public async Task HandleAsync_HeldToATeam_ChangesItsOwnPeopleAndNobodyElses()
    {
        Person own = records.People[^1];
        Person others = records.People.First(person => person.Team != own.Team);
        string[] teams = [own.Team.Value];

        var mine = await stage.SaveAsync(teams, RecordChange.To(own with { FacesWanted = 8 }, seen: 1));
        var theirs = await stage.SaveAsync(teams, RecordChange.To(others with { FacesWanted = 8 }, await stage.SeenAsync(RecordKind.Person, others.Id.Value)));
        var given = await stage.SaveAsync(teams, RecordChange.To(own with { Team = others.Team }, seen: 2));
        var removed = await stage.SaveAsync(teams, RecordChange.Removal(RecordKind.Person, others.Id.Value, await stage.SeenAsync(RecordKind.Person, others.Id.Value)));
        var house = await stage.SaveAsync(teams, RecordChange.To(records.House, seen: 1));

        Assert.That(mine, Is.InstanceOf<SaveOutcome.Saved>());
        foreach (var outcome in new[] { theirs, given, removed, house })
        {
            Assert.That(((SaveOutcome.Refused)outcome).Errors[0], Has.Property(nameof(RecordError.Message)).Contains(own.Team.Value)
                .And.Property(nameof(RecordError.Remedy)).Contains("every team"));
        }
    }
}
