using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using Rostering.Core.Access;
using Rostering.Core.Data;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Core.Rotas;

/// <summary>What came of a move.</summary>
public abstract record MoveResult
{
    private MoveResult()
    {
    }

    /// <summary>It is made, and this is the board now.</summary>
    public sealed record Moved(Board Board, RotaMove Move, MoveEffect Effect) : MoveResult;

    /// <summary>It would break rules, and nobody has said that it shall be made all the same. Nothing changed.</summary>
    public sealed record Breaks(Board Board, MoveEffect Effect) : MoveResult;

    /// <summary>Somebody else changed the same visit meanwhile. Nothing changed; both versions are there to choose from.</summary>
    public sealed record Conflict(Board Board, RotaMove? Theirs) : MoveResult;

    /// <summary>It cannot be made at all.</summary>
    public sealed record Refused(Board Board, string Reason) : MoveResult;
}

/// <summary>Moves a visit by hand: another start, other workers, nobody, or a pin. The checker answers before anything is kept.</summary>
public sealed class MoveVisit(RosteringContext database, BoardCache cache)
{
    /// <summary>The visit as it shall be, and the draft that its editor saw.</summary>
    /// <param name="SeenDraft">The draft that the editor saw; nothing where there was none yet.</param>
    /// <param name="SeenMoves">How many moves it had.</param>
    /// <param name="Anyway">Whether to make the move even if it breaks rules: publishing will ask who answers for them.</param>
    public sealed record Request(LocalDate Monday, string Visit, LocalDateTime? Start, ImmutableArray<string> Workers, bool Pinned, long? SeenDraft, int SeenMoves, bool Anyway);

    private readonly ReadBoard readBoard = new(database, cache);

    /// <summary>Moves, or says why not; <c>null</c> where the week has no rota.</summary>
    public Task<MoveResult?> HandleAsync(Request request, Act act, CancellationToken cancellation) => WithinAsync(request.Monday, act, board => Answer(board, request), cancellation);

    /// <summary>Takes the last move back, or makes it again.</summary>
    public Task<MoveResult?> UndoAsync(LocalDate monday, long? seenDraft, int seenMoves, bool redo, Act act, CancellationToken cancellation) =>
        WithinAsync(monday, act, board => Undo(board, seenDraft, seenMoves, redo), cancellation);

    private async Task<MoveResult?> WithinAsync(LocalDate monday, Act act, Func<Board, (MoveResult? Answer, Change? Change)> judge, CancellationToken cancellation)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await database.HoldWeekAsync(act.By.ProviderId, monday, cancellation);
        if (await readBoard.HandleAsync(act.By.ProviderId, monday, act.At, cancellation) is not { } board)
        {
            return null;
        }

        (MoveResult? answer, Change? change) = judge(board);
        if (change is null)
        {
            return answer;
        }

        string team = board.Problem.Visits[board.Problem.Index.Visits[new VisitId(change.Visit)]].Source.Team.Value;
        if (!act.By.Sees(team))
        {
            return new MoveResult.Refused(board, $"Visit '{change.Visit}' is of team '{team}', which is not one of yours ({string.Join(", ", act.By.Teams)}). Ask its team leader.");
        }

        Draft draft = await DraftAsync(board, act, cancellation);
        RotaMove move = Move(board, draft, change, act);
        Board after = board.With(draft, move);
        MoveEffect effect = MoveEffect.Of(board.Check, after.Check);
        if (!effect.Broken.IsEmpty && !change.Anyway)
        {
            return new MoveResult.Breaks(board, effect);
        }

        database.RotaMoves.Add(move);
        database.AuditEntries.Add(AuditEntry.Of(act, "rota.move", $"visit/{move.Visit}", JsonSerializer.Serialize(
            new { week = $"{monday:uuuu-MM-dd}", move.Number, from = move.FromWorkers, to = move.ToWorkers, start = $"{move.ToStart:uuuu-MM-ddTHH:mm}", pinned = move.ToPinned, move.Undoes })));
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await readBoard.KeepAsync(after, act.By.ProviderId, act.At, cancellation);
        return new MoveResult.Moved(after, move, effect);
    }

    private static (MoveResult?, Change?) Answer(Board board, Request request)
    {
        if (board.Draft.Draft?.Id != request.SeenDraft)
        {
            return (new MoveResult.Conflict(board, board.Draft.Moves.LastOrDefault(move => move.Visit == request.Visit)), null);
        }

        if (board.Draft.Moves.LastOrDefault(move => move.Visit == request.Visit && move.Number > request.SeenMoves) is { } theirs)
        {
            return (new MoveResult.Conflict(board, theirs), null);
        }

        Change change = new(request.Visit, request.Start, request.Workers, request.Pinned, Undoes: null, request.Anyway);
        return Refusal(board, change) is { } reason ? (new MoveResult.Refused(board, reason), null) : (null, change);
    }

    private static (MoveResult?, Change?) Undo(Board board, long? seenDraft, int seenMoves, bool redo)
    {
        if ((board.Draft.Draft?.Id, board.Draft.Moves.Length) != (seenDraft, seenMoves))
        {
            return (new MoveResult.Conflict(board, board.Draft.Moves.LastOrDefault()), null);
        }

        return board.Next(redo) is { } last
            ? (null, new Change(last.Visit, last.FromStart, [.. last.FromWorkers], last.FromPinned, last.Number, Anyway: true))
            : (new MoveResult.Refused(board, redo ? "There is no move to make again." : "There is no move to take back."), null);
    }

    private static string? Refusal(Board board, Change change)
    {
        PreparedProblem problem = board.Problem;
        if (!problem.Index.Visits.TryGetValue(new VisitId(change.Visit), out int index))
        {
            return $"The week has no visit '{change.Visit}'. Look at the board again.";
        }

        PreparedVisit visit = problem.Visits[index];
        if (change.Workers.FirstOrDefault(worker => !problem.Index.Workers.ContainsKey(new WorkerId(worker))) is { } unknown)
        {
            return $"The week has no worker '{unknown}'. Choose one of those listed.";
        }

        if (change.Workers.Distinct(StringComparer.Ordinal).Count() is var count && (count != change.Workers.Length || count > visit.Seats))
        {
            return $"Visit '{change.Visit}' needs {visit.Seats} different workers, and {change.Workers.Length} were given. Take one off first.";
        }

        if ((change.Start is null) != change.Workers.IsEmpty || (change.Start is { } start && visit.StartIndex(problem.Clock.Minute(start)) < 0))
        {
            return $"{change.Start:ddd HH:mm} is not one of the starts of visit '{change.Visit}'. Choose one of those listed; a wider window is a change of the request.";
        }

        bool pinned = board.Draft.Pinned.Contains(change.Visit);
        return pinned && change.Pinned ? $"Visit '{change.Visit}' is pinned. Take the pin out first." : null;
    }

    private async Task<Draft> DraftAsync(Board board, Act act, CancellationToken cancellation)
    {
        if (board.Draft.Draft is { } standing)
        {
            return standing;
        }

        Draft draft = new() { WeekId = board.Draft.Week.Id, RotaVersionId = board.Draft.Version.Id, BegunAt = act.At, BegunBy = act.By.UserId };
        database.Drafts.Add(draft);
        await database.SaveChangesAsync(cancellation);
        return draft;
    }

    private static RotaMove Move(Board board, Draft draft, Change change, Act act)
    {
        int visit = board.Problem.Index.Visits[new VisitId(change.Visit)];
        bool covered = board.Schedule.Covered(visit);
        return new RotaMove
        {
            DraftId = draft.Id,
            Number = board.Draft.Moves.Length + 1,
            Visit = change.Visit,
            FromStart = covered ? board.Problem.Clock.Local(board.Schedule.Start(visit)) : null,
            FromWorkers = [.. board.Schedule.Workers(visit).Select(worker => board.Problem.Workers[worker].Source.Id.Value)],
            FromPinned = board.Draft.Pinned.Contains(change.Visit),
            ToStart = change.Start,
            ToWorkers = [.. change.Workers],
            ToPinned = change.Pinned && !change.Workers.IsEmpty,
            Undoes = change.Undoes,
            MadeAt = act.At,
            MadeBy = act.By.UserId,
            ByName = act.By.Name,
        };
    }

    /// <summary>A visit as it shall be.</summary>
    private sealed record Change(string Visit, LocalDateTime? Start, ImmutableArray<string> Workers, bool Pinned, int? Undoes, bool Anyway);
}
