using System.Collections.Immutable;

namespace Rostering.Ledger.Forecasts;

/// <summary>What a place in a shared service costs a week, how much of it stays whether the place is taken or not, and who says so.</summary>
/// <param name="Weekly">The unit cost, as it would be lifted out for a person who leaves.</param>
/// <param name="FixedWeekly">The part of it that buildings and least staffing need all the same.</param>
/// <param name="Source">Where the figures come from.</param>
public sealed record UnitCost(Money Weekly, Money FixedWeekly, string Source);

/// <summary>What leaving a shared service really saves it, per week, and what stays behind with the others.</summary>
/// <param name="Lifted">The unit cost of those who leave.</param>
/// <param name="Saved">What the service no longer spends.</param>
/// <param name="Stranded">What it goes on spending, without their money.</param>
/// <param name="AddedToEach">The stranded cost, divided among those who stay; empty if nobody stays.</param>
public sealed record StrandedCost(Money Lifted, Money Saved, Money Stranded, ImmutableArray<Money> AddedToEach)
{
    /// <summary>Works out what some people's leaving strands.</summary>
    /// <exception cref="ArgumentException">More leave than there are, or the fixed part is not within the unit cost.</exception>
    public static StrandedCost Of(UnitCost cost, int people, int leaving)
    {
        if (leaving < 0 || leaving > people)
            throw new ArgumentException($"{leaving} cannot leave a service of {people}; give a number from 0 to {people}.", nameof(leaving));
        if (cost.FixedWeekly < Money.Zero || cost.FixedWeekly > cost.Weekly)
            throw new ArgumentException($"The fixed part {cost.FixedWeekly} is not within the unit cost {cost.Weekly}; give £0.00 to {cost.Weekly}.", nameof(cost));

        var lifted = new Money(checked(cost.Weekly.Pence * leaving));
        var stranded = new Money(checked(cost.FixedWeekly.Pence * leaving));
        var shares = Enumerable.Repeat(1L, people - leaving).ToArray();
        return new StrandedCost(lifted, lifted - stranded, stranded, shares.Length == 0 ? [] : [.. stranded.Split(shares)]);
    }
}
