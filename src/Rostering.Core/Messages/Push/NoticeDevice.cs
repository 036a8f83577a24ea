using NodaTime;

namespace Rostering.Core.Messages.Push;

/// <summary>A browser in which an account wants notices.</summary>
public sealed class NoticeDevice
{
    public long Id { get; private set; }
    public required long AccountId { get; init; }

    /// <summary>By what its owner knows it again.</summary>
    public required string Name { get; init; }

    /// <summary>Where its push service takes notices. Whoever knows the address can send there, so that it is neither shown nor logged.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The browser's point on P-256, with which notices are encrypted.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>What the browser and we know, and its push service does not.</summary>
    public required byte[] AuthSecret { get; init; }

    public required Instant AddedAt { get; init; }

    /// <summary>Where a message says that it goes.</summary>
    internal string MessageAddress() => FormattableString.Invariant($"device/{Id}");
}
