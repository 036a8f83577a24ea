namespace Rostering.EndToEndTests;

/// <summary>The board of a thousand visits in Chromium, beside the server on the same cores: when its largest part is painted is told, what crosses the wire is held to its limit.</summary>
public sealed class BoardFiguresTests
{
    private const int BytesMax = 60_000;

    private const string LargestPaint =
        "() => new Promise(tell => new PerformanceObserver(seen => tell(seen.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }))";

    [TestCase("People")]
    [TestCase("Workers")]
    public async Task Board_InChromium_ComesInLessThanSixtyKilobytes(string side)
    {
        int looks = int.Parse(Environment.GetEnvironmentVariable("ROSTERING_BOARD_LOOKS") ?? "2");
        var page = await Site.NewPageAsync();
        List<double> paints = [];
        double bytes = 0;
        for (int look = 0; look < looks; look++)
        {
            await page.GotoAsync($"{Site.RealWeek}/board?side={side}");
            paints.Add(await page.EvaluateAsync<double>(LargestPaint));
            bytes = Math.Max(bytes, await page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].transferSize"));
        }

        paints.Sort();
        await TestContext.Progress.WriteLineAsync($"board by {side} × {looks}: largest contentful paint p50 {paints[looks / 2]:0} ms, p95 {paints[looks * 95 / 100]:0} ms, {bytes:#,##0} bytes");
        Assert.That(bytes, Is.InRange(1, BytesMax));
        await page.Context.CloseAsync();
    }
}
