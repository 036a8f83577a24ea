using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Rotas;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Core.Cover;

/// <summary>
/// A published week as it stands: the problem it was published for with what is known since, every visit at the start that people hold,
/// and the workers who still come.
/// </summary>
public sealed record LiveWeek
{
    public required long WeekId { get; init; }
    public required LocalDate Monday { get; init; }
    public required Schedule Schedule { get; init; }

    /// <summary>Every visit that people were told of, those given or called off too, by id.</summary>
    public required ImmutableDictionary<string, Rotas.PublishedVisit> Told { get; init; }

    public PreparedProblem Problem => Schedule.Problem;

    /// <summary>The visit in the week's schedule; <c>null</c> where it was called off, or never was.</summary>
    public PreparedVisit? Visit(string id) => Problem.Index.Visits.TryGetValue(new VisitId(id), out int index) ? Problem.Visits[index] : null;

    /// <summary>The worker; <c>null</c> where they have left since.</summary>
    public Worker? Worker(string id) => Problem.Index.Workers.TryGetValue(new WorkerId(id), out int index) ? Problem.Workers[index].Source : null;

    /// <summary>Visits that are planned and not over, in order of start.</summary>
    public IEnumerable<Rotas.PublishedVisit> ToCome(LocalDateTime now) =>
        Told.Values.Where(told => told.State == VisitState.Planned && told.StartsAt.PlusMinutes(told.Minutes) > now && Visit(told.Visit) is not null).OrderBy(told => told.StartsAt).ThenBy(told => told.Visit, StringComparer.Ordinal);

    /// <summary>A worker's name, or their id where they have left since.</summary>
    public string WorkerName(string id) => Worker(id)?.Name ?? id;

    /// <summary>A visit's people by name; what it is where it is for nobody.</summary>
    public string For(PreparedVisit visit) => visit.People.IsEmpty
        ? visit.Source.Kind.ToString()
        : string.Join(" and ", visit.People.Select(person => Problem.People[person].Source.Name));

    /// <summary>The schedule with other workers on a visit.</summary>
    public Schedule With(PreparedVisit visit, IEnumerable<string> workers)
    {
        Schedule changed = Schedule.Copy();
        changed.Set(visit.Index, 0, [.. workers.Select(worker => Problem.Index.Workers[new WorkerId(worker)])]);
        return changed;
    }
}
