using System.Diagnostics;
using System.IO.Compression;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Tests.Cover;
using Rostering.Core.Tests.Rotas;
using Rostering.CpSat.Engine;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;
using Rostering.Solver.Tests.Builders;
using Rostering.Testing;

namespace Rostering.Web.Tests;

/// <summary>
/// The board and the cover of a gap with a demonstration week of a thousand visits: what is sent is held to its limit here; how long it
/// takes is only told, as <c>scripts/bench board</c> asks with more looks.
/// </summary>
[CancelAfter(600_000)]
public sealed class BoardFiguresTests
{
    private const int BytesMax = 60_000;
    private const int Workers = 250;
    private const string Week = "/rotas/2026-11-16";

    private static readonly int Looks = int.Parse(Environment.GetEnvironmentVariable("ROSTERING_BOARD_LOOKS") ?? "3");

    private RotaProblem problem = null!;
    private WeeklyRota rota = null!;
    private WebApplication web = null!;

    [SetUp]
    public async Task StartAsync()
    {
        problem = WithColleagues(DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, 1, TestWeek.Monday).Problem) with { Provider = new Someone(Role.ServiceManager).Provider };
        web = await WebApplication.StartAsync(
            async database =>
            {
                await using var engine = CpSatEngines.Open(new EngineOptions { Processes = 1 });
                rota = (await database.SolveAsync(problem, engine, seconds: 5)).Solve.Rota;
            },
            services => services.AddSingleton<IClock>(new Still(LiveStage.Morning)));
    }

    [TearDown]
    public async Task StopAsync() => await web.DisposeAsync();

    [Test]
    public async Task Board_AThousandVisits_IsSentInLessThanSixtyKilobytes()
    {
        await TellAsync("first look", 1, () => web.GetAsync($"{Week}/board?side=Workers"));
        var board = await TellAsync("by worker", Looks, () => web.GetAsync($"{Week}/board?side=Workers"));
        var people = await TellAsync("by person", Looks, () => web.GetAsync($"{Week}/board"));
        var visits = (await web.PageAsync($"{Week}/board?side=Workers")).QuerySelectorAll("[data-row^='w:'] [data-visit]").Select(visit => visit.GetAttribute("data-visit")!).ToArray();
        var look = 0;
        await TellAsync("visit, who could come", Looks, () => web.GetAsync($"{Week}/board/visits/{visits[look++ % visits.Length]}"));
        var form = (await web.PageAsync($"{Week}/board/visits/{visits[0]}")).QuerySelectorAll("form").First(f => f.QuerySelector("input[value=pin], input[value=unpin]") is not null);
        var move = 0;
        await TellAsync("one move", Looks, () => MoveAsync(form, visits[move], move++));

        Assert.That(new[] { board, people }, Is.All.LessThan(BytesMax));
    }

    [Test]
    public async Task Cover_AThousandVisits_RanksWhoCouldCome()
    {
        await using var stage = await LiveStage.CreateAsync(web.Database.ConnectionString, problem, rota, PlanStage.Now);
        using var leader = await web.SignedInAsAsync(new Someone(Role.TeamLeader));
        var ill = rota.Assignments.Where(made => made.Start.Date == TestWeek.Monday && made.Start.Hour > 6).SelectMany(made => made.Workers).CountBy(worker => worker).MaxBy(made => made.Value);
        var gaps = (await stage.IllAsync(ill.Key.Value)).Select(gap => $"/cover/{Uri.EscapeDataString(gap.Visit)}").ToArray();

        var look = 0;
        await TellAsync("gap, ranked", Looks, () => leader.GetAsync(gaps[look++ % gaps.Length]));

        Assert.That(gaps, Has.Length.GreaterThanOrEqualTo(ill.Value));
        var pages = await Task.WhenAll(gaps.Select(leader.PageAsync));
        Assert.That(pages.SelectMany(page => page.QuerySelectorAll("ol.candidates > li")), Is.Not.Empty);
    }

    /// <summary>Oakwood has two hundred workers; some have a colleague just like them here.</summary>
    private static RotaProblem WithColleagues(RotaProblem oakwood) => oakwood with
    {
        Workers = [.. oakwood.Workers, .. oakwood.Workers.Take(Workers - oakwood.Workers.Length).Select(worker => worker with { Id = new($"{worker.Id.Value}-2"), Name = $"{worker.Name} the younger" })],
    };

    // A pin is a move like any other: the checker judges it, it is kept, and the board is answered with what changed.
    private Task<HttpResponseMessage> MoveAsync(IElement form, string visit, int seen) =>
        web.SendAsync(form, ("visit", visit), ("do", "pin"), ("draft", seen == 0 ? "" : "1"), ("seen", $"{seen}"));

    /// <summary>Asks so often, tells how long it took, and gives the bytes of the largest answer.</summary>
    private async Task<long> TellAsync(string what, int times, Func<Task<HttpResponseMessage>> ask)
    {
        List<double> took = [];
        var bytes = 0L;
        for (var at = 0; at < times; at++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var response = await ask();
            var content = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            bytes = Math.Max(bytes, Compressed(content));
        }

        took.Sort();
        await TestContext.Progress.WriteLineAsync(
            $"{problem.Visits.Length} visits, {problem.Workers.Length} workers: {what} × {times}: p50 {took[took.Count / 2]:0} ms, p95 {took[Math.Min(took.Count - 1, took.Count * 95 / 100)]:0} ms, {bytes:#,##0} bytes compressed");
        return bytes;
    }

    // As the server does for browsers.
    private static long Compressed(byte[] content)
    {
        using MemoryStream packed = new();
        using (BrotliStream packing = new(packed, CompressionLevel.Fastest, leaveOpen: true))
            packing.Write(content);
        return packed.Length;
    }
}
