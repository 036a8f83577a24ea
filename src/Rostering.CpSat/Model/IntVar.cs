using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <summary>An integer variable of one <see cref="CpModel"/>.</summary>
public class IntVar : LinearExpr
{
    internal IntVar(CpModel model, int index)
    {
        Model = model;
        Index = index;
    }

    /// <summary>The place of the variable in the model, from 0.</summary>
    public int Index { get; }

    /// <summary>The variable as it goes to the solver.</summary>
    public IntegerVariableProto Proto => Model.Proto.Variables[Index];

    /// <summary>The name it was given; empty where none was.</summary>
    public string Name => Proto.Name;

    /// <summary>The values it may take.</summary>
    public Domain Domain => Domain.FromFlatIntervals(Proto.Domain);

    internal CpModel Model { get; }

    /// <inheritdoc/>
    public override string ToString() => Name.Length > 0 ? Name : $"#{Index}";

    internal override void AppendTo(LinearTerms terms, long factor) => terms.AddVariable(this, factor);
}
