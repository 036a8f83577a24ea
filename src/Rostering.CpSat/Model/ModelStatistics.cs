using System.Text;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <summary>A count of what a model holds, for people.</summary>
internal sealed class ModelStatistics(CpModelProto model)
{
    public override string ToString()
    {
        var text = new StringBuilder($"{(model.Objective is null ? "satisfaction" : "optimization")} model '{model.Name}':\n");
        text.Append($"  variables: {model.Variables.Count} ");
        text.Append($"({model.Variables.Count(IsBoolean)} Boolean, {model.Variables.Count(IsFixed)} fixed)\n");
        text.Append($"  constraints: {model.Constraints.Count}\n");
        foreach (var kind in model.Constraints.GroupBy(constraint => constraint.ConstraintCase).OrderBy(kind => kind.Key))
            text.Append($"    {kind.Key}: {kind.Count()} ({kind.Count(IsConditional)} conditional)\n");

        text.Append($"  linear terms: {model.Constraints.Sum(constraint => (long)(constraint.Linear?.Vars.Count ?? 0))}\n");
        text.Append($"  objective terms: {model.Objective?.Vars.Count ?? 0}\n");
        text.Append($"  hints: {model.SolutionHint?.Vars.Count ?? 0}, assumptions: {model.Assumptions.Count}\n");
        return text.ToString();
    }

    private static bool IsConditional(ConstraintProto constraint) => constraint.EnforcementLiteral.Count > 0;

    private static bool IsBoolean(IntegerVariableProto variable) => variable.Domain is [0, 1];

    private static bool IsFixed(IntegerVariableProto variable) => variable.Domain is [var min, var max] && min == max;
}
