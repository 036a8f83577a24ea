using System.Numerics;
using Google.Protobuf.Collections;
using Rostering.CpSat.Proto;
using Kind = Rostering.CpSat.Proto.ConstraintProto.ConstraintOneofCase;

namespace Rostering.CpSat.Model;

/// <summary>
/// What CP-SAT would refuse, or get wrong, about a single constraint. The rules are those of OR-Tools' own check of a
/// model, each tried against the engine.
/// </summary>
internal sealed class ConstraintValidator(CpModelProto model, VariableBounds bounds)
{
    public IEnumerable<string> FaultsOf(ConstraintProto constraint)
    {
        var references = ReferenceFaults(constraint).ToList();
        // Ranges mean nothing where a variable does not exist.
        return references.Count > 0 ? references : KindFaults(constraint);
    }

    private IEnumerable<string> ReferenceFaults(ConstraintProto constraint)
    {
        foreach (var variable in ConstraintReferences.Variables(constraint).Where(variable => !bounds.IsVariable(variable)))
            yield return $"names variable #{variable}, which does not exist; the model has {model.Variables.Count}";

        foreach (var literal in ConstraintReferences.Literals(constraint).Where(literal => !bounds.IsLiteral(literal)))
            yield return $"names literal {literal}, which is not a Boolean variable of this model nor the negation of one";

        foreach (var interval in ConstraintReferences.Intervals(constraint).Where(interval => !IsInterval(interval)))
            yield return $"names interval #{interval}, which is no interval of this model";

        foreach (var counts in ConstraintReferences.TermCounts(constraint).Where(counts => counts.Variables != counts.Coefficients))
            yield return $"has an expression of {counts.Variables} variables and {counts.Coefficients} coefficients; give as many";
    }

    private IEnumerable<string> KindFaults(ConstraintProto constraint) =>
        ConstraintReferences.Expressions(constraint)
            .Where(expression => bounds.MayOverflow(expression.Vars, expression.Coeffs, expression.Offset))
            .Select(_ => MayExceed("an expression"))
            .Concat(constraint.ConstraintCase switch
            {
                Kind.Linear => LinearFaults(constraint.Linear),
                Kind.IntDiv => DivisionFaults(constraint),
                Kind.IntMod => ModuloFaults(constraint.IntMod.Exprs[1]),
                Kind.IntProd => ProductFaults(constraint.IntProd.Exprs),
                Kind.Element => ElementFaults(constraint.Element),
                Kind.Automaton => AutomatonFaults(constraint.Automaton),
                Kind.Circuit => CircuitFaults(constraint.Circuit.Tails, constraint.Circuit.Heads),
                Kind.Routes => RoutesFaults(constraint.Routes.Tails, constraint.Routes.Heads),
                Kind.Interval => IntervalFaults(constraint),
                Kind.Cumulative => CumulativeFaults(constraint.Cumulative),
                Kind.NoOverlap2D => NoOverlap2dFaults(constraint.NoOverlap2D),
                Kind.Reservoir => ReservoirFaults(constraint.Reservoir),
                _ => [],
            });

    private IEnumerable<string> LinearFaults(LinearConstraintProto linear)
    {
        if (bounds.MayOverflow(linear.Vars, linear.Coeffs))
            yield return MayExceed("the sum");
    }

    private IEnumerable<string> DivisionFaults(ConstraintProto constraint)
    {
        var divisor = constraint.IntDiv.Exprs[1];
        var (min, max) = bounds.Range(divisor);
        if (min == 0 && max == 0)
            yield return "divides by 0";
        else if (min <= 0 && max >= 0 && ReachesZero(divisor))
            yield return $"the divisor ranges over [{min}, {max}], and 0 is in it; take 0 out of its domain";
        // OR-Tools 9.15 loses solutions here: of -9 / 1 = -9 under a condition it says that the condition is false.
        else if (constraint.EnforcementLiteral.Count > 0 && min < max && Product(constraint.IntDiv.Exprs).Min < 0)
        {
            yield return "is a conditional division whose quotient may be negative, which OR-Tools gets wrong; "
                + "divide into a variable of its own without a condition, and make only the equality with that conditional";
        }
    }

    private bool ReachesZero(LinearExpressionProto affine) =>
        affine.Offset % affine.Coeffs[0] == 0
        && Domain.FromFlatIntervals(model.Variables[affine.Vars[0]].Domain).Contains(-affine.Offset / affine.Coeffs[0]);

    private IEnumerable<string> ModuloFaults(LinearExpressionProto modulus)
    {
        var (min, _) = bounds.Range(modulus);
        if (min <= 0)
            yield return $"the modulus may be {min}; give it a domain that starts at 1 or above";
    }

    private IEnumerable<string> ProductFaults(RepeatedField<LinearExpressionProto> factors)
    {
        var (min, max) = Product(factors);
        // Of two factors CP-SAT takes what part of the range fits; more are multiplied in steps, and each must fit.
        if (factors.Count > 2 ? min <= -long.MaxValue || max >= long.MaxValue : max <= -long.MaxValue || min >= long.MaxValue)
            yield return $"the product ranges over [{min}, {max}], more than 64 bits; give the factors tighter bounds";
    }

    private (BigInteger Min, BigInteger Max) Product(RepeatedField<LinearExpressionProto> factors)
    {
        var (min, max) = (BigInteger.One, BigInteger.One);
        foreach (var (factorMin, factorMax) in factors.Select(bounds.Range))
        {
            BigInteger[] corners = [min * factorMin, min * factorMax, max * factorMin, max * factorMax];
            (min, max) = (corners.Min(), corners.Max());
        }

        return (min, max);
    }

    private IEnumerable<string> ElementFaults(ElementConstraintProto element)
    {
        if (element.Exprs.Count == 0)
            yield return "has nothing to choose from; give it at least one expression";
        if (element.Exprs.Any(expression => DifferenceMayOverflow(element.LinearTarget, expression)))
            yield return MayExceed("the target less a member");
    }

    private static IEnumerable<string> AutomatonFaults(AutomatonConstraintProto automaton) =>
        automaton.TransitionTail.Zip(automaton.TransitionLabel)
            .CountBy(transition => transition)
            .Where(count => count.Value > 1)
            .Select(count => $"has {count.Value} transitions from state {count.Key.First} on the value {count.Key.Second}; keep one");

    private static IEnumerable<string> CircuitFaults(IReadOnlyList<int> tails, IReadOnlyList<int> heads)
    {
        foreach (var node in tails.Concat(heads).Where(node => node < 0).Distinct())
            yield return $"names node {node}; count nodes from 0";
        foreach (var loop in tails.Zip(heads).Where(arc => arc.First == arc.Second).CountBy(arc => arc.First).Where(loop => loop.Value > 1))
            yield return $"has {loop.Value} self-loops on node {loop.Key}; keep one";
    }

    private static IEnumerable<string> RoutesFaults(IReadOnlyList<int> tails, IReadOnlyList<int> heads)
    {
        foreach (var fault in CircuitFaults(tails, heads))
            yield return fault;
        if (tails.Zip(heads).Contains((0, 0)))
            yield return "has a self-loop on the depot, node 0; leave it out";

        var nodes = tails.Concat(heads).ToHashSet();
        foreach (var node in Enumerable.Range(0, nodes.Count).Where(node => !nodes.Contains(node)).Take(1))
            yield return $"has no arc at node {node}, though higher ones; number the nodes without a gap";
    }

    private IEnumerable<string> IntervalFaults(ConstraintProto constraint)
    {
        var interval = constraint.Interval;
        var size = bounds.Range(interval.Size);
        if (constraint.EnforcementLiteral.Count == 0 && size.Min < 0)
            yield return $"the size may be {size.Min}; an interval that is not optional needs a size of 0 or more";
        if (DifferenceMayOverflow(interval.End, interval.Start, interval.Size))
            yield return MayExceed("the end less the start and the size");
    }

    private IEnumerable<string> CumulativeFaults(CumulativeConstraintProto cumulative)
    {
        var ranges = cumulative.Demands.Select(bounds.Range).ToList();
        foreach (var (min, _) in ranges.Where(range => range.Min < 0))
            yield return $"a demand may be {min}; give demands of 0 or more";
        if (ranges.Aggregate(Int128.Zero, (sum, range) => sum + range.Max) >= long.MaxValue)
            yield return "the demands add up to more than 64 bits; use a larger unit";
    }

    private IEnumerable<string> NoOverlap2dFaults(NoOverlap2DConstraintProto rectangles)
    {
        var areas = rectangles.XIntervals.Zip(rectangles.YIntervals, (x, y) => (BigInteger)LargestSize(x) * LargestSize(y));
        if (areas.Aggregate(BigInteger.Zero, (sum, area) => sum + area) >= long.MaxValue)
            yield return "the areas add up to more than 64 bits; use a larger unit";
    }

    private IEnumerable<string> ReservoirFaults(ReservoirConstraintProto reservoir)
    {
        var (min, max) = (reservoir.MinLevel, reservoir.MaxLevel);
        if (min > 0 || max < 0)
            yield return $"the level starts at 0, outside [{min}, {max}]; begin with an event at a fixed time that brings it inside";
        if (reservoir.TimeExprs.Select(bounds.Range).Any(range => Int128.Max(-range.Min, range.Max) >= long.MaxValue / 4))
            yield return $"the time of an event may exceed ±{long.MaxValue / 4}; give it tighter bounds";
        if (reservoir.LevelChanges.Aggregate(Int128.Zero, (sum, change) => sum + Int128.Abs(change.Offset)) >= long.MaxValue)
            yield return "the level changes add up to more than 64 bits; use a larger unit";
    }

    private bool DifferenceMayOverflow(LinearExpressionProto left, params LinearExpressionProto[] right) =>
        bounds.MayOverflow(
            [.. left.Vars, .. right.SelectMany(expression => expression.Vars)],
            [.. left.Coeffs, .. right.SelectMany(expression => expression.Coeffs).Select(coefficient => -coefficient)],
            right.Aggregate(Int128.Abs(left.Offset), (sum, expression) => sum + Int128.Abs(expression.Offset)));

    private bool IsInterval(int index) =>
        index >= 0 && index < model.Constraints.Count && model.Constraints[index].ConstraintCase == Kind.Interval;

    private Int128 LargestSize(int interval) => bounds.Range(model.Constraints[interval].Interval.Size).Max;

    private static string MayExceed(string what) =>
        $"{what} may exceed ±{VariableBounds.Limit}, which CP-SAT cannot compute with; use a larger unit or tighter bounds";
}
