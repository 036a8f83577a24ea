using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Rostering.EndToEndTests;

/// <summary>What holds for every page: it fits phone and desk, and everybody can use it.</summary>
public sealed class PageTests
{
    private static readonly string[] Pages =
    [
        "/",
        Site.SmallWeek,
        $"{Site.SmallWeek}/visits/v1",
        Site.RealWeek,
        $"{Site.RealWeek}?view=Workers",
        $"{Site.RealWeek}/visits/V00523",
        Site.Funds,
        Site.Fund,
        $"{Site.Fund}&extraHours=5&unitCost=270&fixedCost=180&people=10",
        "/funds/2/entries/2",
        "/nowhere",
    ];

    [Test]
    public async Task Page_OnPhoneAndDesk_NeedsNoSidewaysScrolling([ValueSource(nameof(Pages))] string address, [Values(390, 768, 1440)] int width)
    {
        var page = await Site.NewPageAsync(width);

        await page.GotoAsync(address);

        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width));
        Assert.That(await page.Locator("main h1").CountAsync(), Is.EqualTo(1));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Page_InLightAndDark_MeetsWcag22AA([ValueSource(nameof(Pages))] string address, [Values(ColorScheme.Light, ColorScheme.Dark)] ColorScheme scheme)
    {
        var page = await Site.NewPageAsync(scheme: scheme);
        await page.GotoAsync(address);

        await AssertAccessibleAsync(page);
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Dialog_OnThePhone_MeetsWcag22AA()
    {
        var page = await Site.NewPageAsync(width: 390);
        await page.GotoAsync(Site.RealWeek);
        await page.Locator(".visit").First.ClickAsync();
        await page.Locator("dialog[open] h1").WaitForAsync();

        await AssertAccessibleAsync(page);
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(390));
        await page.Context.CloseAsync();
    }

    internal static async Task AssertAccessibleAsync(IPage page)
    {
        AxeResult result = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
            ResultTypes = [ResultType.Violations],
        });

        Assert.That(result.Violations.Select(v => $"{v.Id}: {v.Help}: {v.Nodes[0].Html}"), Is.Empty);
    }
}
