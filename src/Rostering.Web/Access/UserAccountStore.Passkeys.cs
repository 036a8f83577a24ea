using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;

namespace Rostering.Web.Access;

internal sealed partial class UserAccountStore : IUserPasskeyStore<UserAccount>
{
    public async Task AddOrUpdatePasskeyAsync(UserAccount user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        if (await KeyAsync(user, passkey.CredentialId, cancellationToken) is not { } key)
        {
            database.Passkeys.Add(Of(user, passkey));
            return;
        }

        (key.Name, key.SignCount, key.UserVerified, key.BackedUp) = (passkey.Name, passkey.SignCount, passkey.IsUserVerified, passkey.IsBackedUp);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(UserAccount user, CancellationToken cancellationToken) =>
        [.. (await database.Passkeys.Where(key => key.AccountId == user.Id).OrderBy(key => key.MadeAt).ToListAsync(cancellationToken)).Select(Info)];

    public Task<UserAccount?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => (
        from key in database.Passkeys
        join account in database.UserAccounts on key.AccountId equals account.Id
        where key.CredentialId == credentialId
        select account).SingleOrDefaultAsync(cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(UserAccount user, byte[] credentialId, CancellationToken cancellationToken) =>
        await KeyAsync(user, credentialId, cancellationToken) is { } key ? Info(key) : null;

    public async Task RemovePasskeyAsync(UserAccount user, byte[] credentialId, CancellationToken cancellationToken)
    {
        if (await KeyAsync(user, credentialId, cancellationToken) is { } key)
        {
            database.Passkeys.Remove(key);
        }
    }

    private Task<Passkey?> KeyAsync(UserAccount user, byte[] credentialId, CancellationToken cancellationToken) =>
        database.Passkeys.SingleOrDefaultAsync(key => key.AccountId == user.Id && key.CredentialId == credentialId, cancellationToken);

    private static Passkey Of(UserAccount user, UserPasskeyInfo passkey) => new()
    {
        CredentialId = passkey.CredentialId,
        AccountId = user.Id,
        Name = passkey.Name,
        PublicKey = passkey.PublicKey,
        SignCount = passkey.SignCount,
        Transports = passkey.Transports ?? [],
        UserVerified = passkey.IsUserVerified,
        BackupEligible = passkey.IsBackupEligible,
        BackedUp = passkey.IsBackedUp,
        Attestation = passkey.AttestationObject,
        ClientData = passkey.ClientDataJson,
        MadeAt = Instant.FromDateTimeOffset(passkey.CreatedAt),
    };

    private static UserPasskeyInfo Info(Passkey key) => new(
        key.CredentialId, key.PublicKey, key.MadeAt.ToDateTimeOffset(), checked((uint)key.SignCount), key.Transports,
        key.UserVerified, key.BackupEligible, key.BackedUp, key.Attestation, key.ClientData)
    {
        Name = key.Name,
    };
}
