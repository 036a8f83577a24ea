using System.Collections.Immutable;
using Rostering.Solver.Demonstration.Drafts;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Demands;

/// <summary>What is drawn about a person before a name is.</summary>
internal sealed record PersonTraits
{
    public Place? Home { get; init; }
    public ImmutableArray<Competency> Needs { get; init; } = [];
    public bool SameGenderOnly { get; init; }
    public string? Language { get; init; }
    public bool KnownWorkersOnly { get; init; }
    public bool MoneyLimits { get; init; }

    /// <summary>Needs as often as they are assumed to occur in a learning-disability service.</summary>
    public static ImmutableArray<Competency> DrawNeeds(Dice dice)
    {
        var needs = ImmutableArray.CreateBuilder<Competency>();
        if (dice.Chance(45))
            needs.Add(Skills.Medication);
        if (dice.Chance(20))
            needs.Add(Skills.PositiveBehaviour);
        else if (dice.Chance(15))
            needs.Add(Skills.EpilepsyRescue);
        return needs.DrainToImmutable();
    }
}
