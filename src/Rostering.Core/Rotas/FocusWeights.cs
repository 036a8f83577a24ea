using System.Collections.Immutable;
using Rostering.Solver.Problem;

namespace Rostering.Core.Rotas;

/// <summary>What a run leans towards, as weights of the search. No focus touches what uncovered support weighs, or any hard rule.</summary>
public static class FocusWeights
{
    private const int Emphasis = 5;

    private static readonly ImmutableDictionary<SolveFocus, ImmutableArray<string>> Emphasised = new Dictionary<SolveFocus, ImmutableArray<string>>
    {
        [SolveFocus.Balanced] = [],
        [SolveFocus.Familiar] = [WeightKeys.Accepted, WeightKeys.Known, WeightKeys.Stranger, WeightKeys.Face, WeightKeys.SecondWorker],
        [SolveFocus.Cost] = [WeightKeys.Cost, WeightKeys.Mile],
        [SolveFocus.Changes] = [WeightKeys.ChangedWorker, WeightKeys.ChangedStart],
    }.ToImmutableDictionary();

    /// <summary>The problem with the weights that a focus searches by.</summary>
    public static RotaProblem Of(RotaProblem problem, SolveFocus focus) => problem with
    {
        Weights = problem.Weights.SetItems(
            from key in Emphasised[focus]
            where problem.Weights.ContainsKey(key)
            select KeyValuePair.Create(key, problem.Weights[key] * Emphasis)),
    };
}
