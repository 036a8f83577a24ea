using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;

namespace Rostering.Core.Access;

/// <summary>Invites someone: opens their account, or lets its owner start over, and makes the link by which they set up how they sign in.</summary>
public sealed class InviteAccount(RosteringContext database, MakeSignInLink makeSignInLink)
{
    /// <summary>What came of it.</summary>
    public abstract record Result
    {
        private Result()
        {
        }

        /// <summary>The account, and the secret of its link, which nobody can read again.</summary>
        public sealed record Invited(UserAccount Account, string Secret) : Result;

        /// <summary>Nothing was done.</summary>
        public sealed record Refused(AccountProblem Problem) : Result;
    }

    /// <summary>Opens an account and invites its owner.</summary>
    public async Task<Result> HandleAsync(AccountTerms terms, Act act, CancellationToken cancellation)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var result = await WithinAsync(terms, act, cancellation);
        if (result is Result.Invited)
            await transaction.CommitAsync(cancellation);
        return result;
    }

    /// <summary>Does it within a transaction that also does something else.</summary>
    internal async Task<Result> WithinAsync(AccountTerms terms, Act act, CancellationToken cancellation)
    {
        if (await terms.ProblemAsync(database, account: null, cancellation) is { } problem)
            return new Result.Refused(problem);

        UserAccount account = new()
        {
            ProviderId = act.By.ProviderId,
            Name = string.Empty,
            SignInName = string.Empty,
            Roles = [],
            SecurityStamp = Secret.New(),
        };
        terms.ApplyTo(account);
        database.UserAccounts.Add(account);
        await database.SaveChangesAsync(cancellation);
        database.AuditEntries.Add(AuditEntry.Of(act, "access.open-account", $"account/{account.Id}", terms.Json()));
        string secret = await makeSignInLink.HandleAsync(account, LinkPurpose.Invitation, act, cancellation);
        return new Result.Invited(account, secret);
    }

    /// <summary>Takes away all that an account's owner signed in with, ends their sessions and their open links, and invites them anew.</summary>
    public async Task<string> AgainAsync(UserAccount account, Act act, CancellationToken cancellation)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        (account.PasswordHash, account.SecondStep, account.RecoveryCodes, account.AuthenticatorKey) = (null, false, [], null);
        (account.LockedUntil, account.FailedAttempts) = (null, 0);
        account.EndSessions();
        await database.Passkeys.Where(passkey => passkey.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
        await database.SignInLinks.Where(link => link.AccountId == account.Id && link.UsedAt == null)
            .ExecuteUpdateAsync(link => link.SetProperty(l => l.UsedAt, act.At), cancellation);
        string secret = await makeSignInLink.HandleAsync(account, LinkPurpose.Invitation, act, cancellation);
        await transaction.CommitAsync(cancellation);
        return secret;
    }
}
