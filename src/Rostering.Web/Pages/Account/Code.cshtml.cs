using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.UserAccounts;

/// <summary>The second step of signing in with a password.</summary>
[EnableRateLimiting(AccessServices.TriesPolicy)]
[ResponseCache(NoStore = true)]
public sealed class CodeModel(WaysIn waysIn) : PageModel
{
    private const string Wrong = "That code is not right, or it is too old. Type the one that the app shows now; if it has been a while, start again.";

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        if (!string.IsNullOrWhiteSpace(code) && await waysIn.CheckCodeAsync(code))
            return Url.IsLocalUrl(Back) ? LocalRedirect(Back) : LocalRedirect("/");
        Problem = Wrong;
        return Page();
    }
}
