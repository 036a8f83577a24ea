using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Core.Rotas;

namespace Rostering.Testing;

/// <summary>Whom a test signs in: a role, and which worker, people or teams go with it.</summary>
public sealed record Someone(Role Role)
{
    public string? WorkerId { get; init; } = Role == Role.Worker ? "ann" : null;
    public IReadOnlyList<string> PersonIds { get; init; } = Role is Role.Person or Role.Representative ? ["pat"] : [];
    public IReadOnlyList<string> Teams { get; init; } = [];
    public string Provider { get; init; } = "Oakwood Test";

    /// <summary>What tells them from others of the same role.</summary>
    public string Name { get; init; } = $"Some {Role}";
}

/// <summary>Opens accounts in a test's database, and one-time links into them.</summary>
public static class Accounts
{
    /// <summary>The account of someone, opened if there is none yet.</summary>
    public static async Task<UserAccount> OpenAsync(RotaDatabase database, Someone who)
    {
        await using RosteringContext context = database.Open();
        Provider provider = await context.Providers.SingleOrDefaultAsync(p => p.Name == who.Provider) ?? context.Providers.Add(new Provider { Name = who.Provider }).Entity;
        await context.SaveChangesAsync();
        var signInName = $"{who.Name.Replace(' ', '.')}@{provider.Id}.example".ToLowerInvariant();
        if (await context.UserAccounts.SingleOrDefaultAsync(a => a.SignInName == signInName) is { } known)
        {
            return known;
        }

        UserAccount account = new()
        {
            ProviderId = provider.Id,
            Name = who.Name,
            SignInName = signInName,
            Roles = [who.Role],
            WorkerId = who.WorkerId,
            PersonIds = [.. who.PersonIds],
            Teams = [.. who.Teams],
            SecurityStamp = Secret.New(),
        };
        context.UserAccounts.Add(account);
        await context.SaveChangesAsync();
        return account;
    }

    /// <summary>The address of a new one-time link into someone's account.</summary>
    public static async Task<string> LinkAsync(RotaDatabase database, UserAccount account, LinkPurpose purpose = LinkPurpose.SignIn, Instant? at = null)
    {
        await using RosteringContext context = database.Open();
        Act act = new(account.Actor(), at ?? SystemClock.Instance.GetCurrentInstant(), "test");
        return $"/account/link/{await new MakeSignInLink(context).HandleAsync(account, purpose, act, CancellationToken.None)}";
    }

    public static async Task<string> LinkAsync(RotaDatabase database, Someone who) => await LinkAsync(database, await OpenAsync(database, who));
}
