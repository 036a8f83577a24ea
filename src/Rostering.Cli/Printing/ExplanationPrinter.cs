using System.Collections.Immutable;
using System.Text;
using Rostering.Solver.Explain;
using Rostering.Solver.Rules;

namespace Rostering.Cli.Printing;

/// <summary>Prints an explanation in 80 columns: the summary, then who, who else, and who not.</summary>
internal static class ExplanationPrinter
{
    private const int AlternativesShown = 8;
    private const int RefusalsShown = 12;

    public static string Text(VisitExplanation explanation)
    {
        StringBuilder text = new();
        TextLayout.Wrap(text, explanation.Summary, hanging: 0);
        foreach (ChosenWorker worker in explanation.Chosen)
        {
            TextLayout.Wrap(text.AppendLine(), $"{worker.Name}: {string.Join(' ', worker.Reasons)}", hanging: 2);
        }

        text.AppendLine().AppendLine($"Could come instead ({explanation.Alternatives.Length}):");
        foreach (Alternative other in explanation.Alternatives.Take(AlternativesShown))
        {
            TextLayout.Wrap(text, $"- {other.Name}: score {(other.Change.Soft > 0 ? "+" : "")}{ObjectiveWording.Pounds(other.Change.Soft)}. {string.Join("; ", other.Differences.Take(3))}", hanging: 2);
        }

        Refusals(text, explanation.Refusals);
        return text.ToString();
    }

    private static void Refusals(StringBuilder text, ImmutableArray<Refusal> refusals)
    {
        Refusal[] members = [.. refusals.Where(refusal => refusal.TeamMember)];
        if (members.Length > 0)
        {
            text.AppendLine().AppendLine($"Of the team could not come ({members.Length}), nearest first:");
        }

        foreach (Refusal refusal in members.Take(RefusalsShown))
        {
            TextLayout.Wrap(text, $"- {string.Join(' ', refusal.Reasons)}", hanging: 2);
        }

        if (refusals.Length > members.Length)
        {
            text.AppendLine().AppendLine($"{Wording.Count(refusals.Length - members.Length, "worker")} of other teams could not come.");
        }
    }
}
