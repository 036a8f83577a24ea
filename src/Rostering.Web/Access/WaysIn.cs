using Microsoft.AspNetCore.Identity;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;

namespace Rostering.Web.Access;

/// <summary>Signs in whoever proves who they are, by password and second step or by passkey, and leaves word of it in the audit trail.</summary>
public sealed class WaysIn(SignInManager<UserAccount> signIn, UserManager<UserAccount> users, RosteringContext database, IClock clock)
{
    /// <summary>What the session says of someone who gave a password and a code.</summary>
    public const string ByCode = "Code";

    /// <summary>What the session says of someone who used a passkey.</summary>
    public const string ByPasskey = "Passkey";

    // Hashing takes as long for a name that nobody has, so that nobody learns which names exist.
    private static readonly string NobodysHash = new PasswordHasher<UserAccount>().HashPassword(null!, Secret.New());

    /// <summary>Whether name and password belong together; if so, the second step is asked for.</summary>
    public async Task<bool> CheckPasswordAsync(string name, string password)
    {
        if (await users.FindByNameAsync(name) is not { } account)
        {
            users.PasswordHasher.VerifyHashedPassword(null!, NobodysHash, password);
            return false;
        }

        var result = await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        await NoteLockAsync(account, result);
        return result.RequiresTwoFactor;
    }

    /// <summary>Whether the code is right of the one whose password was; if so, they are signed in.</summary>
    public async Task<bool> CheckCodeAsync(string code)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account)
            return false;

        var digits = code.Replace(" ", null, StringComparison.Ordinal);
        var result = digits.All(char.IsAsciiDigit)
            ? await signIn.TwoFactorAuthenticatorSignInAsync(digits, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(digits.ToUpperInvariant());
        await NoteLockAsync(account, result);
        if (result.Succeeded)
            await NoteAsync(account, "access.sign-in", ByCode);
        return result.Succeeded;
    }

    /// <summary>Whether a passkey's answer is right; if so, its owner is signed in.</summary>
    public async Task<bool> CheckPasskeyAsync(string credential)
    {
        var proof = await signIn.PerformPasskeyAssertionAsync(credential);
        if (!proof.Succeeded || !await signIn.CanSignInAsync(proof.User))
            return false;

        await users.AddOrUpdatePasskeyAsync(proof.User, proof.Passkey);
        await InAsync(proof.User, ByPasskey);
        return true;
    }

    /// <summary>Signs in someone who has proved who they are.</summary>
    public async Task InAsync(UserAccount account, string by)
    {
        await NoteAsync(account, "access.sign-in", by);
        await signIn.SignInAsync(account, isPersistent: false, by);
    }

    private Task NoteLockAsync(UserAccount account, SignInResult result) =>
        result.IsLockedOut ? NoteAsync(account, "access.locked-out", ByCode) : Task.CompletedTask;

    private Task<int> NoteAsync(UserAccount account, string what, string by)
    {
        Act act = new(account.Actor(), clock.GetCurrentInstant(), "signing in");
        database.AuditEntries.Add(AuditEntry.Of(act, what, $"account/{account.Id}", $$"""{"by": "{{by}}"}"""));
        return database.SaveChangesAsync();
    }
}
