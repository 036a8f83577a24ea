using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Explain;

/// <summary>What a rota changes for one visit of those that people were told of, in words: "Tue 07:00 Pat: Ann instead of Bob".</summary>
public sealed record RotaChange(VisitId Visit, string Sentence);

/// <summary>Compares a rota with the one that was published, so that everybody concerned can be told and nobody else need be.</summary>
public static class RotaDifference
{
    /// <summary>The changes in order of the published start; empty where nothing changes, or nothing was published.</summary>
    public static ImmutableArray<RotaChange> Of(Schedule schedule) =>
    [
        .. from visit in schedule.Problem.Visits
           where visit.Published is not null
           orderby visit.Published!.Start, visit.Index
           let change = Change(schedule, visit)
           where change is not null
           select new RotaChange(visit.Source.Id, $"{Wording.When(schedule.Problem, visit.Published!.Start)} {Whom(schedule.Problem, visit)}{change}"),
    ];

    private static string? Change(Schedule schedule, PreparedVisit visit)
    {
        PreparedPublication published = visit.Published!;
        if (!schedule.Covered(visit.Index))
        {
            return $" is no longer covered; published with {Names(schedule.Problem, published.Workers)}";
        }

        string? workers = Workers(schedule.Problem, [.. published.Workers.Except(schedule.Workers(visit.Index))], [.. schedule.Workers(visit.Index).Except(published.Workers)]);
        string? start = schedule.Start(visit.Index) == published.Start
            ? null
            : $"moves from {Wording.When(schedule.Problem, published.Start)} to {Wording.When(schedule.Problem, schedule.Start(visit.Index))}";
        return (workers, start) switch
        {
            (null, null) => null,
            (null, _) => $" {start}",
            (_, null) => $": {workers}",
            _ => $" {start}: {workers}",
        };
    }

    private static string? Workers(PreparedProblem problem, int[] gone, int[] come) => (gone.Length, come.Length) switch
    {
        (0, 0) => null,
        (0, _) => $"{Names(problem, come)} as well",
        (_, 0) => $"without {Names(problem, gone)}",
        _ => $"{Names(problem, come)} instead of {Names(problem, gone)}",
    };

    private static string Names(PreparedProblem problem, IEnumerable<int> workers) => Wording.Join([.. workers.Select(worker => Wording.Worker(problem, worker))]);

    // A visit is known by whom it is for; training and meetings, which are for nobody, by what they are.
    private static string Whom(PreparedProblem problem, PreparedVisit visit) => visit.People.IsEmpty
        ? Wording.Visit(problem, visit.Index)
        : Wording.Join([.. visit.People.Select(person => Wording.Person(problem, person))]);
}
