using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <summary>
/// Where OR-Tools 9.15 gives a wrong answer without a word, and the way round. A third case, a conditional division
/// whose quotient may be negative, has no way round but to be refused: see <see cref="ConstraintValidator"/>.
/// A test shows each defect in the engine that we run, so that a release without it is noticed.
/// </summary>
internal static class KnownDefects
{
    /// <summary>
    /// Presolve adds up coefficients in 32 bits; where they do not fit, it drops the condition of a conditional linear
    /// constraint and so loses solutions (google/or-tools issue 5293). Without inclusion detection it does not.
    /// </summary>
    public static SatParameters WithoutWideSums(CpModelProto model, SatParameters parameters)
    {
        if (parameters.HasPresolveInclusionWorkLimit || !HasWideSum(model))
            return parameters;

        var safe = parameters.Clone();
        safe.PresolveInclusionWorkLimit = 0;
        return safe;
    }

    /// <summary>
    /// After presolve the literals that explain infeasibility may be equals of the assumptions instead of assumptions
    /// (google/or-tools issue 5141).
    /// </summary>
    public static bool BlamesStrangers(CpModelProto model, CpSolverResponse response) =>
        response.SufficientAssumptionsForInfeasibility.Except(model.Assumptions).Any();

    /// <summary>Without presolve there are no equals to be taken for assumptions.</summary>
    public static SatParameters WithoutPresolve(SatParameters parameters)
    {
        var plain = parameters.Clone();
        plain.CpModelPresolve = false;
        return plain;
    }

    private static bool HasWideSum(CpModelProto model)
    {
        var bounds = new VariableBounds(model);
        return model.Constraints.Any(constraint =>
            constraint.Linear is { } linear && bounds.Spread(linear.Vars, linear.Coeffs) > int.MaxValue);
    }
}
