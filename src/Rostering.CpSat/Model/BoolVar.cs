namespace Rostering.CpSat.Model;

/// <summary>A variable that is 0 (false) or 1 (true), and the literal that it is true.</summary>
public sealed class BoolVar : IntVar, ILiteral
{
    private NotBoolVar? negation;

    internal BoolVar(CpModel model, int index)
        : base(model, index)
    {
    }

    BoolVar ILiteral.Variable => this;

    /// <summary>The literal that is true when this variable is false.</summary>
    public NotBoolVar Not() => negation ??= new NotBoolVar(this);

    /// <inheritdoc/>
    public LinearExpr AsExpr() => this;

    ILiteral ILiteral.Not() => Not();
}

/// <summary>The negation of a <see cref="BoolVar"/>; as a number, one minus it.</summary>
public sealed class NotBoolVar : LinearExpr, ILiteral
{
    private readonly BoolVar variable;

    internal NotBoolVar(BoolVar variable) => this.variable = variable;

    /// <inheritdoc/>
    public int Index => -variable.Index - 1;

    BoolVar ILiteral.Variable => variable;

    /// <summary>The variable itself.</summary>
    public BoolVar Not() => variable;

    /// <inheritdoc/>
    public LinearExpr AsExpr() => this;

    ILiteral ILiteral.Not() => variable;

    /// <inheritdoc/>
    public override string ToString() => $"not({variable})";

    internal override void AppendTo(LinearTerms terms, long factor)
    {
        terms.AddConstant(factor);
        terms.AddVariable(variable, -factor);
    }
}
