using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;
using static System.Text.Encoding;

namespace Rostering.Solver.Tests.Json;

[TestFixture]
internal sealed class RoundTripTests
{
    [Test]
    public void Read_WhatWasWritten_IsTheSameProblem()
    {
        var problem = Problems.Rich();

        var reading = ProblemJson.Read(ProblemJson.Write(problem));

        Assert.That(reading.Errors, Is.Empty);
        Assert.That(reading.Problem, Is.EqualTo(problem).UsingPropertiesComparer());
    }

    [Test]
    public void Read_AnyRecordWritten_IsTheSameRecord() => ForAnySeed(random =>
    {
        var problem = new AnyRecord(random).Of<RotaProblem>();

        var (read, errors, standIns) = JsonFile<RotaProblem>.Read(JsonFile<RotaProblem>.Write(problem));

        Assert.That(errors, Is.Empty);
        Assert.That(standIns, Is.Empty);
        Assert.That(read, Is.EqualTo(problem).UsingPropertiesComparer());
    });

    [Test]
    public void Read_AnyRecordOfNoSense_FindsFaultsAndNeverThrows() => ForAnySeed(random =>
    {
        var problem = new AnyRecord(random).Of<RotaProblem>();

        Assert.That(ProblemJson.Read(ProblemJson.Write(problem)).Errors, Is.Not.Empty);
    });

    [Test]
    public void Read_FileWithBytesChanged_AnswersAndNeverThrows()
    {
        byte[] sound = ProblemJson.Write(Problems.Rich());
        ForAnySeed(random =>
        {
            byte[] file = [.. sound];
            for (int i = 0; i < 5; i++)
                file[random.Next(file.Length)] = (byte)random.Next(256);

            var reading = ProblemJson.Read(file);

            Assert.That(reading.IsValid, Is.EqualTo(reading.Errors.IsEmpty));
        });
    }

    [Test]
    public void Write_SameProblemBuiltInAnotherOrder_GivesTheSameBytes()
    {
        var problem = Problems.Rich();
        var weights = problem.Weights.Reverse().Aggregate(
            ImmutableDictionary<string, long>.Empty, (map, entry) => map.Add(entry.Key, entry.Value));

        Assert.That(ProblemJson.Write(problem with { Weights = weights }), Is.EqualTo(ProblemJson.Write(problem)));
    }

    [Test]
    public void Write_NamesAndTimes_AreReadable()
    {
        string text = UTF8.GetString(ProblemJson.Write(Problems.Rich()));

        Assert.That(text, Does.Contain("\"Gàidhlig\""));
        Assert.That(text, Does.Contain("\"earliestStart\": \"2026-11-16T07:00\""));
        Assert.That(text, Does.Contain("\"kind\": \"groupSession\""));
        Assert.That(text, Does.EndWith("}\n"));
    }

    [Test]
    public void Write_TimeWithSeconds_IsRefused()
    {
        var published = new PublishedRota { Visits = [], FrozenUntil = new LocalDateTime(2026, 11, 16, 7, 0, 30) };

        var problem = Problems.Small() with { Published = published };

        Assert.That(() => ProblemJson.Write(problem), Throws.Exception.With.Message.Contains("whole minute"));
    }

    [Test]
    public void Read_CedarSizedWeek_IsRead()
    {
        byte[] file = ProblemJson.Write(Cedar());

        using var stream = new MemoryStream(file);
        var reading = ProblemJson.Read(stream);

        Assert.That(reading.Errors, Is.Empty);
        Assert.That(reading.Problem!.Visits, Has.Length.EqualTo(10_000));
        Assert.That(ProblemJson.Write(reading.Problem).AsSpan().SequenceEqual(file), Is.True);
    }

    [Test]
    public void Rota_WrittenAndRead_IsTheSameRota()
    {
        var problem = Problems.Small();
        var rota = Rotas.Of(problem, ("v1", "mon 07:15", "ann"), ("v2", "mon 09:00", "ann bob"));

        var reading = RotaJson.Read(RotaJson.Write(rota), problem);

        Assert.That(reading.Errors, Is.Empty);
        Assert.That(reading.Rota, Is.EqualTo(rota).UsingPropertiesComparer());
    }

    [Test]
    public void Rota_FaultsOfFormAndSense_AreAllNamed()
    {
        const string file = """
            {
              "format": 1, "by": "hand",
              "assignments": [
                { "visit": "v9", "start": "2026-11-16T07:00", "workers": ["ann"] },
                { "visit": "v1", "start": "seven", "workers": ["zoe"] },
                { "visit": "v1", "workers": [] }
              ]
            }
            """;

        var reading = RotaJson.Read(UTF8.GetBytes(file), Problems.Small());

        Assert.That(reading.Rota, Is.Null);
        Assert.That(reading.Errors.Select(error => error.Path), Is.EquivalentTo(new[]
        {
            "$.by", "$.assignments[1].start", "$.assignments[2].start", "$.assignments[0].visit", "$.assignments[1].workers[0]",
            "$.assignments[2].visit", "$.assignments[2].workers",
        }));
    }

    private static void ForAnySeed(Action<Random> holds) => Check.QuickThrowOnFailure(
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), (Action<int>)(seed => holds(new Random(seed)))));

    private static RotaProblem Cedar()
    {
        var rich = Problems.Rich();
        var visits = Enumerable.Range(0, 10_000).Select(i => rich.Visits[i % 2] with { Id = new VisitId($"visit-{i}") });
        var workers = Enumerable.Range(0, 1_000).Select(i => rich.Workers[i % 2] with { Id = new WorkerId($"worker-{i}") });
        return rich with
        {
            Visits = [.. visits],
            Workers = [.. rich.Workers, .. workers],
            Links = [],
            Pins = [],
            Published = null,
        };
    }
}
