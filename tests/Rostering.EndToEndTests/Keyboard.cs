using Microsoft.Playwright;

namespace Rostering.EndToEndTests;

/// <summary>A window that is worked without a mouse: what is pressed is reached by Tab, and after every act the focus is on something that can be seen.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int TabsMax = 200;

    public IPage Page => page;

    /// <summary>Where the window stands, for whoever reads why a test failed.</summary>
    public async Task<string> WhereAsync() =>
        $"{page.Url} with the focus on {await page.EvaluateAsync<string>("document.activeElement?.outerHTML.slice(0, 200) ?? 'nothing'")}";

    /// <summary>Presses Tab until something has the focus, as far as a page can be long.</summary>
    public async Task ReachAsync(ILocator wanted)
    {
        await wanted.WaitForAsync();
        for (int tabs = 0; tabs < TabsMax; tabs++)
        {
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not reach {wanted}.");
    }

    /// <summary>Writes over what a field has.</summary>
    public async Task TypeAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Follows a link to a page of another address.</summary>
    public async Task FollowAsync(ILocator link)
    {
        await ReachAsync(link);
        string before = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => address != before);
    }

    /// <summary>Presses a button or what opens something; the answer is seen, and the focus is not lost.</summary>
    public async Task ActAsync(ILocator button, ILocator answer)
    {
        await ReachAsync(button);
        await PressAsync("Enter", answer);
    }

    /// <summary>Presses keys that do something wherever the focus is.</summary>
    public async Task PressAsync(string keys, ILocator answer)
    {
        await page.Keyboard.PressAsync(keys);
        await answer.WaitForAsync();
        await Assertions.Expect(page.Locator("body *:focus:visible")).ToHaveCountAsync(1);
    }
}
