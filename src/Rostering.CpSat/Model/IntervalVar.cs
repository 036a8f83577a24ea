using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <summary>A stretch of time [start, end) that may be optional: where its literal is false it counts as absent.</summary>
public sealed class IntervalVar
{
    private readonly LinearExpr start;
    private readonly LinearExpr size;
    private readonly LinearExpr end;

    internal IntervalVar(CpModel model, ConstraintProto proto, LinearExpr start, LinearExpr size, LinearExpr end)
    {
        Model = model;
        Proto = proto;
        Index = model.Proto.Constraints.Count;
        (this.start, this.size, this.end) = (start, size, end);
        model.Proto.Constraints.Add(proto);
    }

    /// <summary>The place of the interval among the constraints of the model, from 0.</summary>
    public int Index { get; }

    /// <summary>The interval as it goes to the solver.</summary>
    public ConstraintProto Proto { get; }

    /// <summary>The name it was given; empty where none was.</summary>
    public string Name => Proto.Name;

    internal CpModel Model { get; }

    /// <summary>Where it begins.</summary>
    public LinearExpr StartExpr() => start;

    /// <summary>How long it is.</summary>
    public LinearExpr SizeExpr() => size;

    /// <summary>Where it ends; the end itself lies outside.</summary>
    public LinearExpr EndExpr() => end;

    /// <inheritdoc/>
    public override string ToString() => $"{(Name.Length > 0 ? Name : $"interval #{Index}")}[{start}, {end})";
}
