using System.Text;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Cli.Printing;

/// <summary>Prints what the checker found, in 80 columns.</summary>
internal static class CheckPrinter
{
    public static string Text(RotaCheck check)
    {
        StringBuilder text = new();
        text.AppendLine(check.HardViolations.IsEmpty ? "No rule is broken." : $"{check.HardViolations.Length} breaches of hard rules:");
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
        text.AppendLine($"Score: {check.Score.Hard} hard, {check.Score.Uncovered} uncovered, £{check.Score.Soft / 100_000m:0.00} soft");
        foreach (TermTotal term in check.Terms.Where(t => t.Level != RuleLevel.Hard && t.Amount > 0).OrderByDescending(t => t.Points))
        {
            string worth = term.Level == RuleLevel.Uncovered ? $"{term.Points}" : $"£{term.Points / 100_000m:0.00}";
            text.AppendLine($"  {term.Key,-26}{worth,14}   {term.Amount} {term.Unit}");
        }
    }
}
