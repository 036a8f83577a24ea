using Rostering.Solver.Rota;

namespace Rostering.Cli.Printing;

/// <summary>The object <c>check --json</c> prints. Others script against its names.</summary>
internal static class CheckJson
{
    public static string Text(RotaCheck check) => JsonText.Of(new
    {
        HardViolations = check.HardViolations.Select(v => new
        {
            v.Rule,
            Who = v.Worker?.Value,
            Visit = v.Visit?.Value,
            When = v.When?.ToString("uuuu-MM-dd'T'HH:mm", null),
            v.Amount,
            v.Unit,
            v.Sentence,
        }),
        Score = new { check.Score.Hard, check.Score.Uncovered, check.Score.Soft },
        Terms = check.Terms.Select(t => new { t.Key, Level = t.Level.ToString(), t.Unit, t.Amount, t.Points }),
    });
}
