using System.Collections.Immutable;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Rules;

/// <summary>
/// Takes what rules find. The search only wants the sum, so nothing is kept; the checker keeps every finding. One code path serves both,
/// so that they cannot differ.
/// </summary>
public sealed class FindingSink(ImmutableArray<long> weights, bool keep)
{
    private readonly List<Finding> findings = [];

    /// <summary>Sum of what was found since <see cref="Clear"/>.</summary>
    public RotaScore Score { get; private set; }

    /// <summary>Every finding since <see cref="Clear"/>, when they are kept.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Takes an amount of a term; an amount of 0 or less is no finding.</summary>
    public void Add(Term term, long amount, int worker = -1, int visit = -1, int other = -1, long have = 0, long need = 0)
    {
        if (amount <= 0)
        {
            return;
        }

        Score += term.Level switch
        {
            RuleLevel.Hard => new RotaScore(amount, 0, 0),
            RuleLevel.Uncovered => new RotaScore(0, amount * weights[term.Index], 0),
            _ => new RotaScore(0, 0, amount * weights[term.Index]),
        };
        if (keep)
        {
            findings.Add(new Finding(term, amount, worker, visit, other, have, need));
        }
    }

    /// <summary>Forgets everything taken so far.</summary>
    public void Clear()
    {
        Score = RotaScore.Zero;
        findings.Clear();
    }
}
