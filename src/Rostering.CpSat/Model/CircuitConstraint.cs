using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <summary>
/// The chosen arcs form one circuit through all nodes but those whose self-loop is chosen.
/// A node exists by being named in an arc.
/// </summary>
public sealed class CircuitConstraint : Constraint
{
    internal CircuitConstraint(CpModel model)
        : base(model, new ConstraintProto { Circuit = new CircuitConstraintProto() })
    {
    }

    /// <summary>An arc that is on the circuit exactly when <paramref name="literal"/> is true.</summary>
    public CircuitConstraint AddArc(int tail, int head, ILiteral literal)
    {
        Proto.Circuit.Tails.Add(tail);
        Proto.Circuit.Heads.Add(head);
        Proto.Circuit.Literals.Add(Model.IndexOf(literal));
        return this;
    }
}
