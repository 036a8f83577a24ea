using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Rostering.Core.Rotas;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;
using Rostering.Web.Access;

namespace Rostering.Web.Pages.Rotas;

/// <summary>A day of the draft, worker by worker, to the minute: visits, the way between them, waits and pauses.</summary>
public sealed class DayModel(ReadBoard readBoard) : PageModel
{
    public LocalDate Monday { get; private set; }
    public int Day { get; private set; }
    public ImmutableArray<DayLine> Lines { get; private set; }

    public LocalDate Date => Monday.PlusDays(Day - 1);

    public async Task<IActionResult> OnGetAsync(string week, int day, CancellationToken cancellation)
    {
        if (day is < 1 or > 7 || WeekAddress.Monday(week) is not { } monday
            || await readBoard.HandleAsync(User.Actor().ProviderId, monday, HttpContext.Act("look").At, cancellation) is not { } board)
        {
            return NotFound();
        }

        (Monday, Day) = (monday, day);
        Lines = DayLine.Of(board.Schedule, day - 1, new WeekScope(User.Actor(), board.Problem));
        return Page();
    }
}

/// <summary>What a piece of a worker's day is.</summary>
public enum PieceKind { Work, Travel, Wait, Pause }

/// <summary>A piece of a worker's day, in minutes from midnight.</summary>
public sealed record DayPiece(PieceKind Kind, int Start, int Minutes, string Words);

/// <summary>One worker's day.</summary>
public sealed record DayLine(string Worker, string Hours, ImmutableArray<DayPiece> Pieces)
{
    /// <summary>The lines of a day, of those who work on it, in order of their first visit.</summary>
    public static ImmutableArray<DayLine> Of(Schedule schedule, int day, WeekScope scope)
    {
        WorkerTimeline timeline = new(schedule.Problem);
        List<DayLine> lines = [];
        foreach (PreparedWorker worker in schedule.Problem.Workers.Where(scope.Sees))
        {
            timeline.Load(schedule, worker.Index);
            ImmutableArray<DayPiece> pieces = [.. PiecesOf(schedule.Problem, timeline, day, scope)];
            if (!pieces.IsEmpty)
            {
                lines.Add(new DayLine(worker.Source.Name, Wording.Hours(pieces.Where(piece => piece.Kind != PieceKind.Pause).Sum(piece => piece.Minutes)), pieces));
            }
        }

        return [.. lines.OrderBy(line => line.Pieces[0].Start).ThenBy(line => line.Worker, StringComparer.Ordinal)];
    }

    private static IEnumerable<DayPiece> PiecesOf(PreparedProblem problem, WorkerTimeline timeline, int day, WeekScope scope)
    {
        int midnight = problem.Clock.DayStart(day);
        for (int at = 0; at < timeline.Items.Length; at++)
        {
            TimelineItem item = timeline.Items[at];
            if (item.Visit < 0 || problem.Clock.Day(item.Start) != day)
            {
                continue;
            }

            string time = $"{problem.Clock.Local(item.Start).ToString("HH:mm", null)}–{problem.Clock.Local(item.End).ToString("HH:mm", null)}";
            yield return new DayPiece(PieceKind.Work, item.Start - midnight, item.End - item.Start, $"{time} {(scope.Sees(problem.Visits[item.Visit]) ? Wording.Visit(problem, item.Visit) : WeekScope.Others)}");
            if (at < timeline.Gaps.Length && timeline.Gaps[at] is { Kind: GapKind.Paid or GapKind.Outing or GapKind.Split } gap)
            {
                if (gap.Journey.Minutes > 0)
                {
                    yield return new DayPiece(PieceKind.Travel, item.End - midnight, gap.Journey.Minutes, $"{gap.Journey.Minutes} min of travel");
                }

                if (gap.Idle > 0)
                {
                    bool paid = gap.Kind != GapKind.Split;
                    yield return new DayPiece(
                        paid ? PieceKind.Wait : PieceKind.Pause, item.End + gap.Journey.Minutes - midnight, gap.Idle, $"{Wording.Hours(gap.Idle)} {(paid ? "of paid waiting" : "of unpaid pause")}");
                }
            }
        }
    }
}
