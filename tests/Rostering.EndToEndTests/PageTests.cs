using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Playwright;

namespace Rostering.EndToEndTests;

/// <summary>What holds for every page: it fits phone, tablet and desk, and everybody can use it.</summary>
public sealed class PageTests
{
    private static readonly int[] Widths = [390, 768, 1440];

    [TestCaseSource(typeof(PageVisit), nameof(PageVisit.All))]
    public async Task Page_AtEveryWidthInLightAndDark_FitsAndMeetsWcag22AA(PageVisit visit)
    {
        var page = await Site.NewPageAsync(visit.Who);
        var answer = await page.GotoAsync(visit.Address);

        Assert.That(answer!.Status, Is.EqualTo(visit.Status));
        Assert.That(await page.Locator("main h1").CountAsync(), Is.EqualTo(1));
        await AssertFitsAsync(page, visit.Address);
        await AssertAccessibleAsync(page);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await AssertAccessibleAsync(page);
        await page.Context.CloseAsync();
    }

    [Test]
    public void Pages_OfTheApplication_AreAllLookedAt()
    {
        var pages = typeof(Web.Access.Navigation).Assembly.GetCustomAttributes(typeof(RazorCompiledItemAttribute), inherit: false)
            .Cast<RazorCompiledItemAttribute>().Where(item => item.Kind == "mvc.1.0.razor-page").Select(item => item.Identifier["/Pages/".Length..^".cshtml".Length]);

        Assert.That(pages, Is.EquivalentTo(PageVisit.All.Select(visit => visit.Page).OfType<string>().Concat(PageVisit.InStories).Distinct()));
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

    /// <summary>No width makes the page scroll sideways. Where pictures are asked for, each width is pictured.</summary>
    internal static async Task AssertFitsAsync(IPage page, string name)
    {
        foreach (int width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            await PictureAsync(page, $"{name}-{width}");
            Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width), $"{name} at {width}");
        }
    }

    internal static async Task AssertAccessibleAsync(IPage page)
    {
        AxeResult result = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
            ResultTypes = [ResultType.Violations],
        });

        Assert.That(result.Violations.Select(v => $"{v.Id}: {v.Help}: {v.Nodes[0].Html}"), Is.Empty, page.Url);
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("ROSTERING_PAGE_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{string.Join('-', name.Split('/', '?', '&', '='))}.png"), FullPage = true });
        }
    }
}
