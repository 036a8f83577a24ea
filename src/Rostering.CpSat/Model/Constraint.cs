using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <summary>A constraint of one <see cref="CpModel"/>.</summary>
public class Constraint
{
    internal Constraint(CpModel model, ConstraintProto proto)
    {
        Model = model;
        Proto = proto;
        Index = model.Proto.Constraints.Count;
        model.Proto.Constraints.Add(proto);
    }

    /// <summary>The place of the constraint in the model, from 0.</summary>
    public int Index { get; }

    /// <summary>The constraint as it goes to the solver.</summary>
    public ConstraintProto Proto { get; }

    private protected CpModel Model { get; }

    /// <summary>
    /// The constraint must hold only where all of <paramref name="literals"/> are true; called again, the new literals
    /// join the earlier ones. Every kind of constraint may be made conditional, but a division whose quotient may be
    /// negative: <see cref="CpModel.Validate"/> says what to do instead.
    /// </summary>
    public Constraint OnlyEnforceIf(params IEnumerable<ILiteral> literals)
    {
        Model.AddLiterals(Proto.EnforcementLiteral, literals);
        return this;
    }

    /// <summary>Names the constraint, for logs and error messages.</summary>
    public Constraint WithName(string name)
    {
        Proto.Name = name;
        return this;
    }
}
