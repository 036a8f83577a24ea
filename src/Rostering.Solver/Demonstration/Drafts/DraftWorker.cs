using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Demonstration.Plan;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Drafts;

/// <summary>A support worker, recruited before the week is planned.</summary>
internal sealed class DraftWorker
{
    public required WorkerId Id { get; init; }
    public required string Name { get; init; }
    public required string Gender { get; init; }
    public required Place Home { get; init; }
    public required int Age { get; init; }
    public required int Grade { get; init; }
    public required ContractKind Kind { get; init; }
    public required bool NightWorker { get; init; }

    /// <summary>Paid minutes agreed to in a week; planning may raise them.</summary>
    public required int MinutesMax { get; set; }
    public required ImmutableArray<TravelMode> Modes { get; init; }
    public required ImmutableArray<string> Languages { get; init; }
    public required ImmutableArray<string> Interests { get; init; }
    public required ImmutableArray<Span> Available { get; init; }

    /// <summary>The first of two days together that the hidden plan leaves free.</summary>
    public required int FirstDayOff { get; init; }

    /// <summary>Away all week, on leave or ill.</summary>
    public AbsenceKind? AwayAllWeek { get; init; }
    public required HashSet<Competency> Skills { get; init; }

    public List<Service> Services { get; } = [];
    public Diary Diary { get; } = new();
    public List<Absence> Absences { get; } = [];

    /// <summary>Skills that lapse, with their last valid day, where the story of a gap needs it.</summary>
    public Dictionary<Competency, LocalDate> Lapsed { get; } = [];

    /// <summary>May work in a third team for a time.</summary>
    public bool HasCapWaiver { get; set; }

    public bool IsYoung => Age < 18;

    public void Join(Service service)
    {
        Services.Add(service);
        service.Workers.Add(this);
    }
}
