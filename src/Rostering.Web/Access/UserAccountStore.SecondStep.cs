using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Rostering.Core.Access;
using Secret = Rostering.Core.Access.Secret;

namespace Rostering.Web.Access;

// The second step: the authenticator's key is kept encrypted, of the recovery codes only hashes.
internal sealed partial class UserAccountStore : IUserTwoFactorStore<UserAccount>, IUserAuthenticatorKeyStore<UserAccount>, IUserTwoFactorRecoveryCodeStore<UserAccount>
{
    private readonly IDataProtector protector = protection.CreateProtector("Rostering.AuthenticatorKey");

    public Task SetTwoFactorEnabledAsync(UserAccount user, bool enabled, CancellationToken cancellationToken) => Set(() => user.SecondStep = enabled);

    public Task<bool> GetTwoFactorEnabledAsync(UserAccount user, CancellationToken cancellationToken) => Task.FromResult(user.SecondStep);

    public Task SetAuthenticatorKeyAsync(UserAccount user, string key, CancellationToken cancellationToken) => Set(() => user.AuthenticatorKey = protector.Protect(key));

    public Task<string?> GetAuthenticatorKeyAsync(UserAccount user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AuthenticatorKey is { } key ? protector.Unprotect(key) : null);

    public Task ReplaceCodesAsync(UserAccount user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        Set(() => user.RecoveryCodes = [.. recoveryCodes.Select(HashOf)]);

    public Task<bool> RedeemCodeAsync(UserAccount user, string code, CancellationToken cancellationToken)
    {
        string hash = HashOf(code);
        if (!user.RecoveryCodes.Contains(hash, StringComparer.Ordinal))
        {
            return Task.FromResult(false);
        }

        user.RecoveryCodes = [.. user.RecoveryCodes.Where(other => other != hash)];
        return Task.FromResult(true);
    }

    public Task<int> CountCodesAsync(UserAccount user, CancellationToken cancellationToken) => Task.FromResult(user.RecoveryCodes.Length);

    private static string HashOf(string code) => Convert.ToHexString(Secret.Hash(code));
}
