using NodaTime;

namespace Rostering.Core.Rotas;

/// <summary>A rota as it was shown and promised. The newest of a week holds, unless it was retracted.</summary>
public sealed class Publication
{
    public long Id { get; private set; }
    public required long WeekId { get; init; }
    public required int Number { get; init; }
    public required long ProblemId { get; init; }
    public required long RotaVersionId { get; init; }
    public required long? DraftId { get; init; }

    /// <summary>How many of the draft's moves are in it.</summary>
    public required int Moves { get; init; }

    /// <summary>The rota, as a rota file.</summary>
    public required byte[] Content { get; init; }

    public required Instant PublishedAt { get; init; }
    public required long PublishedBy { get; init; }

    /// <summary>Visits that start before this were inside the freeze window from the first moment.</summary>
    public required LocalDateTime FrozenUntil { get; init; }

    public Instant? RetractedAt { get; set; }
    public long? RetractedBy { get; set; }
    public string? RetractReason { get; set; }
}

/// <summary>A rule that a publication breaks, with who answers for it and why.</summary>
public sealed class RuleApproval
{
    public required long PublicationId { get; init; }
    public required int Number { get; init; }
    public required string Rule { get; init; }
    public required string? Worker { get; init; }
    public required string? Visit { get; init; }
    public required string Sentence { get; init; }
    public required long ApprovedBy { get; init; }
    public required string ApprovedName { get; init; }
    public required string Why { get; init; }
}

/// <summary>Where a visit of a published week stands.</summary>
public enum VisitState { Planned, UnderWay, Delivered, NotDelivered, Withdrawn }

/// <summary>A visit of a published week as it stands now. One without workers is a gap that people know of.</summary>
public sealed class PublishedVisit
{
    public required long WeekId { get; init; }
    public required string Visit { get; init; }

    /// <summary>The publication that last said anything of it.</summary>
    public long PublicationId { get; set; }

    public LocalDateTime StartsAt { get; set; }
    public int Minutes { get; set; }
    public string Team { get; set; } = "";
    public string Place { get; set; } = "";
    public string Kind { get; set; } = "";

    /// <summary>Workers needed at once.</summary>
    public int Seats { get; set; }

    public string[] People { get; set; } = [];
    public string[] Workers { get; set; } = [];

    /// <summary>Those concerned agreed to a change inside the freeze window.</summary>
    public bool ChangeAgreed { get; set; }

    public VisitState State { get; set; }
}

/// <summary>What is promised from a fund to a published visit, until another entry of the ledger resolves it.</summary>
public sealed class Reservation
{
    public required long WeekId { get; init; }
    public required string Visit { get; init; }
    public required int FundId { get; init; }

    /// <summary>The number of the entry that committed it.</summary>
    public required int Seq { get; init; }

    public required long Pence { get; init; }
    public required long Minutes { get; init; }

    /// <summary>The number of the entry that delivered, released or otherwise resolved it.</summary>
    public int? ResolvedBySeq { get; set; }

    public bool IsOpen => ResolvedBySeq is null;
}
