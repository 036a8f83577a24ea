using System.Collections.Immutable;
using Rostering.Core.Rotas;
using Rostering.Solver.Problem;
using Rostering.Solver.Rules;

namespace Rostering.Web.Pages.Rotas;

/// <summary>Why a move was not made, and what can be done about it.</summary>
/// <param name="Sentences">What it would break, or what the two versions are.</param>
/// <param name="Again">What the button that makes it all the same says; nothing where it cannot be made.</param>
public sealed record MoveAnswer(Board Board, string Heading, ImmutableArray<string> Sentences, string? Again, MoveForm Form)
{
    public static MoveAnswer Of(MoveResult result, MoveForm form, WeekScope scope) => result switch
    {
        MoveResult.Breaks breaks => new(
            breaks.Board, $"This would break {Wording.Count(breaks.Effect.Broken.Length, "rule")}", [.. breaks.Effect.Broken.Select(violation => scope.Sees(violation) ? violation.Sentence : "A rule that concerns another team.")],
            "Do it all the same", form),
        MoveResult.Conflict { Theirs: { } theirs } conflict when scope.Sees(new VisitId(theirs.Visit)) => new(
            conflict.Board, "Somebody was quicker",
            [$"{theirs.ByName}, {theirs.MadeAt.ToString("HH:mm 'UTC'", null)}: {MoveWords.Of(conflict.Board, theirs)}", $"Yours: {MoveWords.Wanted(conflict.Board, form)}"],
            form.Visit.Length > 0 ? "Put mine in its place" : null, form),
        MoveResult.Conflict conflict => new(conflict.Board, "The draft is another now", ["Somebody else has changed the week's draft. The board shows it as it is now."], null, form),
        MoveResult.Refused refused => new(refused.Board, "That cannot be done", [refused.Reason], null, form),
        _ => throw new ArgumentException("a move that was made needs no answer", nameof(result)),
    };
}

/// <summary>Moves in words.</summary>
public static class MoveWords
{
    /// <summary>What a move did: "Mon 07:00 visit v1 to Pat: Ann, at Mon 07:15, pinned."</summary>
    public static string Of(Board board, RotaMove move)
    {
        string visit = Visit(board, move.Visit);
        string what = move.ToWorkers.Length == 0
            ? "nobody yet"
            : $"{Wording.Join([.. move.ToWorkers.Select(worker => Worker(board, worker))])}, {move.ToStart?.ToString("ddd HH:mm", null)}{(move.ToPinned ? ", pinned" : "")}";
        return $"{char.ToUpperInvariant(visit[0])}{visit[1..]}: {what}.{(move.Undoes is null ? "" : " A move was taken back.")}";
    }

    /// <summary>What somebody wanted to do.</summary>
    public static string Wanted(Board board, MoveForm form) => form.Do switch
    {
        "put" => $"{Worker(board, form.Worker ?? "")} on {Visit(board, form.Visit)}.",
        "off" => $"{(form.InPlaceOf is { } worker ? Worker(board, worker) : "everybody")} off {Visit(board, form.Visit)}.",
        "start" => $"{Visit(board, form.Visit)} at {form.Start}.",
        "pin" => $"{Visit(board, form.Visit)} pinned.",
        _ => $"{Visit(board, form.Visit)} no longer pinned.",
    };

    private static string Visit(Board board, string visit) => board.Problem.Index.Visits.TryGetValue(new(visit), out int index) ? Wording.Visit(board.Problem, index) : $"visit {visit}";

    private static string Worker(Board board, string worker) => board.Problem.Index.Workers.TryGetValue(new(worker), out int index) ? Wording.Worker(board.Problem, index) : worker;
}
