using Microsoft.Playwright;

namespace Rostering.EndToEndTests;

/// <summary>The pages of funds in the hand of somebody without a mouse, without scripts, and in the dark of the console.</summary>
public sealed class FundTests
{
    private const int TabsMax = 60;

    [Test]
    public async Task Funds_ByKeyboardAlone_AreFilteredAndOpened()
    {
        var page = await Site.NewPageAsync();
        await page.GotoAsync(Site.Funds);
        await TabToAsync(page, "input[name=find]");
        await page.Keyboard.TypeAsync("Callum");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**find=Callum**");

        await TabToAsync(page, "tbody th a");
        await page.Keyboard.PressAsync("Enter");

        await page.Locator("h1", new PageLocatorOptions { HasText = "Callum Reid" }).WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Fund_WithoutScripts_AnswersWhatIfAndLeadsToItsEntries()
    {
        var page = await Site.NewPageAsync(scripts: false);
        await page.GotoAsync(Site.Fund);

        await page.Locator("input[name=extraHours]").FillAsync("6");
        await page.Locator("section[aria-labelledby=step-up] button").ClickAsync();
        Assert.That(await page.Locator("#step-up ~ [role=status]").InnerTextAsync(), Does.Contain("6 h more a week"));

        await page.Locator("section[aria-labelledby=entries] tbody th a").First.ClickAsync();
        Assert.That(await page.Locator("h2").First.InnerTextAsync(), Is.EqualTo("Lines"));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Funds_ListAndFund_LeaveNoErrorInTheConsole()
    {
        var page = await Site.NewPageAsync();
        List<string> errors = [];
        page.Console += (_, message) => errors.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => errors.Add(error);

        await page.GotoAsync(Site.Funds);
        await page.GotoAsync(Site.Fund);

        Assert.That(errors, Is.Empty);
        await page.Context.CloseAsync();
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var tabs = 0; tabs < TabsMax; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }

        Assert.Fail($"nothing that matches {selector} has the focus after {TabsMax} tabs");
    }
}
