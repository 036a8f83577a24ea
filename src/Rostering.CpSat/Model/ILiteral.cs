namespace Rostering.CpSat.Model;

/// <summary>A Boolean variable or its negation.</summary>
public interface ILiteral
{
    /// <summary>The index of the variable in the model; of a negation, minus that index minus one.</summary>
    int Index { get; }

    /// <summary>The opposite literal.</summary>
    ILiteral Not();

    /// <summary>The literal as a number, 1 when true and 0 when false.</summary>
    LinearExpr AsExpr();

    /// <summary>The variable behind the literal, so that a model can refuse what belongs to another.</summary>
    internal BoolVar Variable { get; }
}
