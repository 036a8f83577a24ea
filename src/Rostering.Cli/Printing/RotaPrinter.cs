using System.Collections.Immutable;
using System.Text;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Search;

namespace Rostering.Cli.Printing;

/// <summary>Prints a solved week in 80 columns: gaps first, what changes from the published rota, then day by day, then what it costs.</summary>
internal static class RotaPrinter
{
    private const int GapsExplained = 6;

    public static string Text(SolveResult result, RotaCheck check)
    {
        PreparedProblem problem = result.Problem;
        WeekCounts counts = WeekCounts.Of(result.Schedule);
        StringBuilder text = new();
        text.AppendLine($"{problem.Source.Provider}, week of {problem.Source.WeekStart:d MMMM uuuu}");
        text.AppendLine($"{counts.Covered} of {counts.Visits} visits covered, {counts.Uncovered} uncovered ({counts.CoverableUncovered} essential and coverable)");
        text.AppendLine($"Rules broken: {check.HardViolations.Length}; {Gap(result)}");
        Bound(text, result);
        text.AppendLine($"Solved in {result.Seconds:0.0} s: {result.Moves:n0} moves, {result.SubProblems} parts by CP-SAT");
        Gaps(text, result.Schedule);
        Changes(text, result.Schedule);
        for (int day = 0; day < 7; day++)
        {
            Day(text, result.Schedule, day);
        }

        CheckPrinter.Terms(text.AppendLine(), check);
        return text.ToString();
    }

    // Where the bound leaves open whether more could be covered there is no gap to tell, but what such a rota costs at the least.
    private static void Bound(StringBuilder text, SolveResult result)
    {
        if (result.Bound is not { } bound || result.Reason == StopReason.ProvedOptimal)
        {
            return;
        }

        string cover = bound.Uncovered == result.Score.Uncovered
            ? "No lawful rota covers more"
            : $"No lawful rota leaves less than {bound.Uncovered:n0} of uncovered support, weighted by need; this one leaves {result.Score.Uncovered:n0}";
        TextLayout.Wrap(text, $"{cover}. None that covers as much has fewer than {bound.Soft:n0} points; this one has {result.Score.Soft:n0}.", hanging: 0);
    }

    private static string Gap(SolveResult result) => result.Gap is { } gap
        ? result.Reason == StopReason.ProvedOptimal ? "proved optimal" : $"at most {gap:P1} from the optimum"
        : result.Bound is null ? "no bound for the whole week (--bound-seconds asks for one)" : "more cover is not ruled out";

    private static void Gaps(StringBuilder text, Schedule schedule)
    {
        PreparedVisit[] gaps = [.. schedule.Problem.Visits.Where(v => !schedule.Covered(v.Index)).OrderByDescending(v => v.Source.Need).ThenBy(v => v.Starts[0])];
        if (gaps.Length == 0)
        {
            return;
        }

        text.AppendLine().AppendLine("Nobody for:");
        VisitExplainer explainer = new(schedule);
        foreach (PreparedVisit visit in gaps.Take(GapsExplained))
        {
            TextLayout.Wrap(text, $"- {explainer.Explain(visit.Index).Summary}", hanging: 2);
        }

        if (gaps.Length > GapsExplained)
        {
            text.AppendLine($"  and {gaps.Length - GapsExplained} more; 'rostering explain' tells why of each.");
        }
    }

    private static void Changes(StringBuilder text, Schedule schedule)
    {
        if (schedule.Problem.Source.Published is null)
        {
            return;
        }

        ImmutableArray<RotaChange> changes = RotaDifference.Of(schedule);
        text.AppendLine().AppendLine(changes.IsEmpty ? "Nothing changes from the published rota." : "Changes from the published rota:");
        foreach (RotaChange change in changes)
        {
            TextLayout.Wrap(text, $"- {change.Sentence}", hanging: 2);
        }
    }

    private static void Day(StringBuilder text, Schedule schedule, int day)
    {
        PreparedProblem problem = schedule.Problem;
        text.AppendLine().AppendLine($"{problem.Source.WeekStart.PlusDays(day):dddd d MMMM}");
        foreach (PreparedVisit visit in problem.Visits
            .Where(v => problem.Clock.Day(schedule.Covered(v.Index) ? schedule.Start(v.Index) : v.Starts[0]) == day)
            .OrderBy(v => schedule.Covered(v.Index) ? schedule.Start(v.Index) : v.Starts[0]).ThenBy(v => v.Index))
        {
            text.AppendLine(Line(schedule, visit));
        }
    }

    private static string Line(Schedule schedule, PreparedVisit visit)
    {
        PreparedProblem problem = schedule.Problem;
        int start = schedule.Covered(visit.Index) ? schedule.Start(visit.Index) : visit.Starts[0];
        string people = visit.People.IsEmpty ? visit.Source.Kind.ToString() : string.Join(" + ", visit.People.Select(p => problem.People[p].Source.Name));
        string workers = schedule.Covered(visit.Index) ? string.Join(" + ", schedule.Workers(visit.Index).Select(w => problem.Workers[w].Source.Name)) : "NOBODY";
        return $"  {problem.Clock.Local(start):HH:mm}-{problem.Clock.Local(start + visit.Minutes):HH:mm}  {TextLayout.Cut(people, 28)} {TextLayout.Cut(workers, 36)}".TrimEnd();
    }
}
