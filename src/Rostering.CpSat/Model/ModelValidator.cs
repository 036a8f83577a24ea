using Google.Protobuf.Collections;
using Rostering.CpSat.Proto;
using static Rostering.CpSat.Proto.DecisionStrategyProto.Types;

namespace Rostering.CpSat.Model;

/// <summary>
/// Finds everything that CP-SAT would refuse about a model. CP-SAT itself stops at the first fault and names it by
/// number; this names variable or constraint, the value, and what to do.
/// </summary>
internal sealed class ModelValidator(CpModelProto model)
{
    /// <summary>Above this size CP-SAT will not look for the middle value of a domain.</summary>
    private const long MedianSizeMax = 100_000;

    private readonly VariableBounds bounds = new(model);
    private readonly List<string> errors = [];

    public IReadOnlyList<string> Validate()
    {
        CheckVariables();
        CheckConstraints();
        CheckObjective();
        CheckHint();
        CheckLiterals("The assumptions", model.Assumptions);
        foreach (var strategy in model.SearchStrategy)
            CheckStrategy(strategy);

        return errors;
    }

    private void CheckVariables()
    {
        for (var i = 0; i < model.Variables.Count; i++)
        {
            if (DomainFault(model.Variables[i].Domain) is { } fault)
                errors.Add($"{NameOf(i)} {fault}.");
        }

        if (!bounds.SumFits())
            errors.Add("The domains of all variables together are wider than 64 bits; give the widest of them tighter bounds.");
    }

    private static string? DomainFault(RepeatedField<long> domain)
    {
        if (domain.Count == 0)
            return "has an empty domain; give it at least one value";
        if (domain.Count % 2 != 0 || !domain.SequenceEqual(Domain.FromFlatIntervals(domain).FlattenedIntervals()))
            return $"has the domain [{string.Join(", ", domain)}]; give intervals in rising order, min before max, with gaps between";
        return domain[0] < -VariableBounds.Limit || domain[^1] > VariableBounds.Limit
            ? $"has the domain [{domain[0]}, {domain[^1]}]; keep it within ±{VariableBounds.Limit}"
            : null;
    }

    private void CheckConstraints()
    {
        var validator = new ConstraintValidator(model, bounds);
        for (var i = 0; i < model.Constraints.Count; i++)
        {
            var constraint = model.Constraints[i];
            var name = constraint.Name.Length > 0 ? $"'{constraint.Name}' " : "";
            foreach (var fault in validator.FaultsOf(constraint))
                errors.Add($"Constraint {name}(#{i}, {constraint.ConstraintCase}): {fault}.");
        }
    }

    private void CheckObjective()
    {
        if (model.Objective is not { } objective)
            return;

        if (objective.Vars.Any(variable => !bounds.IsVariable(variable)))
            errors.Add($"The objective names a variable that does not exist; the model has {model.Variables.Count}, counted from #0.");
        else if (objective.Vars.Count != objective.Coeffs.Count)
            errors.Add($"The objective has {objective.Vars.Count} variables and {objective.Coeffs.Count} coefficients; give as many.");
        else if (bounds.MayOverflow(objective.Vars, objective.Coeffs))
            errors.Add($"The objective may exceed ±{VariableBounds.Limit}; use a larger unit or tighter bounds.");
    }

    private void CheckHint()
    {
        if (model.SolutionHint is not { } hint)
            return;

        foreach (var (variable, value) in hint.Vars.Zip(hint.Values))
        {
            if (!bounds.IsVariable(variable))
                errors.Add($"The hint names variable #{variable}, which does not exist; the model has {model.Variables.Count}.");
            else if (value is long.MinValue or long.MaxValue)
                errors.Add($"The hint for {NameOf(variable)} is {value}, which CP-SAT reads as infinite; hint a value of its domain.");
        }
    }

    private void CheckLiterals(string owner, IEnumerable<int> literals)
    {
        foreach (var literal in literals.Where(literal => !bounds.IsLiteral(literal)))
            errors.Add($"{owner} name literal {literal}, which is not a Boolean variable of this model nor the negation of one.");
    }

    private void CheckStrategy(DecisionStrategyProto strategy)
    {
        foreach (var variable in strategy.Exprs.SelectMany(expression => expression.Vars).Concat(strategy.Variables))
        {
            if (!bounds.IsVariable(variable))
                errors.Add($"A decision strategy names variable #{variable}, which does not exist; the model has {model.Variables.Count}.");
            else if (strategy.DomainReductionStrategy == DomainReductionStrategy.SelectMedianValue && SizeOf(variable) > MedianSizeMax)
                errors.Add($"{NameOf(variable)} has more than {MedianSizeMax} values; choose another domain reduction than the median.");
        }
    }

    private long SizeOf(int variable) => Domain.FromFlatIntervals(model.Variables[variable].Domain).Size;

    private string NameOf(int variable) =>
        model.Variables[variable].Name is { Length: > 0 } name ? $"Variable '{name}' (#{variable})" : $"Variable #{variable}";
}
