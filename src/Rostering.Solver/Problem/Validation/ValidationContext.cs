namespace Rostering.Solver.Problem.Validation;

/// <summary>What every check needs: the problem, its ids, its clocks, and where faults are noted.</summary>
internal sealed class ValidationContext(RotaProblem problem, Findings findings)
{
    public RotaProblem Problem { get; } = problem;
    public Findings Findings { get; } = findings;
    public LocalTimes Times { get; } = new(findings, problem);
    public IdList<CouncilId> Councils { get; } = new(findings, "$.councils", "council", problem.Councils.Select(c => c.Id));
    public IdList<TeamId> Teams { get; } = new(findings, "$.teams", "team", problem.Teams.Select(t => t.Id));
    public IdList<PlaceId> Places { get; } = new(findings, "$.places", "place", problem.Places.Select(p => p.Id));
    public IdList<PersonId> People { get; } = new(findings, "$.people", "person", problem.People.Select(p => p.Id));
    public IdList<FundId> Funds { get; } = new(findings, "$.funds", "fund", problem.Funds.Select(f => f.Id));
    public IdList<WorkerId> Workers { get; } = new(findings, "$.workers", "worker", problem.Workers.Select(w => w.Id));
    public IdList<VisitId> Visits { get; } = new(findings, "$.visits", "visit", problem.Visits.Select(v => v.Id));
}
