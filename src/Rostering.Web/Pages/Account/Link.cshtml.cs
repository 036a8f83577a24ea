using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.UserAccounts;

/// <summary>Follows a one-time link. Looking at it uses nothing up, since mail programs look at links too.</summary>
[ResponseCache(NoStore = true)]
public sealed class LinkModel(FollowSignInLink followSignInLink, SignInManager<UserAccount> signIn, IClock clock) : PageModel
{
    public UserAccount? Account { get; private set; }
    public LinkPurpose Purpose { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellation) =>
        Show(await followSignInLink.FindAsync(secret, clock.GetCurrentInstant(), cancellation));

    public async Task<IActionResult> OnPostAsync(string secret, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (await followSignInLink.FindAsync(secret, now, cancellation) is not { } found || !MayFollow(found.Purpose)
            || await followSignInLink.HandleAsync(secret, now, cancellation) is not { } followed)
        {
            return Show(null);
        }

        await signIn.SignInAsync(followed.Account, isPersistent: false, followed.Purpose.ToString());
        return LocalRedirect("/");
    }

    private PageResult Show(FollowSignInLink.Result? link)
    {
        if (link is not null && MayFollow(link.Purpose))
        {
            (Account, Purpose) = (link.Account, link.Purpose);
        }
        else
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }

        return Page();
    }

    // Links from the console let in without any proof; so they work at that machine alone.
    private bool MayFollow(LinkPurpose purpose) => purpose == LinkPurpose.Invitation || Request.IsLocal();
}
