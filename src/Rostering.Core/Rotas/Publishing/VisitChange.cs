using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Core.Rotas.Publishing;

/// <summary>A visit that is to be told of: it is new to people, or not as they were told.</summary>
/// <param name="Was">What people were told; nothing for a visit that is new to them.</param>
/// <param name="Sentence">The change in words; nothing for a visit that is new to them.</param>
internal sealed record VisitChange(PreparedVisit Visit, PublishedVisit? Was, string? Sentence)
{
    /// <summary>Visits that changed, in the problem's order.</summary>
    public static IEnumerable<VisitChange> Of(Schedule schedule, IReadOnlyDictionary<string, PublishedVisit> told, IEnumerable<PreparedVisit> visits)
    {
        Dictionary<string, string> sentences = RotaDifference.Of(schedule).ToDictionary(change => change.Visit.Value, change => change.Sentence, StringComparer.Ordinal);
        foreach (PreparedVisit visit in visits)
        {
            string id = visit.Source.Id.Value;
            if (told.GetValueOrDefault(id) is not { } was)
            {
                yield return new VisitChange(visit, Was: null, Sentence: null);
            }
            else if (was.State == VisitState.Withdrawn || !SameAs(schedule, visit, was))
            {
                yield return new VisitChange(visit, was, sentences.GetValueOrDefault(id) ?? Found(schedule, visit));
            }
        }
    }

    /// <summary>The local start that a schedule gives a visit; for a gap the one that was wanted, or the first possible.</summary>
    public static LocalDateTime Start(Schedule schedule, PreparedVisit visit) => schedule.Covered(visit.Index)
        ? schedule.Problem.Clock.Local(schedule.Start(visit.Index))
        : visit.Source.WantedStart ?? visit.Source.EarliestStart;

    /// <summary>The ids of a visit's workers.</summary>
    public static ImmutableArray<string> Workers(Schedule schedule, PreparedVisit visit) =>
        [.. schedule.Workers(visit.Index).Select(worker => schedule.Problem.Workers[worker].Source.Id.Value)];

    private static bool SameAs(Schedule schedule, PreparedVisit visit, PublishedVisit was) =>
        Start(schedule, visit) == was.StartsAt && Workers(schedule, visit).Order(StringComparer.Ordinal).SequenceEqual(was.Workers.Order(StringComparer.Ordinal));

    // People knew of the visit, but of nobody who would come.
    private static string? Found(Schedule schedule, PreparedVisit visit) => schedule.Covered(visit.Index)
        ? $"{Wording.When(schedule.Problem, schedule.Start(visit.Index))} {Wording.Join([.. visit.People.Select(person => Wording.Person(schedule.Problem, person))])}: "
            + $"{Wording.Join([.. schedule.Workers(visit.Index).Select(worker => Wording.Worker(schedule.Problem, worker))])} will come"
        : null;
}
