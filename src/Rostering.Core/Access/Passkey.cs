using NodaTime;

namespace Rostering.Core.Access;

/// <summary>A key that someone's device holds and that signs them in without a password.</summary>
public sealed class Passkey
{
    public required byte[] CredentialId { get; init; }
    public required long AccountId { get; init; }

    /// <summary>What its owner calls it, such as "work phone".</summary>
    public string? Name { get; set; }

    public required byte[] PublicKey { get; init; }
    public required long SignCount { get; set; }
    public required string[] Transports { get; init; }
    public required bool UserVerified { get; set; }
    public required bool BackupEligible { get; init; }
    public required bool BackedUp { get; set; }
    public required byte[] Attestation { get; init; }
    public required byte[] ClientData { get; init; }
    public required Instant MadeAt { get; init; }
}
