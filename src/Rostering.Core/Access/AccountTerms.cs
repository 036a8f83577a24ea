using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rostering.Core.Data;

namespace Rostering.Core.Access;

/// <summary>What an administrator decides about an account.</summary>
public sealed record AccountTerms
{
    private const int NameMax = 120;

    public required string Name { get; init; }
    public required string SignInName { get; init; }
    public required ImmutableArray<Role> Roles { get; init; }
    public ImmutableArray<string> Teams { get; init; } = [];
    public string? WorkerId { get; init; }
    public ImmutableArray<string> PersonIds { get; init; } = [];

    /// <summary>What an account has now.</summary>
    public static AccountTerms Of(UserAccount account) => new()
    {
        Name = account.Name,
        SignInName = account.SignInName,
        Roles = [.. account.Roles],
        Teams = [.. account.Teams],
        WorkerId = account.WorkerId,
        PersonIds = [.. account.PersonIds],
    };

    internal void ApplyTo(UserAccount account)
    {
        (account.Name, account.SignInName, account.WorkerId) = (Name, SignInName, WorkerId);
        (account.Roles, account.Teams, account.PersonIds) = ([.. Roles], [.. Teams], [.. PersonIds]);
    }

    internal string Json() => JsonSerializer.Serialize(new { Name, SignInName, Roles = Roles.Select(role => role.ToString()), Teams, WorkerId, PersonIds });

    /// <summary>The first thing that keeps an account from having these terms; nothing if it may.</summary>
    internal async Task<AccountProblem?> ProblemAsync(RosteringContext database, UserAccount? account, CancellationToken cancellation)
    {
        if (Name is not { Length: > 0 and <= NameMax })
            return new AccountProblem(nameof(Name), $"The name '{Name}' has {Name.Length} letters; give one of 1 to {NameMax}.");
        if (SignInName.Length is < 3 or > 200 || SignInName.Any(letter => char.IsWhiteSpace(letter) || char.IsUpper(letter)) || !SignInName.Contains('@', StringComparison.Ordinal))
            return new AccountProblem(nameof(SignInName), $"The sign-in name '{SignInName}' is no address for mail; give one such as ada@example.org, in small letters.");
        if (Roles.IsEmpty)
            return new AccountProblem(nameof(Roles), "No role is chosen; choose at least one.");
        if (Roles.Contains(Role.Worker) && WorkerId is null)
            return new AccountProblem(nameof(WorkerId), "A worker’s account has to say which worker they are; give the id of one.");
        if ((Roles.Contains(Role.Person) || Roles.Contains(Role.Representative)) && PersonIds.IsEmpty)
            return new AccountProblem(nameof(PersonIds), "The account of a person or a representative has to say whose it is; give the id of a person.");
        long known = account?.Id ?? 0;
        return await database.UserAccounts.AnyAsync(other => other.SignInName == SignInName && other.Id != known, cancellation)
            ? new AccountProblem(nameof(SignInName), $"The sign-in name '{SignInName}' is taken; give another, or change the account that has it.")
            : null;
    }
}

/// <summary>What is wrong with an account's terms: the field, and a sentence with the value and the remedy.</summary>
public sealed record AccountProblem(string Field, string Words);
