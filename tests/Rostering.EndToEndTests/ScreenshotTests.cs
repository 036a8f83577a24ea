using Microsoft.Playwright;
using Rostering.Core.Access;
using Rostering.Testing;

namespace Rostering.EndToEndTests;

/// <summary>The pictures of the README and the guides, taken of the demonstration week; <c>scripts/screenshots</c> puts them into <c>docs/images</c>.</summary>
public sealed class ScreenshotTests
{
    private const int BytesMax = 400 * 1024;

    [TestCase("week-desktop", Site.RealWeek, 1440, 1280, Role.ServiceManager)]
    [TestCase("week-phone", Site.RealWeek, 390, 844, Role.ServiceManager)]
    [TestCase("plan-desktop", $"{Site.RealWeek}/solve", 1440, 900, Role.ServiceManager)]
    [TestCase("board-desktop", $"{Site.RealWeek}/board", 1440, 1000, Role.ServiceManager)]
    [TestCase("publish-desktop", $"{Site.RealWeek}/publish", 1440, 900, Role.ServiceManager)]
    [TestCase("person-desktop", "/people/P001", 1440, 900, Role.ServiceManager)]
    [TestCase("house-terms-desktop", "/house-terms", 1440, 1000, Role.ServiceManager)]
    [TestCase("workers-desktop", "/workers", 1440, 900, Role.Hr)]
    [TestCase("funds-desktop", Site.Funds, 1440, 1000, Role.Finance)]
    [TestCase("funds-phone", Site.Funds, 390, 844, Role.Finance)]
    [TestCase("fund-desktop", Site.Fund, 1440, 1000, Role.Finance)]
    [TestCase("fund-phone", Site.Fund, 390, 844, Role.Finance)]
    [TestCase("record-phone", "/funds/2/record/Award", 390, 844, Role.Finance)]
    [TestCase("terms-desktop", "/funds/2/terms", 1440, 1000, Role.Finance)]
    [TestCase("leave-phone", "/my/leave", 390, 844, Role.Worker)]
    [TestCase("accounts-desktop", "/admin", 1440, 900, Role.Administrator)]
    [TestCase("audit-desktop", "/audit", 1440, 900, Role.Auditor)]
    public async Task Page_Pictured_IsSmallEnoughForAGuide(string name, string address, int width, int height, Role role)
    {
        var page = await Site.NewPageAsync(new Someone(role));
        await page.SetViewportSizeAsync(width, height);
        await page.GotoAsync(address);

        await AssertPicturedAsync(page, name);
    }

    [Test]
    public async Task Explanation_Pictured_IsSmallEnoughForAGuide()
    {
        var page = await Site.NewPageAsync();
        await page.GotoAsync(Site.RealWeek);
        await page.Locator(".visit:not(.gap)").First.ScrollIntoViewIfNeededAsync();
        await page.Locator(".visit:not(.gap)").First.ClickAsync();
        await page.Locator("dialog[open] h1").WaitForAsync();

        await AssertPicturedAsync(page, "explanation");
    }

    /// <summary>Takes the picture and closes the page.</summary>
    internal static async Task AssertPicturedAsync(IPage page, string name)
    {
        string folder = Environment.GetEnvironmentVariable("ROSTERING_SCREENSHOTS") ?? TestContext.CurrentContext.WorkDirectory;
        byte[] picture = await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });

        Assert.That(picture, Has.Length.GreaterThan(10 * 1024).And.Length.LessThan(BytesMax));
        await page.Context.CloseAsync();
    }
}
