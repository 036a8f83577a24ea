using System.Collections.Immutable;
using Rostering.Core.Access;

namespace Rostering.Web.Pages.Admin;

/// <summary>An account's terms as they are typed.</summary>
public sealed class AccountForm
{
    public string? Name { get; set; }
    public string? SignInName { get; set; }
    public Role[] Roles { get; set; } = [];

    /// <summary>Ids with commas between.</summary>
    public string? Teams { get; set; }

    public string? WorkerId { get; set; }

    /// <summary>Ids with commas between.</summary>
    public string? PersonIds { get; set; }

    /// <summary>What is wrong with what was typed.</summary>
    public AccountProblem? Problem { get; set; }

    public static AccountForm Of(UserAccount account) => new()
    {
        Name = account.Name,
        SignInName = account.SignInName,
        Roles = account.Roles,
        Teams = string.Join(", ", account.Teams),
        WorkerId = account.WorkerId,
        PersonIds = string.Join(", ", account.PersonIds),
    };

    public AccountTerms Terms() => new()
    {
        Name = Name?.Trim() ?? string.Empty,
        SignInName = SignInName?.Trim().ToLowerInvariant() ?? string.Empty,
        Roles = [.. Roles.Distinct().Order()],
        Teams = Ids(Teams),
        WorkerId = Ids(WorkerId).FirstOrDefault(),
        PersonIds = Ids(PersonIds),
    };

    private static ImmutableArray<string> Ids(string? text) => [.. (text ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
