using System.Diagnostics;
using System.IO.Compression;
using AngleSharp.Dom;
using NodaTime;
using Rostering.CpSat.Engine;
using Rostering.Solver.Demonstration;
using Rostering.Testing;

namespace Rostering.Web.Tests;

/// <summary>
/// The board with a demonstration week of a thousand visits: what is sent is held to its limit here; how long it takes is only told,
/// as <c>scripts/bench board</c> asks with more looks.
/// </summary>
public sealed class BoardFiguresTests
{
    private const int BytesMax = 60_000;
    private const string Week = "/rotas/2026-11-23";

    [Test]
    public async Task Board_AThousandVisits_IsSentInLessThanSixtyKilobytes()
    {
        var looks = int.Parse(Environment.GetEnvironmentVariable("ROSTERING_BOARD_LOOKS") ?? "3");
        var problem = DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, 1, new LocalDate(2026, 11, 23)).Problem with { Provider = new Someone(Core.Access.Role.ServiceManager).Provider };
        await using var web = await WebApplication.StartAsync(async database =>
        {
            await using var engine = CpSatEngines.Open(new EngineOptions { Processes = 1 });
            await database.SolveAsync(problem, engine, seconds: 5);
        });

        var first = await TimeAsync(1, () => web.GetAsync($"{Week}/board?side=Workers"));
        var board = await TimeAsync(looks, () => web.GetAsync($"{Week}/board?side=Workers"));
        var people = await TimeAsync(looks, () => web.GetAsync($"{Week}/board"));
        var visits = (await web.PageAsync($"{Week}/board?side=Workers")).QuerySelectorAll("[data-row^='w:'] [data-visit]").Select(visit => visit.GetAttribute("data-visit")!).ToArray();
        var look = 0;
        var dialog = await TimeAsync(looks, () => web.GetAsync($"{Week}/board/visits/{visits[look++ % visits.Length]}"));
        var form = (await web.PageAsync($"{Week}/board/visits/{visits[0]}")).QuerySelectorAll("form").First(f => f.QuerySelector("input[value=pin], input[value=unpin]") is not null);
        var move = 0;
        var moves = await TimeAsync(looks, () => MoveAsync(web, form, visits[move], move++));

        await TestContext.Progress.WriteLineAsync(
            $"{problem.Visits.Length} visits, {problem.Workers.Length} workers, {looks} looks each\nfirst look {first}\nby worker  {board}\nby person  {people}\nvisit      {dialog}\none move   {moves}");
        Assert.That(new[] { board.Bytes, people.Bytes }, Is.All.LessThan(BytesMax));
    }

    // A pin is a move like any other: the checker judges it, it is kept, and the board is answered with what changed.
    private static async Task<HttpResponseMessage> MoveAsync(WebApplication web, IElement form, string visit, int seen)
    {
        var draft = seen == 0 ? "" : "1";
        var response = await web.SendAsync(form, ("visit", visit), ("do", "pin"), ("draft", draft), ("seen", $"{seen}"));
        response.EnsureSuccessStatusCode();
        return response;
    }

    private static async Task<Figures> TimeAsync(int times, Func<Task<HttpResponseMessage>> ask)
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
        return new Figures(took[took.Count / 2], took[Math.Min(took.Count - 1, took.Count * 95 / 100)], bytes);
    }

    // As the server does for browsers.
    private static long Compressed(byte[] content)
    {
        using MemoryStream packed = new();
        using (BrotliStream packing = new(packed, CompressionLevel.Fastest, leaveOpen: true))
            packing.Write(content);
        return packed.Length;
    }

    private sealed record Figures(double Median, double Slow, long Bytes)
    {
        public override string ToString() => $"p50 {Median:0} ms, p95 {Slow:0} ms, {Bytes:#,##0} bytes compressed";
    }
}
