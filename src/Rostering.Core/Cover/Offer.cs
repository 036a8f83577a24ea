using NodaTime;

namespace Rostering.Core.Cover;

/// <summary>Where an offer stands.</summary>
public enum OfferState
{
    /// <summary>Its turn has not come.</summary>
    Queued,
    Asked,
    Yes,
    No,

    /// <summary>The time to answer ran out.</summary>
    NoAnswer,

    /// <summary>Somebody else comes, or the visit needs nobody.</summary>
    Withdrawn,

    /// <summary>When its turn or its yes came, a rule stood in the way.</summary>
    TooLate,
}

/// <summary>A gap put to one worker, with a time for the answer.</summary>
public sealed class Offer
{
    public long Id { get; private set; }
    public required long GapId { get; init; }

    /// <summary>Its place in the order in which workers are asked.</summary>
    public required int Number { get; init; }

    public required string Worker { get; init; }
    public required OfferState State { get; set; }
    public Instant? AskedAt { get; set; }
    public Instant? AnswerBy { get; set; }
    public Instant? EndedAt { get; set; }

    /// <summary>Why it ended as it did: the worker's own words, or the rule in the way.</summary>
    public string? Reason { get; set; }
}

/// <summary>What happened to an ask.</summary>
public enum AskEvent { Asked, Yes, No, NoAnswer, Withdrawn, TooLate }

/// <summary>One ask or answer, kept for good. It spares those who are asked a lot, and judges nobody.</summary>
public sealed class AskRecord
{
    public long Id { get; private set; }
    public required long ProviderId { get; init; }

    /// <summary>The offer or swap, such as <c>offer/12</c>.</summary>
    public required string Subject { get; init; }

    public required string Visit { get; init; }
    public required string Worker { get; init; }
    public required AskEvent Event { get; init; }
    public required Instant At { get; init; }

    /// <summary>Who asked or answered; nobody where time ran out.</summary>
    public long? ByUser { get; init; }

    public string? Reason { get; init; }
}
