using System.Collections.Immutable;
using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Demonstration.Plan;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Demonstration.Records;

/// <summary>Writes visits, and the hidden plan as a rota.</summary>
internal sealed class VisitRecords(WeekCalendar calendar)
{
    public Visit For(DraftVisit visit) => new()
    {
        Id = visit.Id,
        Kind = visit.Kind,
        Shares = Shares(visit.People),
        Team = visit.Service.Id,
        Place = visit.Place.Id,
        EarliestStart = calendar.Time(visit.Start - visit.Flex),
        LatestStart = calendar.Time(visit.Start + visit.Flex),
        WantedStart = visit.Flex > 0 ? calendar.Time(visit.Start) : null,
        Minutes = visit.Minutes,
        Workers = visit.Workers,
        Competencies = visit.Competencies,
        GradeMin = visit.GradeMin,
        SpecialHazard = visit.SpecialHazard,
        BreakInside = visit.BreakInside,
        Need = visit.Need,
        Outing = visit.Outing,
    };

    public WeeklyRota Rota(HiddenPlan plan) => new()
    {
        Format = 1,
        Assignments =
        [
            .. from planned in plan.Visits
               orderby planned.Start, planned.Visit.Id.Value
               select new Assignment
               {
                   Visit = planned.Visit.Id,
                   Start = calendar.TimeOfElapsed(planned.Start),
                   Workers = [.. planned.Workers.Select(worker => worker.Id)],
               },
        ],
    };

    /// <summary>Equal shares; the first bears what a thousand does not divide.</summary>
    private static ImmutableArray<Share> Shares(ImmutableArray<DraftPerson> people) =>
    [
        .. people.Select((person, index) => new Share
        {
            Person = person.Id,
            Fund = person.Fund,
            Permille = (1_000 / people.Length) + (index == 0 ? 1_000 % people.Length : 0),
            Consented = people.Length > 1,
        }),
    ];
}
