using Rostering.CpSat.Model;

namespace Rostering.Solver.Search.Rosters;

/// <content>What rules count, as far as it is known and as far as it is variable.</content>
internal sealed partial class RosterModel
{
    // Whether a day's shift is one of a set: known, or the sum of the variables that say so.
    private Term In(int person, int day, ulong set)
    {
        int cell = (person * problem.Days) + day;
        if (!isFree[cell])
        {
            return new Term(null, (int)((set >> roster[cell]) & 1), 1);
        }

        LinearExprBuilder? sum = null;
        bool whole = true;
        for (int shift = 0; shift < problem.Shifts; shift++)
        {
            if (cells[(cell * problem.Shifts) + shift] is { } choice)
            {
                bool counts = ((set >> shift) & 1) != 0;
                whole &= counts;
                sum = counts ? (sum ?? LinearExpr.NewBuilder()).Add((LinearExpr)choice) : sum;
            }
        }

        return whole ? new Term(null, 1, 1) : new Term(sum, 0, 1);
    }

    private Term Sum(int person, Func<int, int> amountOf)
    {
        LinearExprBuilder sum = LinearExpr.NewBuilder();
        (int constant, long most, bool open) = (0, 0, false);
        for (int day = 0; day < problem.Days; day++)
        {
            int cell = (person * problem.Days) + day;
            constant += isFree[cell] ? 0 : amountOf(roster[cell]);
            long dayMost = 0;
            for (int shift = 1; shift < problem.Shifts; shift++)
            {
                if (cells[(cell * problem.Shifts) + shift] is { } choice && amountOf(shift) is var amount and > 0)
                {
                    sum.AddTerm((LinearExpr)choice, amount);
                    dayMost = Math.Max(dayMost, amount);
                    open = true;
                }
            }

            most += dayMost;
        }

        return new Term(open ? sum : null, constant, most + constant);
    }

    private static Term Added(Term[] terms)
    {
        LinearExprBuilder sum = LinearExpr.NewBuilder();
        foreach (Term term in terms)
        {
            if (term.Expression is not null)
            {
                sum.Add(term.Expression);
            }
        }

        return new Term(terms.Any(term => term.Expression is not null) ? sum : null, terms.Sum(term => term.Constant), terms.Sum(term => term.Expression is null ? term.Constant : term.Most));
    }

    /// <summary>A whole number in the model: an expression over what is free, if anything is, and a constant from what is not.</summary>
    /// <param name="Most">What it can come to at most.</param>
    private readonly record struct Term(LinearExpr? Expression, int Constant, long Most)
    {
        public LinearExpr AsExpr() => Expression is null ? LinearExpr.Constant(Constant) : Expression + Constant;

        public Term Not() => Expression is null ? new Term(null, 1 - Constant, 1) : new Term(1 - Expression, 0, 1);
    }
}
