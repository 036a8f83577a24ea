using System.Collections.Immutable;

namespace Rostering.Core.Finance.FundActs;

/// <summary>
/// How a field is written: pounds, hours, a day, words, a whole number, a share in per cent, one of some choices, notice bands, or one of
/// the remittances that are not matched yet.
/// </summary>
public enum FundActForm { Money, Time, Day, Text, Number, Percent, Choice, Bands, Remittance }

/// <summary>One thing that a fund act has to say.</summary>
/// <param name="Name">What the form calls it.</param>
/// <param name="Words">What people call it.</param>
/// <param name="Hint">What helps to fill it in, where the words alone do not.</param>
public sealed record FundActField(string Name, FundActForm Form, string Words, string? Hint = null)
{
    /// <summary>Whether it may be left empty, which counts as nought.</summary>
    public bool Optional { get; init; }

    /// <summary>Whether nought is an amount like any other.</summary>
    public bool AllowsNought { get; init; }

    /// <summary>What it can be chosen from.</summary>
    public ImmutableArray<FundActChoice> Choices { get; init; } = [];
}

/// <summary>One of the choices of a field.</summary>
public sealed record FundActChoice(string Value, string Words);

/// <summary>What is wrong with a field as it was filled in.</summary>
/// <param name="Field">The field; empty where it is the form as a whole.</param>
public sealed record FundActFault(string Field, string Message, string Remedy)
{
    public override string ToString() => $"{Message} {Remedy}";
}
