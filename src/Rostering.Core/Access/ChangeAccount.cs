using Rostering.Core.Data;

namespace Rostering.Core.Access;

/// <summary>Changes what an account may do, disables it, or enables it again. Its sessions take on what holds now, or end, within a minute.</summary>
public sealed class ChangeAccount(RosteringContext database)
{
    /// <summary>Gives an account other terms; answers what is wrong with them, if anything is.</summary>
    public async Task<AccountProblem?> HandleAsync(UserAccount account, AccountTerms terms, Act act, CancellationToken cancellation)
    {
        if (await terms.ProblemAsync(database, account, cancellation) is { } problem)
            return problem;
        if (account.Id == act.By.UserId && !terms.Roles.Contains(Role.Administrator))
            return new AccountProblem(nameof(AccountTerms.Roles), "You cannot take the role of administrator from yourself; ask another administrator.");

        string before = AccountTerms.Of(account).Json();
        terms.ApplyTo(account);
        database.AuditEntries.Add(AuditEntry.Of(act, "access.change-account", $"account/{account.Id}", $$"""{"before": {{before}}, "after": {{terms.Json()}}}"""));
        await database.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>Lets nobody in by an account any more, or again; answers what is wrong with that, if anything is.</summary>
    public async Task<AccountProblem?> DisableAsync(UserAccount account, bool disabled, Act act, CancellationToken cancellation)
    {
        if (account.Id == act.By.UserId)
            return new AccountProblem(string.Empty, "You cannot disable your own account; ask another administrator.");

        account.DisabledAt = disabled ? act.At : null;
        account.EndSessions();
        database.AuditEntries.Add(AuditEntry.Of(act, disabled ? "access.disable-account" : "access.enable-account", $"account/{account.Id}"));
        await database.SaveChangesAsync(cancellation);
        return null;
    }
}
