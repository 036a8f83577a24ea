using System.Collections.Immutable;

namespace Rostering.Core.Access;

/// <summary>Someone who is signed in, and what they are to their provider.</summary>
public sealed record Actor
{
    public required long UserId { get; init; }
    public required string Name { get; init; }
    public required long ProviderId { get; init; }
    public required ImmutableArray<Role> Roles { get; init; }

    /// <summary>The service teams they are held to; empty where they see every team.</summary>
    public ImmutableArray<string> Teams { get; init; } = [];

    /// <summary>Which worker they are, if one.</summary>
    public string? WorkerId { get; init; }

    /// <summary>The person they are, or the people they represent.</summary>
    public ImmutableArray<string> PersonIds { get; init; } = [];

    /// <summary>How the ledger, which knows no names, refers to them.</summary>
    public string OpaqueId => FormattableString.Invariant($"u{UserId}");

    /// <summary>Something that acts though nobody is signed in: the application as time passes, the set-up, the console.</summary>
    public static Actor Nobody(long provider, string name, params ImmutableArray<Role> roles) => new() { UserId = 0, Name = name, ProviderId = provider, Roles = roles };

    public bool Is(Role role) => Roles.Contains(role);

    public bool Sees(string team) => Teams.IsEmpty || Teams.Contains(team, StringComparer.Ordinal);
}
