using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rostering.Core.Access;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Admin;

[ResponseCache(NoStore = true)]
public sealed class InviteModel(InviteAccount inviteAccount) : PageModel
{
    [BindProperty]
    public AccountForm Form { get; set; } = new();

    public Invitation? Invited { get; private set; }

    public async Task OnPostAsync(CancellationToken cancellation)
    {
        switch (await inviteAccount.HandleAsync(Form.Terms(), HttpContext.Act("invited someone"), cancellation))
        {
            case InviteAccount.Result.Refused refused:
                Form.Problem = refused.Problem;
                break;
            case InviteAccount.Result.Invited invited:
                Invited = Invitation.Of(Request, invited.Account, invited.Secret);
                break;
        }
    }
}

/// <summary>An invitation as it is shown, once, to the administrator who made it.</summary>
public sealed record Invitation(string Name, string Address)
{
    public static Invitation Of(HttpRequest request, UserAccount account, string secret) =>
        new(account.Name, $"{request.Scheme}://{request.Host}/account/link/{secret}");
}
