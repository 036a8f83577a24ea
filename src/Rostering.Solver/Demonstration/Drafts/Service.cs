using Rostering.Solver.Demonstration.Tables;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Drafts;

/// <summary>A service team in the making: where it works and what it pays.</summary>
internal sealed class Service
{
    public required TeamId Id { get; init; }
    public required string Name { get; init; }
    public required Locality Locality { get; init; }

    /// <summary>Basic pay of grade 1 in pence an hour. It follows the budget, so it differs between teams [000:474].</summary>
    public required int PencePerHour { get; init; }

    /// <summary>Workers the team starts with, however small its package.</summary>
    public required int StaffMin { get; init; }

    /// <summary>Every worker of the team comes by bus from beyond walking distance.</summary>
    public bool BusOnly { get; init; }

    public List<DraftPerson> People { get; } = [];
    public List<DraftVisit> Visits { get; } = [];
    public List<DraftWorker> Workers { get; } = [];

    public int Demand => Visits.Sum(visit => visit.Minutes * visit.Workers);

    public int RateFor(int grade) => PencePerHour + (120 * (grade - 1));
}
