using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core.Rotas;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem.Prepared;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Rotas;

/// <summary>A visit on the board: who makes it and why, who else could, who could not, and the forms that move it.</summary>
public sealed class BoardVisitModel(ReadBoard readBoard) : PageModel
{
    public LocalDate Monday { get; private set; }
    public Board Board { get; private set; } = null!;
    public PreparedVisit Visit { get; private set; } = null!;
    public VisitExplanation Explanation { get; private set; } = null!;

    public bool Pinned => Board.Draft.Pinned.Contains(Visit.Source.Id.Value);

    /// <summary>The starts that may be chosen.</summary>
    public IEnumerable<LocalDateTime> Starts => Visit.Starts.Select(Board.Problem.Clock.Local);

    /// <summary>The start that it has, or would get.</summary>
    public LocalDateTime Start => Board.Problem.Clock.Local(Visit.Starts[CoverRanking.StartHeld(Board.Schedule, Visit.Index)]);

    public async Task<IActionResult> OnGetAsync(string week, string visit, CancellationToken cancellation)
    {
        if (WeekAddress.Monday(week) is not { } monday
            || await readBoard.HandleAsync(User.Actor().ProviderId, monday, HttpContext.Act("look").At, cancellation) is not { } board
            || !board.Problem.Index.Visits.TryGetValue(new(visit), out int index))
        {
            return NotFound();
        }

        (Monday, Board, Visit) = (monday, board, board.Problem.Visits[index]);
        WeekScope scope = new(User.Actor(), board.Problem);
        if (!scope.Sees(Visit))
        {
            return NotFound();
        }

        Explanation = scope.Within(new VisitExplainer(board.Schedule).Explain(index));
        return Request.Headers.ContainsKey("X-Board") ? Partial("_BoardVisit", this) : Page();
    }

    /// <summary>A form of the board that moves this visit.</summary>
    public MoveFields Fields(string act) => new(Monday, Board.Draft.Draft?.Id, Board.Draft.Moves.Length, Visit.Source.Id.Value, act);
}

/// <summary>What every form that moves a visit carries.</summary>
public sealed record MoveFields(LocalDate Monday, long? Draft, int Seen, string Visit, string Do);
