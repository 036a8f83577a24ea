using System.Collections.Immutable;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Rules;

/// <summary>
/// A week in which one soft rule alone is weighed, to show what the others are worth. Hard rules hold and cover comes first, as ever.
/// </summary>
public static class SingleObjective
{
    /// <summary>Keys of the soft rules.</summary>
    public static ImmutableArray<string> Rules { get; } = [.. RuleCatalogue.Rules.Where(rule => rule.Level == RuleLevel.Soft).Select(rule => rule.Key)];

    /// <summary>The problem with no weight on any soft rule but one.</summary>
    /// <exception cref="ArgumentException"><paramref name="rule"/> is not among <see cref="Rules"/>.</exception>
    public static RotaProblem Of(RotaProblem problem, string rule)
    {
        if (!Rules.Contains(rule))
        {
            throw new ArgumentException($"'{rule}' is no soft rule; give one of {string.Join(", ", Rules)}.", nameof(rule));
        }

        IEnumerable<string> dropped = RuleCatalogue.Rules.Where(other => other.Level == RuleLevel.Soft && other.Key != rule).SelectMany(other => other.Terms).Select(term => term.Key);
        return problem with { Weights = problem.Weights.SetItems(dropped.Select(key => KeyValuePair.Create(key, 0L))) };
    }
}
