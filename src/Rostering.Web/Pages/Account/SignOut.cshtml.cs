using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Access;

namespace Rostering.Web.Pages.UserAccounts;

public sealed class SignOutModel(SignInManager<UserAccount> signIn) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();

        // The copy of one's own week goes with its owner: others may use the telephone.
        Response.Headers["Clear-Site-Data"] = "\"storage\"";
        return LocalRedirect("/account/sign-in");
    }
}
