using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Rostering.Core.Access;
using Rostering.Core.Data;

namespace Rostering.Web.Access;

/// <summary>Sets up a password together with its second step, so that there is never one without the other.</summary>
public sealed class SecondStep(
    UserManager<UserAccount> users, IUserStore<UserAccount> store, RosteringContext database, IDataProtectionProvider protection)
{
    private const int RecoveryCodes = 10;
    private static readonly TimeSpan OfferLasts = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Rostering.OfferedKey").ToTimeLimitedDataProtector();

    /// <summary>A key for an authenticator app, which counts for nothing until a code of it comes back.</summary>
    public Offer New(UserAccount account) => Of(account, users.GenerateNewAuthenticatorKey());

    /// <summary>The key that was offered before, if that was within the hour and to the same account.</summary>
    public Offer? Again(UserAccount account, string sealedKey)
    {
        try
        {
            return protector.Unprotect(sealedKey).Split(' ') is [var id, var key] && id == $"{account.Id}" ? Of(account, key) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Why a password will not do, in words; nothing if it will.</summary>
    public async Task<string?> RefusePasswordAsync(UserAccount account, string password)
    {
        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, account, password) is { Succeeded: false } refused)
                return string.Join(' ', refused.Errors.Select(error => error.Description));
        }

        return null;
    }

    /// <summary>Keeps password and key if the code is right of the key, and gives the recovery codes; nothing if it is not.</summary>
    public async Task<IReadOnlyList<string>?> KeepAsync(UserAccount account, Offer offer, string password, string code, Act act)
    {
        await ((IUserAuthenticatorKeyStore<UserAccount>)store).SetAuthenticatorKeyAsync(account, offer.Key, CancellationToken.None);
        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code.Replace(" ", null, StringComparison.Ordinal)))
        {
            database.ChangeTracker.Clear();
            return null;
        }

        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.SecondStep = true;
        account.EndSessions();
        database.AuditEntries.Add(AuditEntry.Of(act, "access.set-password", $"account/{account.Id}"));
        return [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes))!];
    }

    private Offer Of(UserAccount account, string key)
    {
        var name = Uri.EscapeDataString(account.SignInName);
        return new Offer(key, protector.Protect($"{account.Id} {key}", OfferLasts), $"otpauth://totp/Rostering:{name}?secret={key}&issuer=Rostering&digits=6");
    }
}

/// <summary>A key for an authenticator app: as it is, sealed for the way to the browser and back, and as the address that apps read.</summary>
public sealed record Offer(string Key, string Sealed, string Address)
{
    /// <summary>In groups of four, for those who type it.</summary>
    public string Grouped => string.Join(' ', Key.Chunk(4).Select(letters => new string(letters)));
}
