using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <summary>The values of the expressions, one after the other, lead from the starting state to a final one.</summary>
public sealed class AutomatonConstraint : Constraint
{
    internal AutomatonConstraint(CpModel model, IEnumerable<LinearExpr> expressions, long startingState, IEnumerable<long> finalStates)
        : base(model, new ConstraintProto { Automaton = new AutomatonConstraintProto { StartingState = startingState } })
    {
        Proto.Automaton.Exprs.AddRange(expressions.Select(expression => model.Affine(expression, "A step of the automaton")));
        Proto.Automaton.FinalStates.AddRange(finalStates);
    }

    /// <summary>In state <paramref name="tail"/> the value <paramref name="label"/> leads to state <paramref name="head"/>.</summary>
    public AutomatonConstraint AddTransition(long tail, long head, long label)
    {
        Proto.Automaton.TransitionTail.Add(tail);
        Proto.Automaton.TransitionHead.Add(head);
        Proto.Automaton.TransitionLabel.Add(label);
        return this;
    }
}
