using NodaTime;

namespace Rostering.Core.Rotas;

/// <summary>A draft as it was sent to the workers and people whom it concerns.</summary>
public sealed class Consultation
{
    public long Id { get; private set; }
    public required long WeekId { get; init; }
    public required long DraftId { get; init; }
    public required int Moves { get; init; }
    public required long ProblemId { get; init; }

    /// <summary>The rota that was sent, as a rota file.</summary>
    public required byte[] Content { get; init; }

    public required Instant SentAt { get; init; }
    public required long SentBy { get; init; }
    public required Instant AnswerBy { get; init; }
}

/// <summary>Who answers: a worker about their own visits, or a person, or whoever speaks for them, about theirs.</summary>
public enum AnswerFrom { Worker, Person }

/// <summary>What is said of a visit in a draft.</summary>
public enum AnswerKind { Yes, No, Wish }

/// <summary>What a worker or a person says of a visit. Of several answers to one visit the last one counts.</summary>
public sealed class ConsultAnswer
{
    public long Id { get; private set; }
    public required long ConsultationId { get; init; }
    public required AnswerFrom FromKind { get; init; }
    public required string FromId { get; init; }
    public required string Visit { get; init; }
    public required AnswerKind Answer { get; init; }
    public string? Reason { get; init; }

    /// <summary>The worker whom a person wishes for, or says no to.</summary>
    public string? Worker { get; init; }

    public LocalDateTime? WishedStart { get; init; }
    public required Instant AnsweredAt { get; init; }
    public required long AnsweredBy { get; init; }
}
