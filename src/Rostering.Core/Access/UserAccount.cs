using NodaTime;

namespace Rostering.Core.Access;

/// <summary>Someone's way into the application: who they are to their provider, and what they prove it with. Never removed, but disabled.</summary>
public sealed class UserAccount
{
    public long Id { get; private set; }
    public required long ProviderId { get; init; }

    /// <summary>The name that others see.</summary>
    public required string Name { get; set; }

    /// <summary>What they type to sign in, in small letters: usually their address for mail.</summary>
    public required string SignInName { get; set; }

    public required Role[] Roles { get; set; }

    /// <summary>The service teams they are held to; empty where they see every team.</summary>
    public string[] Teams { get; set; } = [];

    /// <summary>Which worker they are, if one.</summary>
    public string? WorkerId { get; set; }

    /// <summary>The person they are, or the people they represent.</summary>
    public string[] PersonIds { get; set; } = [];

    /// <summary>A new one ends every session of the account.</summary>
    public required string SecurityStamp { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>What their authenticator app shares with us, encrypted.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>Whether the authenticator app has been shown to work. A password without it lets nobody in.</summary>
    public bool SecondStep { get; set; }

    /// <summary>Hashes of the codes that stand in for a lost authenticator app, once each.</summary>
    public string[] RecoveryCodes { get; set; } = [];

    public int FailedAttempts { get; set; }
    public Instant? LockedUntil { get; set; }
    public Instant? DisabledAt { get; set; }

    /// <summary>Who acts when this account is signed in.</summary>
    public Actor Actor() => new()
    {
        UserId = Id,
        Name = Name,
        ProviderId = ProviderId,
        Roles = [.. Roles],
        Teams = [.. Teams],
        WorkerId = WorkerId,
        PersonIds = [.. PersonIds],
    };

    /// <summary>Ends every session of the account.</summary>
    public void EndSessions() => SecurityStamp = Secret.New();
}
