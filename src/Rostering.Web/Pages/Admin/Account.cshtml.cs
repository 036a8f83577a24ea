using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Admin;

/// <summary>One account of the administrator's own provider: its terms, its way in, and its end.</summary>
[ResponseCache(NoStore = true)]
public sealed class AccountModel(RosteringContext database, ChangeAccount changeAccount, InviteAccount inviteAccount) : PageModel
{
    public UserAccount Account { get; private set; } = null!;
    public AccountForm Form { get; private set; } = new();
    public Invitation? Invited { get; private set; }
    public bool Saved { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = long.Parse((string)RouteData.Values["id"]!);
        var provider = User.Actor().ProviderId;
        if (await database.UserAccounts.SingleOrDefaultAsync(account => account.Id == id && account.ProviderId == provider) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        Account = found;
        Form = AccountForm.Of(found);
        await next();
    }

    public async Task OnPostAsync([FromForm] AccountForm form, CancellationToken cancellation)
    {
        Form = form;
        Form.Problem = await changeAccount.HandleAsync(Account, form.Terms(), HttpContext.Act("changed an account"), cancellation);
        Saved = Form.Problem is null;
    }

    public async Task OnPostInviteAsync(CancellationToken cancellation) =>
        Invited = Invitation.Of(Request, Account, await inviteAccount.AgainAsync(Account, HttpContext.Act("let someone start over"), cancellation));

    public Task OnPostDisableAsync(CancellationToken cancellation) => SetDisabledAsync(true, cancellation);

    public Task OnPostEnableAsync(CancellationToken cancellation) => SetDisabledAsync(false, cancellation);

    private async Task SetDisabledAsync(bool disabled, CancellationToken cancellation) =>
        Form.Problem = await changeAccount.DisableAsync(Account, disabled, HttpContext.Act(disabled ? "disabled an account" : "enabled an account"), cancellation);
}
