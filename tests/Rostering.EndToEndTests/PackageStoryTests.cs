using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NodaTime;
using Rostering.Core;

namespace Rostering.EndToEndTests;

/// <summary>A package on the telephone, tried against the demonstration provider.</summary>
public sealed class PackageStoryTests
{
    private const string Address = "/packages/try";

    [TestCase("package-phone", 390)]
    [TestCase("package-desktop", 1440)]
    [CancelAfter(300_000)]
    public async Task Package_TriedByKeyboard_IsAnsweredAndMeetsWcag22AA(string name, int width)
    {
        var page = await Site.NewPageAsync(width);
        await page.GotoAsync(Address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Write the person's name.");
        await PageTests.AssertAccessibleAsync(page);
        await PageTests.AssertFitsAsync(page, "package-faults");

        await FillAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it" }).PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The 4 weeks to");
        await page.Locator("details.week summary").First.PressAsync("Enter");
        await PageTests.AssertAccessibleAsync(page);
        await PageTests.AssertFitsAsync(page, "package-answer");
        await page.SetViewportSizeAsync(width, 1000);
        await ScreenshotTests.AssertPicturedAsync(page, name);
    }

    private static async Task FillAsync(IPage page)
    {
        LocalDate today = LocalClock.Date(SystemClock.Instance.GetCurrentInstant());
        await page.GetByLabel("Name").FillAsync("Mary Bell");
        await page.GetByRole(AriaRole.Combobox, new() { NameRegex = new Regex("^Team", RegexOptions.None, TimeSpan.FromSeconds(1)) }).SelectOptionAsync(new SelectOptionValue { Index = 3 });
        await page.GetByLabel("Council").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Near which known place").SelectOptionAsync(new SelectOptionValue { Index = 5 });
        await page.GetByLabel("Pounds a week").FillAsync("900");
        await page.GetByLabel("First day").FillAsync(today.PlusDays(8 - (int)today.DayOfWeek).ToString("uuuu-MM-dd", null));
        await page.GetByLabel("Weeks to try").SelectOptionAsync("4");
        var when = page.GetByRole(AriaRole.Group, new() { Name = "When", Exact = true });
        foreach (var day in new[] { "Mon", "Wed", "Fri" })
            await when.GetByLabel(day).CheckAsync();
        await when.GetByLabel("Start").FillAsync("08:30");
        await when.GetByLabel("Minutes").FillAsync("180");
    }
}
