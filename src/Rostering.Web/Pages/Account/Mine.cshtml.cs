using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.UserAccounts;

/// <summary>What someone may know and do about their own account.</summary>
public sealed class MineModel(UserManager<UserAccount> users, SignInManager<UserAccount> signIn, RosteringContext database) : PageModel
{
    public UserAccount Account { get; private set; } = null!;
    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];
    public string? Problem { get; private set; }

    public int WaysIn => Passkeys.Count + (Account.SecondStep ? 1 : 0);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Account = (await users.GetUserAsync(User))!;
        Passkeys = await database.Passkeys.Where(passkey => passkey.AccountId == Account.Id).OrderBy(passkey => passkey.MadeAt).ToListAsync();
        await next();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id)
    {
        if (Passkeys.SingleOrDefault(passkey => Convert.ToHexString(passkey.CredentialId) == id) is not { } removed)
        {
            Problem = "That passkey is gone already.";
        }
        else if (WaysIn == 1)
        {
            Problem = "This is your only way in. Set up another one first.";
        }
        else
        {
            Note("access.remove-passkey");
            await users.RemovePasskeyAsync(Account, removed.CredentialId);
            return LocalRedirect("/account");
        }

        return Page();
    }

    public async Task<IActionResult> OnPostEndSessionsAsync()
    {
        Note("access.end-sessions");
        // A lost telephone shows no notices either.
        database.NoticeDevices.RemoveRange(await database.NoticeDevices.Where(device => device.AccountId == Account.Id).ToListAsync());
        await users.UpdateSecurityStampAsync(Account);
        await signIn.SignOutAsync();
        return LocalRedirect("/account/sign-in");
    }

    private void Note(string what) => database.AuditEntries.Add(AuditEntry.Of(HttpContext.Act("changed their own account"), what, $"account/{Account.Id}"));
}
