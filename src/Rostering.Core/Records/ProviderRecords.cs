using System.Collections.Immutable;
using Rostering.Core.Cover;
using Rostering.Core.Requests;
using Rostering.Solver.Problem;

namespace Rostering.Core.Records;

/// <summary>All records of a provider as they hold at one moment, each list in the order of its ids.</summary>
public sealed record ProviderRecords
{
    public required string Provider { get; init; }
    public required HouseTerms House { get; init; }
    public required ImmutableArray<CoverTerms> CoverTerms { get; init; }
    public required ImmutableArray<Council> Councils { get; init; }
    public required ImmutableArray<ServiceTeam> Teams { get; init; }
    public required ImmutableArray<Place> Places { get; init; }
    public required ImmutableArray<Person> People { get; init; }

    /// <summary>Funds, with what each agreed to pay in a week.</summary>
    public required ImmutableArray<Fund> Funds { get; init; }
    public required ImmutableArray<WorkerRecord> Workers { get; init; }
    public required ImmutableArray<SupportRequest> Requests { get; init; }
    public required ImmutableArray<DateChange> DateChanges { get; init; }
    public required ImmutableArray<Pin> Pins { get; init; }
}
