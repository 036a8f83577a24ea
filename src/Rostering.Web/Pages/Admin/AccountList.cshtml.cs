using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Admin;

/// <summary>Everyone who can sign in at the provider, and who no longer can.</summary>
public sealed class AccountListModel(RosteringContext database, IClock clock) : PageModel
{
    public IReadOnlyList<AccountLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var provider = User.Actor().ProviderId;
        var now = clock.GetCurrentInstant();
        var found = await database.UserAccounts.Where(account => account.ProviderId == provider).OrderBy(account => account.Name).AsNoTracking()
            .Select(account => new { account, Passkeys = database.Passkeys.Count(passkey => passkey.AccountId == account.Id) }).ToListAsync(cancellation);
        Lines = [.. found.Select(line => new AccountLine(line.account, line.Passkeys, now))];
    }
}

/// <summary>An account as the list shows it.</summary>
public sealed record AccountLine(UserAccount Account, int Passkeys, Instant Now)
{
    public string HeldTo
    {
        get
        {
            string[] bounds = [.. Account.Teams, .. Account.WorkerId is { } worker ? [worker] : Array.Empty<string>(), .. Account.PersonIds];
            return bounds.Length == 0 ? "Nothing" : string.Join(", ", bounds);
        }
    }

    public string SignsInBy => (Passkeys, Account.SecondStep) switch
    {
        (0, false) => "One-time links alone",
        (0, true) => "Password and app",
        (_, false) => "Passkey",
        _ => "Passkey; password and app",
    };

    public string State => Account.DisabledAt is not null ? "Disabled" : Account.LockedUntil > Now ? "Closed after wrong tries" : "Open";
}
