using System.Text;
using Rostering.Solver.Explain;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Cli.Printing;

/// <summary>Prints what the checker found, in 80 columns.</summary>
internal static class CheckPrinter
{
    public static string Text(RotaCheck check)
    {
        StringBuilder text = new();
        text.AppendLine(check.HardViolations.IsEmpty ? "No rule is broken." : $"Rules broken: {check.HardViolations.Length}");
        foreach (Violation violation in check.HardViolations)
        {
            TextLayout.Wrap(text, $"- {violation.Rule}: {violation.Sentence}", hanging: 2);
        }

        text.AppendLine();
        Terms(text, check);
        return text.ToString();
    }

    /// <summary>What each objective costs.</summary>
    public static void Terms(StringBuilder text, RotaCheck check)
    {
        text.AppendLine($"Score: {check.Score.Hard} hard, {check.Score.Uncovered} uncovered, {ObjectiveWording.Pounds(check.Score.Soft)} soft");
        foreach (TermTotal term in check.Terms.Where(t => t.Level != RuleLevel.Hard && t.Amount > 0).OrderBy(t => t.Level).ThenByDescending(t => t.Points))
        {
            string worth = term.Level == RuleLevel.Uncovered ? "first of all" : ObjectiveWording.Pounds(term.Points);
            text.AppendLine($"  {ObjectiveWording.Name(term.Key),-38}{worth,14}   {ObjectiveWording.Amount(term.Unit, term.Amount)}");
        }
    }
}
