using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Rostering.Core.Access;

namespace Rostering.Web.Access;

/// <summary>What a session says of its account; <see cref="Acting"/> reads it again.</summary>
internal sealed class UserAccountClaims(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<UserAccount>
{
    public Task<ClaimsPrincipal> CreateAsync(UserAccount user)
    {
        ClaimsIdentity identity = new(
            [
                new Claim(ClaimTypes.NameIdentifier, Text(user.Id)),
                new Claim(ClaimTypes.Name, user.Name),
                new Claim(Acting.ProviderClaim, Text(user.ProviderId)),
                new Claim(options.Value.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp),
                .. user.Roles.Select(role => new Claim(ClaimTypes.Role, role.ToString())),
                .. user.Teams.Select(team => new Claim(Acting.TeamClaim, team)),
                .. user.PersonIds.Select(person => new Claim(Acting.PersonClaim, person)),
            ],
            IdentityConstants.ApplicationScheme);
        if (user.WorkerId is { } worker)
        {
            identity.AddClaim(new Claim(Acting.WorkerClaim, worker));
        }

        return Task.FromResult(new ClaimsPrincipal(identity));
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
