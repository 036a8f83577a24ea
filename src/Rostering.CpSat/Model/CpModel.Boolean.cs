using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <content>Constraints on literals.</content>
public sealed partial class CpModel
{
    /// <summary>If <paramref name="premise"/> is true, so is <paramref name="conclusion"/>.</summary>
    public Constraint AddImplication(ILiteral premise, ILiteral conclusion) => AddBoolOr(premise.Not(), conclusion);

    /// <summary>At least one of <paramref name="literals"/> is true.</summary>
    public Constraint AddBoolOr(params IEnumerable<ILiteral> literals) =>
        Post(new ConstraintProto { BoolOr = Literals(literals) });

    /// <summary>The same as <see cref="AddBoolOr"/>.</summary>
    public Constraint AddAtLeastOne(params IEnumerable<ILiteral> literals) => AddBoolOr(literals);

    /// <summary>At most one of <paramref name="literals"/> is true.</summary>
    public Constraint AddAtMostOne(params IEnumerable<ILiteral> literals) =>
        Post(new ConstraintProto { AtMostOne = Literals(literals) });

    /// <summary>Exactly one of <paramref name="literals"/> is true.</summary>
    public Constraint AddExactlyOne(params IEnumerable<ILiteral> literals) =>
        Post(new ConstraintProto { ExactlyOne = Literals(literals) });

    /// <summary>All of <paramref name="literals"/> are true.</summary>
    public Constraint AddBoolAnd(params IEnumerable<ILiteral> literals) =>
        Post(new ConstraintProto { BoolAnd = Literals(literals) });

    /// <summary>An odd number of <paramref name="literals"/> is true.</summary>
    public Constraint AddBoolXor(params IEnumerable<ILiteral> literals) =>
        Post(new ConstraintProto { BoolXor = Literals(literals) });

    /// <summary>The i-th literal is true exactly when <paramref name="variable"/> is <paramref name="offset"/> + i.</summary>
    public void AddMapDomain(IntVar variable, IEnumerable<ILiteral> literals, long offset = 0)
    {
        var value = offset;
        foreach (var literal in literals)
        {
            Add(variable == value).OnlyEnforceIf(literal);
            Add(variable != value).OnlyEnforceIf(literal.Not());
            value++;
        }
    }

    private BoolArgumentProto Literals(IEnumerable<ILiteral> literals)
    {
        var argument = new BoolArgumentProto();
        AddLiterals(argument.Literals, literals);
        return argument;
    }
}
