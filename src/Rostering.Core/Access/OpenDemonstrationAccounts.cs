using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;
using Rostering.Solver.Problem;

namespace Rostering.Core.Access;

/// <summary>Opens an account for each role at a demonstration provider. None has a password: they are entered by one-time links.</summary>
public sealed class OpenDemonstrationAccounts(RosteringContext database)
{
    /// <summary>Opens the accounts that are not there yet.</summary>
    public async Task HandleAsync(RotaProblem demonstration, Act act, CancellationToken cancellation)
    {
        string[] there = await database.UserAccounts.Where(account => account.ProviderId == act.By.ProviderId).Select(account => account.SignInName).ToArrayAsync(cancellation);
        var missing = Enum.GetValues<Role>().Select(role => Of(role, demonstration, act.By.ProviderId)).Where(account => !there.Contains(account.SignInName)).ToArray();
        database.UserAccounts.AddRange(missing);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await database.SaveChangesAsync(cancellation);
        database.AuditEntries.AddRange(missing.Select(account => AuditEntry.Of(act, "access.open-account", $"account/{account.Id}")));
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static UserAccount Of(Role role, RotaProblem demonstration, long provider)
    {
        Worker worker = demonstration.Workers[0];
        Person person = demonstration.People[0];
        return new UserAccount
        {
            ProviderId = provider,
            Name = role switch
            {
                Role.ServiceManager => "Morag Sinclair",
                Role.TeamLeader => "Euan Baxter",
                Role.Finance => "Priya Nair",
                Role.Hr => "Helen Docherty",
                Role.Worker => worker.Name,
                Role.Person => person.Name,
                Role.Representative => $"Representative of {person.Name}",
                Role.Auditor => "Alan Frew",
                Role.Administrator => "Isla Kerr",
                _ => throw new ArgumentOutOfRangeException(nameof(role), role, "This role has no demonstration account yet; name one."),
            },
            SignInName = $"{role}@{provider}.example".ToLowerInvariant(),
            Roles = [role],
            WorkerId = role == Role.Worker ? worker.Id.Value : null,
            PersonIds = role is Role.Person or Role.Representative ? [person.Id.Value] : [],
            SecurityStamp = Secret.New(),
        };
    }
}
