namespace Rostering.Core.Finance.Demonstration;

/// <summary>Says to which funds what happens.</summary>
internal static class Casting
{
    public static IEnumerable<DemonstrationFund> Cast(IReadOnlyList<DemonstrationFund> funds) => funds;
}
