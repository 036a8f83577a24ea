using System.Globalization;
using Rostering.Core.Access;
using Rostering.Core.Rotas;
using Rostering.Solver.Explain;

namespace Rostering.Web.Pages.Rotas;

/// <summary>A run as its page shows it, and as the page is told of it while it goes on.</summary>
public sealed record SolveView
{
    private const int PlotWidth = 240;
    private const int PlotHeight = 48;
    private const int PlotPointsMax = 120;

    public required long Run { get; init; }
    public required string State { get; init; }
    public required string Seconds { get; init; }
    public required string Uncovered { get; init; }
    public required string Best { get; init; }
    public required string Bound { get; init; }
    public required string Gap { get; init; }

    /// <summary>The best score over time, as the points of a line.</summary>
    public required string Line { get; init; }

    public required bool Over { get; init; }

    /// <summary>Whether figures are there or may yet come: of a run that a command made only the rota is kept.</summary>
    public required bool HasFigures { get; init; }

    /// <summary>The run as somebody may see it: why one failed can name people of any team.</summary>
    public static SolveView Of(SolveStory story, Actor viewer)
    {
        SolveStep? last = story.Steps.LastOrDefault();
        bool over = story.Run.State is SolveState.Done or SolveState.Failed;
        bool proves = last is { BoundSoft: not null } && last.BoundUncovered == last.Uncovered;
        return new SolveView
        {
            Run = story.Run.Id,
            State = StateOf(story, last, viewer),
            Seconds = last is null ? "–" : $"{last.ElapsedSeconds:0} of {story.Run.Seconds:0} s",
            Uncovered = last is null ? "–" : last.VisitsUncovered.ToString(CultureInfo.InvariantCulture),
            Best = last is null ? "–" : ObjectiveWording.Pounds(last.Soft),
            Bound = proves ? ObjectiveWording.Pounds(last!.BoundSoft!.Value) : "not proved yet",
            Gap = proves ? GapOf(last!) : "–",
            Line = LineOf([.. story.Steps]),
            Over = over,
            HasFigures = !over || last is not null,
        };
    }

    private static string StateOf(SolveStory story, SolveStep? last, Actor viewer) => story.Run.State switch
    {
        SolveState.Requested => "Waiting for a machine",
        SolveState.Running when story.Run.StopRequestedAt is not null => "Stopping",
        SolveState.Running => story.Run.Attempts > 1 ? $"{PhaseOf(last)} (taken over from a machine that died)" : PhaseOf(last),
        SolveState.Failed when !viewer.Teams.IsEmpty => "Failed",
        SolveState.Failed => $"Failed: {story.Run.Failure}",
        _ => story.Run.StoppedBecause switch
        {
            "ProvedOptimal" => "Done: nothing better exists",
            "Cancelled" => "Stopped: the best so far is kept",
            "TimeLimit" => "Done: time is up",
            "NothingFeasible" => "Done: no lawful rota was found",
            var other => $"Done: {other}",
        },
    };

    private static string PhaseOf(SolveStep? last) => last?.Phase switch
    {
        "Constructing" => "Making a first rota",
        "Improving" => "Improving it",
        "Proving" => "Proving it",
        _ => "Starting",
    };

    private static string GapOf(SolveStep last) =>
        last.Soft == 0 ? "0 %" : $"{Math.Max(0, last.Soft - last.BoundSoft!.Value) * 100.0 / last.Soft:0.0} %";

    // The score beside what is left uncovered: a rota that covers more may cost more, and the line then rises.
    private static string LineOf(SolveStep[] steps)
    {
        SolveStep[] shown = steps.Length <= PlotPointsMax ? steps : [.. Enumerable.Range(0, PlotPointsMax).Select(at => steps[at * (steps.Length - 1) / (PlotPointsMax - 1)])];
        if (shown.Length < 2)
        {
            return "";
        }

        (long least, long most) = (shown.Min(step => step.Soft), shown.Max(step => step.Soft));
        double end = Math.Max(1, shown[^1].ElapsedSeconds);
        return string.Join(' ', shown.Select(step => string.Create(
            CultureInfo.InvariantCulture, $"{step.ElapsedSeconds / end * PlotWidth:0.#},{PlotHeight - ((step.Soft - least) / (double)Math.Max(1, most - least) * PlotHeight):0.#}")));
    }
}
