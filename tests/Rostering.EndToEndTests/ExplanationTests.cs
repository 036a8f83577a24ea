using Microsoft.Playwright;

namespace Rostering.EndToEndTests;

/// <summary>Every visit tells its reasons: over the week's page, by mouse and by keyboard, and on a page of its own.</summary>
public sealed class ExplanationTests
{
    private const int TabsMax = 40;

    [Test]
    public async Task Visit_ByKeyboardAlone_OpensExplainsAndGivesTheFocusBack()
    {
        var page = await Site.NewPageAsync();
        await page.GotoAsync(Site.SmallWeek);
        await TabToAVisitAsync(page);
        var visit = await FocusAsync(page);

        await page.Keyboard.PressAsync("Enter");
        await page.Locator("dialog[open] h1").WaitForAsync();
        Assert.That(await page.Locator("dialog h1").InnerTextAsync(), Does.StartWith("pat, Mon 07:"));
        Assert.That(await page.EvaluateAsync<bool>("document.querySelector('dialog').contains(document.activeElement)"), "the focus is in the dialog");

        await page.Keyboard.PressAsync("Escape");
        await page.Locator("dialog").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        Assert.That(await FocusAsync(page), Is.EqualTo(visit));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Visit_ClickedThenAnother_ShowsEachOne()
    {
        var page = await Site.NewPageAsync();
        await page.GotoAsync(Site.SmallWeek);

        foreach (var start in new[] { "Mon 09:00", "Mon 09:30" })
        {
            await page.Locator(".visit", new PageLocatorOptions { HasText = $"{start[4..]}–" }).First.ClickAsync();
            await page.Locator("dialog[open] h1", new PageLocatorOptions { HasText = start }).WaitForAsync();
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Close" }).ClickAsync();
            await page.Locator("dialog").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        }

        Assert.That(new Uri(page.Url).AbsolutePath, Is.EqualTo(Site.SmallWeek));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Visit_WithoutScripts_HasAPageOfItsOwn()
    {
        var page = await Site.NewPageAsync(scripts: false);
        await page.GotoAsync(Site.SmallWeek);

        await page.Locator(".visit").First.ClickAsync();
        await page.WaitForURLAsync("**/visits/*");

        Assert.That(await page.Locator("main h1").InnerTextAsync(), Does.StartWith("pat, Mon 07:"));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Week_OpenedAndExplained_LeavesNoErrorInTheConsole()
    {
        var page = await Site.NewPageAsync();
        List<string> errors = [];
        page.Console += (_, message) => errors.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => errors.Add(error);

        await page.GotoAsync(Site.RealWeek);
        await page.Locator(".gaps a, .visit").First.ClickAsync();
        await page.Locator("dialog[open] h1").WaitForAsync();

        Assert.That(errors, Is.Empty);
        await page.Context.CloseAsync();
    }

    private static async Task TabToAVisitAsync(IPage page)
    {
        for (int tabs = 0; tabs < TabsMax; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("document.activeElement.classList.contains('visit')"))
            {
                return;
            }
        }

        Assert.Fail($"no visit has the focus after {TabsMax} tabs");
    }

    private static Task<string?> FocusAsync(IPage page) => page.EvaluateAsync<string?>("document.activeElement.getAttribute('href')");
}
