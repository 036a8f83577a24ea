using System.Collections.Immutable;
using Rostering.Solver.Problem.Prepared;

namespace Rostering.Solver.Rules;

/// <summary>Levels of the score, most important first.</summary>
public enum RuleLevel { Hard, Uncovered, Soft }

/// <summary>One thing that is counted: a hard rule's breach, or one part of a soft objective.</summary>
/// <param name="Key">The rule's key for a hard rule, with what is counted where it counts several things; the weight's key for a soft term.</param>
/// <param name="Unit">What an amount of one means.</param>
public sealed record Term(string Key, RuleLevel Level, string Unit)
{
    /// <summary>Position in <see cref="RuleCatalogue.Terms"/>.</summary>
    public int Index { get; internal set; } = -1;
}

/// <summary>
/// A rule of the rota. It exists twice on purpose: here as plain code over a finished rota, and beside it as constraints
/// (<c>…Encoding</c>). What both accept must be the same.
/// </summary>
public abstract class Rule
{
    /// <summary>Stable key, as used in files and on pages.</summary>
    public abstract string Key { get; }

    /// <summary>The rule in one sentence of plain English.</summary>
    public abstract string Sentence { get; }

    /// <summary>Law, agreement or evidence the rule comes from.</summary>
    public abstract string Source { get; }

    /// <summary>What the rule counts.</summary>
    public abstract ImmutableArray<Term> Terms { get; }

    /// <summary>Level of the rule's terms.</summary>
    public RuleLevel Level => Terms[0].Level;

    /// <summary>A finding in plain words, with its numbers.</summary>
    public abstract string Describe(PreparedProblem problem, in Finding finding);
}

/// <summary>One breach or one cost: how much of which term, and whom it concerns. Indices are -1 where nobody is concerned.</summary>
/// <param name="Amount">How much, in the term's unit; always more than 0.</param>
/// <param name="Other">A second visit or person, as the rule's own description reads it.</param>
/// <param name="Have">What is, in the unit of <paramref name="Need"/>.</param>
/// <param name="Need">What should be.</param>
public readonly record struct Finding(Term Term, long Amount, int Worker, int Visit, int Other, long Have, long Need);
