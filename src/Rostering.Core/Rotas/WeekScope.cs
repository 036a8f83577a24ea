using Rostering.Core.Access;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Core.Rotas;

/// <summary>
/// What of a week somebody sees. Who is held to some teams sees those teams' people, visits and workers, and of a worker who is with another
/// team besides that they are, but not with whom.
/// </summary>
public sealed class WeekScope(Actor actor, PreparedProblem problem)
{
    /// <summary>What stands where a visit of others would.</summary>
    public const string Others = "another team";

    /// <summary>Whether they see every team.</summary>
    public bool IsWhole => actor.Teams.IsEmpty;

    public bool Sees(TeamId team) => actor.Sees(team.Value);

    public bool Sees(PreparedVisit visit) => Sees(visit.Source.Team) || visit.People.Any(person => Sees(problem.People[person].Source.Team));

    public bool Sees(PreparedPerson person) => Sees(person.Source.Team) || person.Visits.Any(visit => Sees(problem.Visits[visit].Source.Team));

    public bool Sees(PreparedWorker worker) => IsWhole || worker.Source.Teams.Any(membership => Sees(membership.Team));

    public bool Sees(VisitId visit) => problem.Index.Visits.TryGetValue(visit, out int index) ? Sees(problem.Visits[index]) : IsWhole;

    public bool Sees(WorkerId worker) => problem.Index.Workers.TryGetValue(worker, out int index) ? Sees(problem.Workers[index]) : IsWhole;

    public bool Sees(Violation violation) => violation switch
    {
        { Visit: { } visit } => Sees(visit),
        { Worker: { } worker } => Sees(worker),
        _ => IsWhole,
    };

    /// <summary>An explanation without the workers of others who could not come. Whoever could come stays: they may be asked.</summary>
    public VisitExplanation Within(VisitExplanation explanation) =>
        IsWhole ? explanation : explanation with { Refusals = [.. explanation.Refusals.Where(refusal => Sees(refusal.Worker))] };
}
