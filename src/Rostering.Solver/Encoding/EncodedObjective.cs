using System.Collections.Immutable;
using Rostering.CpSat.Model;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Encoding;

/// <summary>The objective, term by term, so that each can be read back and compared with the checker's.</summary>
public sealed class EncodedObjective(ImmutableArray<long> weights)
{
    private readonly List<(Term Term, LinearExpr Amount)> parts = [];

    /// <summary>Adds an amount of a soft or uncovered term. The amount may exceed the true one only where its weight drives it down.</summary>
    public void Add(Term term, LinearExpr amount)
    {
        if (weights[term.Index] != 0)
        {
            parts.Add((term, amount));
        }
    }

    /// <summary>Weighted sum of one level.</summary>
    public LinearExpr Level(RuleLevel level)
    {
        LinearExprBuilder sum = LinearExpr.NewBuilder();
        foreach ((Term term, LinearExpr amount) in parts.Where(part => part.Term.Level == level))
        {
            sum.AddTerm(amount, weights[term.Index]);
        }

        return sum;
    }
}
