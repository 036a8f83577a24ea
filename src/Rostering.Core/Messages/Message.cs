using NodaTime;

namespace Rostering.Core.Messages;

/// <summary>Something that one reader is told on one channel. Its words never change; what became of it does.</summary>
public sealed class Message
{
    public long Id { get; private set; }
    public required long ProviderId { get; init; }
    public required ReaderKind ToKind { get; init; }
    public required string ToId { get; init; }
    public Channel Channel { get; init; }

    /// <summary>Where the channel takes it; the inbox needs none.</summary>
    public string? Address { get; init; }

    public required string Subject { get; init; }
    public required string Body { get; init; }

    /// <summary>The page where the reader can do something about it, such as <c>/my/offers</c>.</summary>
    public string? Link { get; init; }

    /// <summary>From when on nobody can do anything about it, so that it is no longer sent; until then it is urgent.</summary>
    public Instant? GoodUntil { get; init; }

    public required Instant CreatedAt { get; init; }
    public required Instant SendAfter { get; set; }
    public int Attempts { get; set; }

    /// <summary>Until when the sender that took it has it to itself; one that died never gave it back.</summary>
    public Instant? ClaimedUntil { get; set; }

    /// <summary>A sender died with it in hand, so that this reader may get it twice.</summary>
    public bool MayRepeat { get; init; }

    public Instant? SentAt { get; set; }
    public Instant? FailedAt { get; set; }

    /// <summary>Why the last attempt came to nothing.</summary>
    public string? Failure { get; set; }

    public Instant? ReadAt { get; set; }

    public Reader To => new(ToKind, ToId);
}

/// <summary>Where a reader wants messages beside the inbox.</summary>
public sealed class MessageContact
{
    public required long ProviderId { get; init; }
    public required ReaderKind ToKind { get; init; }
    public required string ToId { get; init; }
    public required Channel Channel { get; init; }
    public required string Address { get; set; }
}
