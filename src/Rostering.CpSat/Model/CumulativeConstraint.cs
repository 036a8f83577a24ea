using Rostering.CpSat.Proto;

namespace Rostering.CpSat.Model;

/// <summary>At every moment the demands of the intervals that cover it add up to no more than the capacity.</summary>
public sealed class CumulativeConstraint : Constraint
{
    internal CumulativeConstraint(CpModel model, LinearExpr capacity)
        : base(model, new ConstraintProto
        {
            Cumulative = new CumulativeConstraintProto { Capacity = model.Affine(capacity, "The capacity of a cumulative") },
        })
    {
    }

    /// <summary>Adds an interval with its demand, at least 0.</summary>
    public CumulativeConstraint AddDemand(IntervalVar interval, LinearExpr demand)
    {
        Proto.Cumulative.Intervals.Add(Model.IndexOf(interval));
        Proto.Cumulative.Demands.Add(Model.Affine(demand, "A demand of a cumulative"));
        return this;
    }

    /// <summary>Adds each interval with the demand at the same place.</summary>
    /// <exception cref="ArgumentException">There are not as many demands as intervals.</exception>
    public CumulativeConstraint AddDemands(IEnumerable<IntervalVar> intervals, IEnumerable<long> demands)
    {
        IntervalVar[] tasks = [.. intervals];
        long[] needs = [.. demands];
        if (tasks.Length != needs.Length)
            throw new ArgumentException($"{needs.Length} demands for {tasks.Length} intervals; give one for each.", nameof(demands));

        foreach (var (task, need) in tasks.Zip(needs))
            AddDemand(task, need);

        return this;
    }
}
