using Rostering.CpSat.Proto;
using static Rostering.CpSat.Proto.DecisionStrategyProto.Types;

namespace Rostering.CpSat.Model;

/// <content>The objective, and what guides the search.</content>
public sealed partial class CpModel
{
    /// <summary>Whether there is anything to minimise or maximise.</summary>
    public bool HasObjective => Proto.Objective is not null;

    /// <summary>Looks for the smallest value of <paramref name="objective"/>, in place of any earlier objective.</summary>
    public void Minimize(LinearExpr objective) => SetObjective(objective, scalingFactor: 1);

    /// <summary>Looks for the largest value of <paramref name="objective"/>, in place of any earlier objective.</summary>
    public void Maximize(LinearExpr objective) => SetObjective(-objective, scalingFactor: -1);

    /// <summary>Any solution will do.</summary>
    public void ClearObjective() => Proto.Objective = null;

    /// <summary>A value worth trying first; a later hint for the same variable replaces it.</summary>
    public void AddHint(IntVar variable, long value)
    {
        Proto.SolutionHint ??= new PartialVariableAssignment();
        if (hints.TryAdd(IndexOf(variable), Proto.SolutionHint.Vars.Count))
        {
            Proto.SolutionHint.Vars.Add(variable.Index);
            Proto.SolutionHint.Values.Add(value);
        }
        else
        {
            Proto.SolutionHint.Values[hints[variable.Index]] = value;
        }
    }

    /// <summary>A truth value worth trying first.</summary>
    public void AddHint(ILiteral literal, bool value) =>
        AddHint(literal.Variable, literal.Index >= 0 == value ? 1 : 0);

    /// <summary>Forgets every hint.</summary>
    public void ClearHints()
    {
        hints.Clear();
        Proto.SolutionHint = null;
    }

    /// <summary>
    /// Solves as if the literal were true. Where that is impossible, the solver names assumptions that cannot all hold:
    /// <see cref="CpSolver.SufficientAssumptionsForInfeasibility"/>.
    /// </summary>
    public void AddAssumption(ILiteral literal) => Proto.Assumptions.Add(IndexOf(literal));

    /// <summary>Solves as if all the literals were true.</summary>
    public void AddAssumptions(params IEnumerable<ILiteral> literals) => AddLiterals(Proto.Assumptions, literals);

    /// <summary>Forgets every assumption.</summary>
    public void ClearAssumptions() => Proto.Assumptions.Clear();

    /// <summary>Which of these expressions to decide next, and which half of its values to try first.</summary>
    public void AddDecisionStrategy(
        IEnumerable<LinearExpr> expressions,
        VariableSelectionStrategy variableSelection,
        DomainReductionStrategy domainReduction)
    {
        var strategy = new DecisionStrategyProto
        {
            VariableSelectionStrategy = variableSelection,
            DomainReductionStrategy = domainReduction,
        };
        strategy.Exprs.AddRange(expressions.Select(expression => Affine(expression, "A member of a decision strategy")));
        Proto.SearchStrategy.Add(strategy);
    }

    private void SetObjective(LinearExpr minimised, double scalingFactor)
    {
        var terms = scratch.Read(minimised);
        Proto.Objective = new CpObjectiveProto { Offset = terms.Offset, ScalingFactor = scalingFactor };
        terms.WriteTo(Proto.Objective.Vars, Proto.Objective.Coeffs);
    }
}
