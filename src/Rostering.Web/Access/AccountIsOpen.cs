using Microsoft.AspNetCore.Identity;
using Rostering.Core.Access;

namespace Rostering.Web.Access;

/// <summary>Lets nobody sign in to a disabled account, whatever they prove.</summary>
internal sealed class AccountIsOpen : IUserConfirmation<UserAccount>
{
    public Task<bool> IsConfirmedAsync(UserManager<UserAccount> manager, UserAccount user) => Task.FromResult(user.DisabledAt is null);
}
