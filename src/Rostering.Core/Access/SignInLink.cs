using NodaTime;

namespace Rostering.Core.Access;

/// <summary>What a one-time link is for.</summary>
public enum LinkPurpose
{
    /// <summary>Signs in whoever is at the machine itself.</summary>
    SignIn,

    /// <summary>Lets someone set up how they will sign in, and nothing else.</summary>
    Invitation,
}

/// <summary>A link that lets its bearer into an account once, until it expires.</summary>
public sealed class SignInLink
{
    public long Id { get; private set; }
    public required long AccountId { get; init; }
    public required LinkPurpose Purpose { get; init; }
    public required byte[] SecretHash { get; init; }
    public required Instant MadeAt { get; init; }
    public required Instant ExpiresAt { get; init; }
    public Instant? UsedAt { get; init; }
}
