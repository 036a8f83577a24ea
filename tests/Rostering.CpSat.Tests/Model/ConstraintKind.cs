using Rostering.CpSat.Model;

namespace Rostering.CpSat.Tests.Model;

/// <summary>A kind of constraint on a few small variables, and its meaning in plain C#.</summary>
/// <param name="Name">The constraint.</param>
/// <param name="Domains">The domain of each variable; [0, 1] makes a Boolean.</param>
/// <param name="Post">Adds the constraint to a model.</param>
/// <param name="Holds">Whether values of the variables satisfy it.</param>
public sealed record ConstraintKind(
    string Name,
    (long Min, long Max)[] Domains,
    Func<CpModel, IntVar[], Constraint> Post,
    Func<long[], bool> Holds)
{
    /// <summary>Whether it may not be made conditional.</summary>
    public bool IsUnconditional { get; init; }

    /// <summary>
    /// Whether the solver spells it out with variables of its own that are free where the condition is false: then each
    /// solution comes up again and again, and counting them does not end.
    /// </summary>
    public bool HasFreeHelpers { get; init; }

    public override string ToString() => Name;

    public IntVar[] Declare(CpModel model) =>
        [.. Domains.Select((domain, i) => domain == (0, 1) ? model.NewBoolVar($"b{i}") : model.NewIntVar(domain.Min, domain.Max, $"x{i}"))];

    public IEnumerable<long[]> Assignments() => Domains.Aggregate(
        Enumerable.Repeat<long[]>([], 1),
        (heads, domain) => heads.SelectMany(head => Range(domain).Select(value => (long[])[.. head, value])));

    private static IEnumerable<long> Range((long Min, long Max) domain)
    {
        for (var value = domain.Min; value <= domain.Max; value++)
            yield return value;
    }
}
