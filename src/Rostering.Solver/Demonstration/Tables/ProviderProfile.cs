using System.Collections.Immutable;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Tables;

/// <summary>What sets one provider's workforce apart from another's.</summary>
internal sealed record ProviderProfile
{
    public required DemonstrationProvider Provider { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<Locality> Localities { get; init; }
    public required int Headcount { get; init; }

    /// <summary>Contracts, by how many in a hundred workers (assumed; the kinds are those of the sources).</summary>
    public required ImmutableArray<Weighted<ContractKind>> Contracts { get; init; }

    /// <summary>Workers in a hundred who end in two teams.</summary>
    public required int InTwoTeamsPercent { get; init; }

    /// <summary>Gaps that nobody can fill, told as stories: a lapsed certificate, everyone away.</summary>
    public required int LapsedGaps { get; init; }
    public required int AwayGaps { get; init; }

    public static ProviderProfile Of(DemonstrationProvider provider) => provider switch
    {
        DemonstrationProvider.Oakwood => Oakwood,
        DemonstrationProvider.Cedar => Cedar,
        DemonstrationProvider.Chestnut => Chestnut,
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "No such demonstration provider; use Oakwood, Cedar or Chestnut."),
    };

    private static ProviderProfile Oakwood { get; } = new()
    {
        Provider = DemonstrationProvider.Oakwood,
        Name = "Oakwood",
        Localities = Tables.Localities.Lanarkshire,
        Headcount = 200,
        Contracts = Mix(permanent: 35, partTime: 25, variable: 24, annualised: 6, sessional: 6, zero: 2, agency: 2),
        InTwoTeamsPercent = 35,
        LapsedGaps = 1,
        AwayGaps = 1,
    };

    private static ProviderProfile Cedar { get; } = new()
    {
        Provider = DemonstrationProvider.Cedar,
        Name = "Cedar",
        Localities = Tables.Localities.Forth,
        Headcount = 1_140,
        Contracts = Mix(permanent: 50, partTime: 22, variable: 9, annualised: 8, sessional: 8, zero: 1, agency: 2),
        InTwoTeamsPercent = 20,
        LapsedGaps = 6,
        AwayGaps = 6,
    };

    private static ProviderProfile Chestnut { get; } = new()
    {
        Provider = DemonstrationProvider.Chestnut,
        Name = "Chestnut",
        Localities = Tables.Localities.Clydeside,
        Headcount = 500,
        Contracts = Mix(permanent: 26, partTime: 40, variable: 14, annualised: 5, sessional: 10, zero: 2, agency: 3),
        InTwoTeamsPercent = 20,
        LapsedGaps = 3,
        AwayGaps = 3,
    };

    private static ImmutableArray<Weighted<ContractKind>> Mix(
        int permanent, int partTime, int variable, int annualised, int sessional, int zero, int agency) =>
    [
        new(ContractKind.Permanent, permanent), new(ContractKind.PartTimeFlex, partTime), new(ContractKind.VariableHours, variable),
        new(ContractKind.Annualised, annualised), new(ContractKind.Sessional, sessional), new(ContractKind.ZeroHours, zero),
        new(ContractKind.Agency, agency),
    ];
}
