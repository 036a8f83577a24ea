using Google.Protobuf.Collections;
using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <summary>
/// A CP-SAT model: variables, constraints, and at most one objective, in the vocabulary of Google's <c>CpModel</c>.
/// Every call writes straight into <see cref="Proto"/>, which is what the solver gets. Not safe for use by several
/// threads at once.
/// </summary>
public sealed partial class CpModel
{
    private readonly LinearTerms scratch;
    private readonly Dictionary<long, IntVar> constants = [];

    /// <summary>Where in the hint each hinted variable stands: CP-SAT refuses a variable hinted twice.</summary>
    private readonly Dictionary<int, int> hints = [];

    private BoolVar? trueLiteral;

    /// <summary>An empty model.</summary>
    /// <param name="name">For logs.</param>
    public CpModel(string name = "")
    {
        Proto.Name = name;
        scratch = new LinearTerms(this);
    }

    /// <summary>The model as it goes to the solver.</summary>
    public CpModelProto Proto { get; } = new();

    /// <summary>A variable with every value from <paramref name="lowerBound"/> to <paramref name="upperBound"/>.</summary>
    public IntVar NewIntVar(long lowerBound, long upperBound, string name = "") =>
        new(this, AddVariable([lowerBound, upperBound], name));

    /// <summary>A variable with the values of <paramref name="domain"/>.</summary>
    public IntVar NewIntVarFromDomain(Domain domain, string name = "") =>
        new(this, AddVariable(domain.FlattenedIntervals(), name));

    /// <summary>A variable that is true or false.</summary>
    public BoolVar NewBoolVar(string name = "") => new(this, AddVariable([0, 1], name));

    /// <summary>A variable with one value; asked for again, the same variable.</summary>
    public IntVar NewConstant(long value)
    {
        if (!constants.TryGetValue(value, out var constant))
            constants.Add(value, constant = NewIntVar(value, value));

        return constant;
    }

    /// <summary>The literal that is always true.</summary>
    public ILiteral TrueLiteral() => trueLiteral ??= new BoolVar(this, AddVariable([1, 1], ""));

    /// <summary>The literal that is always false.</summary>
    public ILiteral FalseLiteral() => TrueLiteral().Not();

    /// <summary>Everything that the solver would refuse about this model, in plain words; empty where all is well.</summary>
    public IReadOnlyList<string> Validate() => new ModelValidator(Proto).Validate();

    /// <summary>What the model holds: variables and constraints by kind, linear terms, objective.</summary>
    public string ModelStats() => new ModelStatistics(Proto).ToString();

    internal static ArgumentException Foreign(object part) =>
        new($"'{part}' belongs to another model; make it with the model that uses it.", nameof(part));

    internal int IndexOf(ILiteral literal) =>
        ReferenceEquals(literal.Variable.Model, this) ? literal.Index : throw Foreign(literal);

    internal int IndexOf(IntervalVar interval) =>
        ReferenceEquals(interval.Model, this) ? interval.Index : throw Foreign(interval);

    internal void AddLiterals(RepeatedField<int> indices, IEnumerable<ILiteral> literals)
    {
        foreach (var literal in literals)
            indices.Add(IndexOf(literal));
    }

    internal LinearExpressionProto Linear(LinearExpr expression) => scratch.Read(expression).ToProto();

    /// <summary>An expression where CP-SAT allows one variable only.</summary>
    internal LinearExpressionProto Affine(LinearExpr expression, string role)
    {
        var proto = Linear(expression);
        return proto.Vars.Count <= 1
            ? proto
            : throw new ArgumentException(
                $"{role}, {expression}, has {proto.Vars.Count} variables where CP-SAT allows one; make a variable equal to it.",
                nameof(expression));
    }

    private int IndexOf(IntVar variable) =>
        ReferenceEquals(variable.Model, this) ? variable.Index : throw Foreign(variable);

    private int AddVariable(IEnumerable<long> domain, string name)
    {
        var proto = new IntegerVariableProto { Name = name };
        proto.Domain.AddRange(domain);
        Proto.Variables.Add(proto);
        return Proto.Variables.Count - 1;
    }

    private Constraint Post(ConstraintProto proto) => new(this, proto);
}
