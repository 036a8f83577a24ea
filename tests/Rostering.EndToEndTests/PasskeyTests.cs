using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Rostering.Core.Access;
using Rostering.Testing;

namespace Rostering.EndToEndTests;

/// <summary>Passkeys in a real browser, whose device is a virtual one that Chromium brings along.</summary>
public sealed class PasskeyTests
{
    private static readonly Regex Start = new("/$", RegexOptions.None, TimeSpan.FromSeconds(1));

    [Test]
    public async Task Passkey_MadeOnInvitation_SignsInWithoutNameOrPassword()
    {
        var page = await Site.NewPageAsync(who: null);
        await AddDeviceAsync(page);
        await InvitedAsync(page, "Pas Skey");
        await page.GetByLabel("Name of this device").FillAsync("Work phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await page.WaitForURLAsync(Start);

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await page.Locator(".self", new() { HasText = "Pas Skey" }).WaitForAsync();
        await page.GotoAsync("/account");

        Assert.That(await page.Locator("main .notes").InnerTextAsync(), Does.Contain("Work phone"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the passkey Work phone" }).ClickAsync();
        Assert.That(await page.Locator("[role=alert]").InnerTextAsync(), Is.EqualTo("This is your only way in. Set up another one first."));
        await page.Context.CloseAsync();
    }

    [Test]
    public async Task Passkey_OwnerNotRecognised_SaysSoAndLetsNobodyIn()
    {
        var page = await Site.NewPageAsync(who: null);
        var (session, device) = await AddDeviceAsync(page);
        await InvitedAsync(page, "Sto Len");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await page.WaitForURLAsync(Start);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await session.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = device, ["isUserVerified"] = false });
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await page.Locator("#problem", new() { HasText = "Your device gave no passkey" }).WaitForAsync();

        Assert.That(await page.Locator(".self").CountAsync(), Is.Zero);
        await page.Context.CloseAsync();
    }

    private static async Task InvitedAsync(IPage page, string name)
    {
        await page.GotoAsync(await Site.InviteAsync(new Someone(Role.Auditor) { Name = name }));
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await page.WaitForURLAsync("**/account/set-up");
    }

    private static async Task<(ICDPSession Session, string Device)> AddDeviceAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return (session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }
}
