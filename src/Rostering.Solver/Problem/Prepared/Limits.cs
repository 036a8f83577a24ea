using NodaTime;

namespace Rostering.Solver.Problem.Prepared;

/// <summary>The values of the rule parameters in force in the week.</summary>
public sealed class Limits
{
    private readonly Dictionary<string, RuleParameter> inForce;

    public Limits(IEnumerable<RuleParameter> parameters, LocalDate date) =>
        inForce = parameters
            .Where(p => p.ValidFrom <= date && (p.ValidTo is not { } to || date <= to))
            .GroupBy(p => p.Key)
            .ToDictionary(group => group.Key, group => group.OrderBy(p => p.KnownFrom).ThenBy(p => p.ValidFrom).Last());

    public int this[string key] => (int)Parameter(key).Value;

    /// <summary>The parameter in force, with its source.</summary>
    public RuleParameter Parameter(string key) =>
        inForce.TryGetValue(key, out RuleParameter? parameter)
            ? parameter
            : throw new InvalidOperationException($"No value of parameter '{key}' is in force; validate the problem before preparing it.");
}
