namespace Rostering.Solver.Problem.Validation;

/// <summary>The rota that people already hold.</summary>
internal static class PublishedChecks
{
    public static void Check(ValidationContext context)
    {
        if (context.Problem.Published is not { } published)
            return;
        context.Times.Check("$.published.frozenUntil", published.FrozenUntil);
        context.Findings.Distinct("$.published.visits", published.Visits.Select(visit => visit.Visit));
        foreach (var (index, visit) in published.Visits.Index())
        {
            string path = $"$.published.visits[{index}]";
            context.Visits.Require($"{path}.visit", visit.Visit);
            context.Times.Check($"{path}.start", visit.Start);
            context.Workers.RequireAll($"{path}.workers", visit.Workers);
        }
    }
}
