using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rostering.Core.Access;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.UserAccounts;

[EnableRateLimiting(AccessServices.TriesPolicy)]
[ResponseCache(NoStore = true)]
public sealed class SignInModel(WaysIn waysIn, SignInManager<UserAccount> signInManager) : PageModel
{
    // One sentence for every reason, so that nobody learns which names exist.
    private const string Wrong = "Name and password do not belong together. Check both; after five wrong tries an account stays closed for a quarter of an hour.";
    private const string WrongPasskey = "That passkey opens nothing here. Use another, or your password and a code.";

    /// <summary>Where to go once signed in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        if (await waysIn.CheckPasswordAsync(Name ?? string.Empty, password ?? string.Empty))
            return LocalRedirect($"/account/sign-in/code?back={Uri.EscapeDataString(Back ?? "/")}");
        Problem = Wrong;
        return Page();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await signInManager.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        if (credential is not null && await waysIn.CheckPasskeyAsync(credential))
            return Url.IsLocalUrl(Back) ? LocalRedirect(Back) : LocalRedirect("/");
        Problem = WrongPasskey;
        return Page();
    }

    public string Address(string? handler) => $"/account/sign-in?back={Uri.EscapeDataString(Back ?? "/")}{(handler is null ? null : $"&handler={handler}")}";
}
