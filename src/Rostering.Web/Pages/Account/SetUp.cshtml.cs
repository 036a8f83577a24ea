using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.UserAccounts;

/// <summary>Where someone chooses how they will sign in: by passkey, or by password with an authenticator app.</summary>
[EnableRateLimiting(AccessServices.TriesPolicy)]
[ResponseCache(NoStore = true)]
public sealed class SetUpModel(
    WaysIn waysIn, SecondStep secondStep, UserManager<UserAccount> users, SignInManager<UserAccount> signInManager, RosteringContext database) : PageModel
{
    public UserAccount Account { get; private set; } = null!;
    public Offer Offer { get; private set; } = null!;
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }
    public string? Problem { get; private set; }
    public string? PasswordProblem { get; private set; }
    public string? CodeProblem { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Account = (await users.GetUserAsync(User))!;
        Offer = secondStep.New(Account);
        await next();
    }

    public async Task<IActionResult> OnPostAsync(string? sealedKey, string? password, string? code)
    {
        if (secondStep.Again(Account, sealedKey ?? string.Empty) is not { } offered)
        {
            Problem = "This page was open for too long, and its key is no longer good. Scan the new one.";
            return Page();
        }

        Offer = offered;
        PasswordProblem = await secondStep.RefusePasswordAsync(Account, password ?? string.Empty);
        if (PasswordProblem is not null)
            return Page();

        RecoveryCodes = await secondStep.KeepAsync(Account, offered, password!, code ?? string.Empty, HttpContext.Act("chose how to sign in"));
        if (RecoveryCodes is null)
            CodeProblem = "That code is not right, or it is too old. Type the one that the app shows now, and the password once more.";
        else
            await waysIn.InAsync(Account, WaysIn.ByCode);
        return Page();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(
        await signInManager.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = $"{Account.Id}", Name = Account.SignInName, DisplayName = Account.Name }),
        "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? device)
    {
        var proof = await signInManager.PerformPasskeyAttestationAsync(credential ?? string.Empty);
        if (!proof.Succeeded)
        {
            Problem = "Your device did not finish making the passkey. Try once more, or choose a password and a code.";
            return Page();
        }

        proof.Passkey.Name = string.IsNullOrWhiteSpace(device) ? "Passkey" : device.Trim();
        database.AuditEntries.Add(AuditEntry.Of(HttpContext.Act("chose how to sign in"), "access.add-passkey", $"account/{Account.Id}"));
        await users.AddOrUpdatePasskeyAsync(Account, proof.Passkey);
        await waysIn.InAsync(Account, WaysIn.ByPasskey);
        return LocalRedirect("/");
    }
}
