using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <summary>
/// The chosen arcs form routes that all leave node 0, the depot, and return to it, and that together pass every other
/// node once, but those whose self-loop is chosen.
/// </summary>
public sealed class MultipleCircuitConstraint : Constraint
{
    internal MultipleCircuitConstraint(CpModel model)
        : base(model, new ConstraintProto { Routes = new RoutesConstraintProto() })
    {
    }

    /// <summary>An arc that is on a route exactly when <paramref name="literal"/> is true.</summary>
    public MultipleCircuitConstraint AddArc(int tail, int head, ILiteral literal)
    {
        Proto.Routes.Tails.Add(tail);
        Proto.Routes.Heads.Add(head);
        Proto.Routes.Literals.Add(Model.IndexOf(literal));
        return this;
    }
}
