using Rostering.Solver.Explain;

namespace Rostering.Cli.Printing;

/// <summary>The object <c>explain --json</c> prints.</summary>
internal static class ExplanationJson
{
    public static string Text(VisitExplanation e) => JsonText.Of(new
    {
        Visit = e.Visit.Value,
        e.Covered,
        e.Summary,
        Chosen = e.Chosen.Select(c => new { Worker = c.Worker.Value, c.Name, c.Reasons }),
        Alternatives = e.Alternatives.Select(a => new { Worker = a.Worker.Value, a.Name, Change = a.Change.Soft, a.Differences }),
        Refusals = e.Refusals.Select(r => new { Worker = r.Worker.Value, r.Name, r.Rules, r.Reasons, r.TeamMember }),
    });
}
