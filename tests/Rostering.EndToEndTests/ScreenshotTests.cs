using Microsoft.Playwright;

namespace Rostering.EndToEndTests;

/// <summary>The pictures of the README, taken of the demonstration week; <c>scripts/screenshots</c> puts them into <c>docs/images</c>.</summary>
public sealed class ScreenshotTests
{
    private const int BytesMax = 400 * 1024;

    [TestCase("week-desktop", 1440, 1280)]
    [TestCase("week-phone", 390, 844)]
    public async Task Week_Pictured_IsSmallEnoughForTheReadme(string name, int width, int height)
    {
        var page = await Site.NewPageAsync();
        await page.SetViewportSizeAsync(width, height);
        await page.GotoAsync(Site.RealWeek);

        await AssertPicturedAsync(page, name);
    }

    [TestCase("funds-desktop", Site.Funds, 1440, 1000)]
    [TestCase("funds-phone", Site.Funds, 390, 844)]
    [TestCase("fund-desktop", Site.Fund, 1440, 1000)]
    [TestCase("fund-phone", Site.Fund, 390, 844)]
    public async Task Funds_Pictured_AreSmallEnoughForTheReadme(string name, string address, int width, int height)
    {
        var page = await Site.NewPageAsync();
        await page.SetViewportSizeAsync(width, height);
        await page.GotoAsync(address);

        await AssertPicturedAsync(page, name);
    }

    [Test]
    public async Task Explanation_Pictured_IsSmallEnoughForTheReadme()
    {
        var page = await Site.NewPageAsync();
        await page.GotoAsync(Site.RealWeek);
        await page.Locator(".visit:not(.gap)").First.ScrollIntoViewIfNeededAsync();
        await page.Locator(".visit:not(.gap)").First.ClickAsync();
        await page.Locator("dialog[open] h1").WaitForAsync();

        await AssertPicturedAsync(page, "explanation");
    }

    private static async Task AssertPicturedAsync(IPage page, string name)
    {
        string folder = Environment.GetEnvironmentVariable("ROSTERING_SCREENSHOTS") ?? TestContext.CurrentContext.WorkDirectory;
        byte[] picture = await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });

        Assert.That(picture, Has.Length.GreaterThan(10 * 1024).And.Length.LessThan(BytesMax));
        await page.Context.CloseAsync();
    }
}
