using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using Rostering.Core.Rotas;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem.Prepared;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Rotas;

/// <summary>The board of a week: people or workers by days, moved by hand with the checker answering at once.</summary>
public sealed class BoardModel(ReadBoard readBoard, MoveVisit moveVisit) : PageModel
{
    public LocalDate Monday { get; private set; }
    public Board Board { get; private set; } = null!;
    public BoardView View { get; private set; } = null!;

    /// <summary>What stands against the last move, if anything does.</summary>
    public MoveAnswer? Answer { get; private set; }

    [BindProperty(SupportsGet = true)]
    public GridSide Side { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Team { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Gaps { get; set; }

    public BoardFilter Filter => new(Side, Q, Team, Gaps);

    /// <summary>Whether a script asks, which wants the parts that changed and no page.</summary>
    private bool FromScript => Request.Headers.ContainsKey("X-Board");

    public async Task<IActionResult> OnGetAsync(string week, CancellationToken cancellation) => await LoadAsync(week, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMoveAsync(string week, MoveForm form, CancellationToken cancellation)
    {
        if (!await LoadAsync(week, cancellation))
        {
            return NotFound();
        }

        return form.Request(Monday, Board) is { } request
            ? Show(await moveVisit.HandleAsync(request, HttpContext.Act("move on the board"), cancellation), form)
            : NotFound();
    }

    public async Task<IActionResult> OnPostUndoAsync(string week, long? draft, int seen, bool redo, CancellationToken cancellation)
    {
        if (!await LoadAsync(week, cancellation))
        {
            return NotFound();
        }

        return Show(await moveVisit.UndoAsync(Monday, draft, seen, redo, HttpContext.Act(redo ? "make a move again" : "take a move back"), cancellation), new MoveForm { Draft = draft, Seen = seen });
    }

    private IActionResult Show(MoveResult? result, MoveForm form)
    {
        switch (result)
        {
            case null:
                return NotFound();
            case MoveResult.Moved moved:
                (Board, View) = (moved.Board, new BoardView(moved.Board, User.Actor()));
                return FromScript
                    ? Partial("_BoardChanges", new BoardChanges(Monday, View, View.Changed(Side, Board.Draft.Moves.Skip(form.Seen)), moved))
                    : Redirect(WeekAddress.Of(Monday, $"board{Filter.Query}"));
            default:
                Answer = MoveAnswer.Of(result, form, View.Scope);
                (Board, View) = (Answer.Board, new BoardView(Answer.Board, User.Actor()));
                Response.StatusCode = StatusCodes.Status409Conflict;
                return FromScript ? Partial("_MoveAnswer", Answer) : Page();
        }
    }

    private async Task<bool> LoadAsync(string week, CancellationToken cancellation)
    {
        if (WeekAddress.Monday(week) is not { } monday
            || await readBoard.HandleAsync(User.Actor().ProviderId, monday, HttpContext.Act("look").At, cancellation) is not { } board)
        {
            return false;
        }

        (Monday, Board, View) = (monday, board, new BoardView(board, User.Actor()));
        return true;
    }
}

/// <summary>What a move asks for, as the forms of the board send it.</summary>
public sealed class MoveForm
{
    public string Visit { get; set; } = string.Empty;

    /// <summary>put, off, start, pin or unpin.</summary>
    public string Do { get; set; } = string.Empty;

    public string? Worker { get; set; }
    public string? InPlaceOf { get; set; }
    public string? Start { get; set; }
    public long? Draft { get; set; }
    public int Seen { get; set; }
    public bool Anyway { get; set; }

    /// <summary>The visit as it shall be; <c>null</c> for a visit that the week does not have.</summary>
    public MoveVisit.Request? Request(LocalDate monday, Board board)
    {
        if (!board.Problem.Index.Visits.TryGetValue(new(Visit), out int index))
        {
            return null;
        }

        PreparedVisit visit = board.Problem.Visits[index];
        ImmutableArray<string> now = [.. board.Schedule.Workers(index).Select(worker => board.Problem.Workers[worker].Source.Id.Value)];
        ImmutableArray<string> then = Do switch
        {
            "put" => [.. now.Where(worker => worker != InPlaceOf && worker != Worker && (now.Length < visit.Seats || InPlaceOf is not null || visit.Seats > 1)), Worker ?? ""],
            "off" => [.. now.Where(worker => InPlaceOf is not null && worker != InPlaceOf)],
            _ => now,
        };
        bool pinned = Do == "pin" || (Do != "unpin" && board.Draft.Pinned.Contains(Visit));
        return new MoveVisit.Request(monday, Visit, then.IsEmpty ? null : StartOf(board, index), then, pinned, Draft, Seen, Anyway);
    }

    private LocalDateTime StartOf(Board board, int visit) => LocalDateTimePattern.GeneralIso.Parse(Start ?? "") is { Success: true, Value: var given }
        ? given
        : board.Problem.Clock.Local(board.Problem.Visits[visit].Starts[CoverRanking.StartHeld(board.Schedule, visit)]);
}

/// <summary>The parts of the board that a move changed.</summary>
public sealed record BoardChanges(LocalDate Monday, BoardView View, ImmutableArray<BoardRow> Rows, MoveResult.Moved Moved)
{
    /// <summary>What was done, in words that are read out.</summary>
    public string Said => string.Concat(
        MoveWords.Of(View.Board, Moved.Move),
        Moved.Effect.Broken.IsEmpty ? " Every rule is kept by it." : $" {Moved.Effect.Broken.Length} rules are broken by it.",
        Moved.Effect.Mended.IsEmpty ? "" : $" {Moved.Effect.Mended.Length} rules are kept again.");
}
