using NodaTime;

namespace Rostering.Core.Rotas;

/// <summary>The rota that a week's board begins from; the newest of a week is its draft.</summary>
public sealed class Draft
{
    public long Id { get; private set; }
    public required long WeekId { get; init; }
    public required long RotaVersionId { get; init; }
    public required Instant BegunAt { get; init; }
    public required long BegunBy { get; init; }
}

/// <summary>A change of one visit by hand, from one state to another. Never changed: undoing it is a move of its own.</summary>
public sealed class RotaMove
{
    public required long DraftId { get; init; }

    /// <summary>Counted from 1 within the draft.</summary>
    public required int Number { get; init; }

    public required string Visit { get; init; }
    public required LocalDateTime? FromStart { get; init; }
    public required string[] FromWorkers { get; init; }
    public required bool FromPinned { get; init; }
    public required LocalDateTime? ToStart { get; init; }
    public required string[] ToWorkers { get; init; }
    public required bool ToPinned { get; init; }

    /// <summary>The move that this one takes back, if it does.</summary>
    public int? Undoes { get; init; }

    public required Instant MadeAt { get; init; }
    public required long MadeBy { get; init; }
    public required string ByName { get; init; }
}
