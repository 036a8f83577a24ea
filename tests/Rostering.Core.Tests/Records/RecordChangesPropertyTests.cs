using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rostering.Core.Records;
using Rostering.Core.Requests;
using Rostering.Solver.Problem;

namespace Rostering.Core.Tests.Records;

/// <summary>Whatever is changed, in whatever order: the change is refused by name, or every week can still be made.</summary>
public sealed class RecordChangesPropertyTests
{
    private const int Changes = 40;
    private const int Weeks = 30;

    private static readonly ImmutableArray<IsoDayOfWeek> AllDays = [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)];

    private RecordsStage stage = null!;

    [OneTimeSetUp]
    public async Task CreateAsync() => stage = await RecordsStage.CreateAsync();

    [OneTimeTearDown]
    public ValueTask DropAsync() => stage.DisposeAsync();

    [TestCase(1)]
    [TestCase(2)]
    public async Task Changes_OfAllKindsInAnyOrder_AreRefusedByNameOrLeaveEveryWeekSound(int seed)
    {
        var (saved, refused) = (0, 0);
        var draws = Draws().Sample(Changes, new Rnd((ulong)seed), 30);
        foreach (var draw in draws)
        {
            RecordChange change = await ChangeAsync(draw, await stage.ReadAsync());
            switch (await stage.SaveAsync(change))
            {
                case SaveOutcome.Refused refusal:
                    refused++;
                    Assert.That(refusal.Errors, Is.Not.Empty.And.All.Matches<RecordError>(error => error!.Id.Length > 0 && error.Message.Length > 0 && error.Remedy.Length > 0));
                    break;
                case SaveOutcome.Saved:
                    saved++;
                    await AssertSoundAsync(draw);
                    break;
            }
        }

        Assert.That((saved, refused), Is.EqualTo((saved, Changes - saved)), "nobody else changes anything here");
        Assert.That(saved, Is.GreaterThan(Changes / 6));
        Assert.That(refused, Is.GreaterThan(Changes / 6));
    }

    private async Task AssertSoundAsync(Draw draw)
    {
        foreach (int week in new[] { 0, 1, draw.Week, draw.Other })
        {
            var assembled = await stage.AssembleAsync(RecordsStage.Monday.PlusWeeks(week));
            Assert.That(assembled, Is.InstanceOf<AssembleProblem.Result.Assembled>(),
                () => $"week {week} after {draw}: {string.Join(" ", (assembled as AssembleProblem.Result.Refused)?.Errors ?? [])}");
        }
    }

    private async Task<RecordChange> ChangeAsync(Draw draw, ProviderRecords records)
    {
        object? record = draw.Kind switch
        {
            0 => records.People[draw.Which % records.People.Length] with { FacesWanted = draw.Number, Chosen = [Worker(records, draw.Other), Worker(records, draw.Week)] },
            1 => Pick(records.Workers, draw) with { Contract = Pick(records.Workers, draw).Contract with { MinutesMax = draw.Number * 100 } },
            2 => Pick(records.Workers, draw) with { Hours = [new() { Day = draw.Day, From = draw.From, Minutes = draw.Number * 40 }] },
            3 => Pick(records.Workers, draw) with { Absences = [new() { Kind = AbsenceKind.Leave, Time = new(draw.Date + draw.From, draw.Date.PlusDays(draw.Number - 1) + draw.To) }] },
            4 => Pick(records.Requests, draw) with { From = draw.Date, Until = draw.Date.PlusDays(draw.Number * 3), Times = [Time(draw)] },
            5 => Pick(records.Requests, draw) with
            {
                Id = new RequestId($"new-{draw.Other}"),
                Times = [Time(draw)],
                Outing = null,
                Links = [new() { Kind = LinkKind.Precedence, Second = records.Requests[draw.Other % records.Requests.Length].Id }],
            },
            6 => new DateChange { Request = Pick(records.Requests, draw).Id, Date = draw.Date, Instead = draw.Number > 4 ? Support(draw) : null },
            7 => new Pin { Visit = VisitIds.Of(Pick(records.Requests, draw).Id, draw.Date), Worker = Worker(records, draw.Other), Start = draw.Number > 4 ? draw.Date + draw.From : null },
            _ => null,
        };
        if (record is not null)
        {
            var (kind, id) = RecordContent.KeyOf(record);
            return RecordChange.To(record, await stage.SeenAsync(kind, id));
        }

        object gone = draw.Number switch
        {
            < 0 => Pick(records.Teams, draw),
            < 4 => Pick(records.Workers, draw),
            < 8 => Pick(records.Requests, draw),
            _ => Pick(records.Places, draw),
        };
        var key = RecordContent.KeyOf(gone);
        return RecordChange.Removal(key.Kind, key.Id, await stage.SeenAsync(key.Kind, key.Id));
    }

    private static Gen<Draw> Draws() =>
        from kind in Gen.Choose(0, 9)
        from which in Gen.Choose(0, 9_999)
        from other in Gen.Choose(0, Weeks)
        from week in Gen.Choose(0, Weeks)
        from day in Gen.Elements(AllDays.AsEnumerable())
        from dayOfWeek in Gen.Choose(0, 6)
        from fromMinute in Gen.Choose(0, 95)
        from toMinute in Gen.Choose(0, 95)
        from number in Gen.Choose(-2, 40)
        select new Draw(kind, which, other, week, day, RecordsStage.Monday.PlusWeeks(week).PlusDays(dayOfWeek), Quarter(fromMinute), Quarter(toMinute), number);

    private static LocalTime Quarter(int quarter) => LocalTime.Midnight.PlusMinutes(quarter * 15);

    private static T Pick<T>(ImmutableArray<T> list, Draw draw) => list[draw.Which % list.Length];

    private static WorkerId Worker(ProviderRecords records, int number) => records.Workers[number % records.Workers.Length].Id;

    private static RequestTime Time(Draw draw) => new()
    {
        Days = draw.Number % 3 == 0 ? AllDays : [draw.Day],
        EarliestStart = draw.From,
        LatestStart = draw.Number % 2 == 0 ? draw.From : draw.To,
        Minutes = draw.Number * 15,
    };

    private static DateSupport Support(Draw draw) => new() { EarliestStart = draw.From, LatestStart = draw.From, Minutes = draw.Number * 10, Workers = draw.Number % 5 };

    private sealed record Draw(int Kind, int Which, int Other, int Week, IsoDayOfWeek Day, LocalDate Date, LocalTime From, LocalTime To, int Number);
}
