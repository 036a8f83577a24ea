using NodaTime;
using Rostering.Core.Data;

namespace Rostering.Core.Access;

/// <summary>Makes a one-time link into an account.</summary>
public sealed class MakeSignInLink(RosteringContext database)
{
    /// <summary>How long a link from the machine's own console lasts: a working day.</summary>
    public static readonly Duration SignInLasts = Duration.FromHours(8);

    /// <summary>How long someone has to follow an invitation.</summary>
    public static readonly Duration InvitationLasts = Duration.FromDays(7);

    /// <summary>Makes the link and gives its secret, which nobody can read again.</summary>
    public async Task<string> HandleAsync(UserAccount account, LinkPurpose purpose, Act act, CancellationToken cancellation)
    {
        string secret = Secret.New();
        database.SignInLinks.Add(new SignInLink
        {
            AccountId = account.Id,
            Purpose = purpose,
            SecretHash = Secret.Hash(secret),
            MadeAt = act.At,
            ExpiresAt = act.At + (purpose == LinkPurpose.SignIn ? SignInLasts : InvitationLasts),
        });
        database.AuditEntries.Add(AuditEntry.Of(act, "access.make-link", $"account/{account.Id}", $$"""{"purpose": "{{purpose}}"}"""));
        await database.SaveChangesAsync(cancellation);
        return secret;
    }
}
