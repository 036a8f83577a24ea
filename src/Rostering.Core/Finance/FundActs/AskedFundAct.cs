using NodaTime;

namespace Rostering.Core.Finance.FundActs;

/// <summary>Where a fund act stands that takes two people. Only one that is asked can still change.</summary>
public enum AskedState { Asked, Done, TurnedDown }

/// <summary>A fund act that one person has recorded and a second has to check before it counts.</summary>
public sealed class AskedFundAct
{
    public long Id { get; private set; }
    public required long ProviderId { get; init; }
    public required int FundId { get; init; }
    public required FundActKind Kind { get; init; }

    /// <summary>What its fields were filled in with, as JSON.</summary>
    public required string Fields { get; init; }

    public required Instant AskedAt { get; init; }
    public required long AskedBy { get; init; }
    public required string AskedName { get; init; }
    public AskedState State { get; set; }
    public Instant? AnsweredAt { get; set; }
    public long? AnsweredBy { get; set; }
    public string? AnsweredName { get; set; }

    /// <summary>Why it was turned down.</summary>
    public string? Answer { get; set; }
}
