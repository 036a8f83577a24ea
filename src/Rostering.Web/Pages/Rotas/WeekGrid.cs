using System.Collections.Immutable;
using NodaTime;
using Rostering.Core.Rotas;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Web.Pages.Rotas;

/// <summary>A rota as a table: a row for each person or worker, a cell for each day.</summary>
public sealed record WeekGrid(string RowHeading, ImmutableArray<LocalDate> Days, ImmutableArray<GridRow> Rows)
{
    /// <summary>People by days.</summary>
    public static WeekGrid OfPeople(Schedule schedule, WeekScope scope) => new("Person", DaysOf(schedule),
    [
        .. from person in schedule.Problem.People
           where person.Visits.Length > 0 && scope.Sees(person)
           let gaps = person.Visits.Count(v => !schedule.Covered(v))
           orderby gaps descending, person.Source.Name
           let faces = person.Visits.SelectMany(schedule.Workers).Distinct().Count()
           select new GridRow(person.Source.Name, Wording.Count(faces, "worker"), Cells(schedule, person.Visits.Where(v => scope.Sees(schedule.Problem.Visits[v])), scope, v => WorkerNames(schedule, v))),
    ]);

    /// <summary>Workers by days.</summary>
    public static WeekGrid OfWorkers(Schedule schedule, WeekScope scope) => new("Worker", DaysOf(schedule),
    [
        .. from worker in schedule.Problem.Workers
           where scope.Sees(worker)
           orderby worker.Source.Name, worker.Index
           select new GridRow(worker.Source.Name, Hours(schedule, worker), Cells(schedule, schedule.Visits(worker.Index).ToArray(), scope, v => PersonNames(schedule.Problem, v))),
    ]);

    private static ImmutableArray<LocalDate> DaysOf(Schedule schedule) => [.. Enumerable.Range(0, 7).Select(schedule.Problem.Source.WeekStart.PlusDays)];

    private static string Hours(Schedule schedule, PreparedWorker worker)
    {
        WorkerTimeline timeline = new(schedule.Problem);
        timeline.Load(schedule, worker.Index);
        return $"{Wording.Hours(timeline.PaidMinutes)} of {Wording.Hours(worker.Source.Contract.ContractedMinutes)}";
    }

    private static ImmutableArray<ImmutableArray<GridVisit>> Cells(Schedule schedule, IEnumerable<int> visits, WeekScope scope, Func<PreparedVisit, string> who)
    {
        ILookup<int, PreparedVisit> byDay = visits.Select(v => schedule.Problem.Visits[v]).ToLookup(v => schedule.Problem.Clock.Day(Start(schedule, v)));
        return [.. Enumerable.Range(0, 7).Select(day => byDay[day].OrderBy(v => Start(schedule, v)).ThenBy(v => v.Index).Select(v => Visit(schedule, v, scope, who)).ToImmutableArray())];
    }

    private static GridVisit Visit(Schedule schedule, PreparedVisit visit, WeekScope scope, Func<PreparedVisit, string> who)
    {
        int start = Start(schedule, visit);
        return new GridVisit(
            scope.Sees(visit) ? visit.Source.Id.Value : null, schedule.Problem.Clock.Local(start).TimeOfDay, schedule.Problem.Clock.Local(start + visit.Minutes).TimeOfDay,
            scope.Sees(visit) ? who(visit) : WeekScope.Others, schedule.Covered(visit.Index), visit.Night);
    }

    private static int Start(Schedule schedule, PreparedVisit visit) => schedule.Covered(visit.Index) ? schedule.Start(visit.Index) : visit.Starts[0];

    private static string WorkerNames(Schedule schedule, PreparedVisit visit) =>
        string.Join(" + ", schedule.Workers(visit.Index).Select(w => schedule.Problem.Workers[w].Source.Name));

    private static string PersonNames(PreparedProblem problem, PreparedVisit visit) =>
        visit.People.IsEmpty ? visit.Source.Kind.ToString() : string.Join(" + ", visit.People.Select(p => problem.People[p].Source.Name));
}

/// <summary>A row: whose it is, a note, and the visits of each day.</summary>
public sealed record GridRow(string Name, string Note, ImmutableArray<ImmutableArray<GridVisit>> Days);

/// <summary>A visit in a cell.</summary>
/// <param name="Id">Nothing for a visit of others, which cannot be opened.</param>
public sealed record GridVisit(string? Id, LocalTime Start, LocalTime End, string Who, bool Covered, bool Night);
