using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Data;

namespace Rostering.Core.Access;

/// <summary>Lets the bearer of a one-time link in.</summary>
public sealed class FollowSignInLink(RosteringContext database)
{
    /// <summary>Where a link leads.</summary>
    public sealed record Result(UserAccount Account, LinkPurpose Purpose);

    /// <summary>Where a link would lead, which uses nothing up; <c>null</c> if it is unknown, used or expired, or its account is disabled.</summary>
    public async Task<Result?> FindAsync(string secret, Instant now, CancellationToken cancellation)
    {
        var found = await (
            from link in Open(secret, now)
            join account in database.UserAccounts on link.AccountId equals account.Id
            where account.DisabledAt == null
            select new { account, link.Purpose }).SingleOrDefaultAsync(cancellation);
        return found is null ? null : new Result(found.account, found.Purpose);
    }

    /// <summary>Uses a link up and says where it leads; <c>null</c> as for <see cref="FindAsync"/>.</summary>
    public async Task<Result?> HandleAsync(string secret, Instant now, CancellationToken cancellation)
    {
        if (await FindAsync(secret, now, cancellation) is not { } found)
        {
            return null;
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);

        // Of two who follow the same link at once, the database lets one in.
        if (await Open(secret, now).ExecuteUpdateAsync(link => link.SetProperty(l => l.UsedAt, now), cancellation) == 0)
        {
            return null;
        }

        Act act = new(found.Account.Actor(), now, "followed a one-time link");
        database.AuditEntries.Add(AuditEntry.Of(act, "access.sign-in", $"account/{found.Account.Id}", $$"""{"by": "{{found.Purpose}}"}"""));
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return found;
    }

    private IQueryable<SignInLink> Open(string secret, Instant now)
    {
        byte[] hash = Secret.Hash(secret);
        return database.SignInLinks.Where(link => link.SecretHash == hash && link.UsedAt == null && link.ExpiresAt > now);
    }
}
