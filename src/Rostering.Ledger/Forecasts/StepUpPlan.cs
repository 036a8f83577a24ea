using System.Collections.Immutable;
using NodaTime;

namespace Rostering.Ledger.Forecasts;

/// <summary>More support from a day on, and its price.</summary>
public sealed record StepUp(LocalDate From, Minutes ExtraPerWeek, Money PricePerHour)
{
    /// <summary>What the support adds to a week, in full pence, rounded up.</summary>
    public Money Weekly => new((long)(((Int128)ExtraPerWeek.Count * PricePerHour.Pence + 59) / 60));
}

/// <summary>The days that an account pays for, the last one included.</summary>
public sealed record PaidDays(Account Account, LocalDate From, LocalDate Through);

/// <summary>Until when a fund lasts if support rises, which account pays when, and what the rest of the year lacks.</summary>
public sealed record StepUpPlan(Money ExtraWeekly, ImmutableArray<PaidDays> Days, Money ShortAtYearEnd)
{
    /// <summary>
    /// Plans a step-up day by day through the fund's year. The main balance is asked first; then what the person banked, if
    /// the person agrees to use it so; then contingency, if illness or an approved emergency is the cause.
    /// </summary>
    public static StepUpPlan Of(FundCourse course, StepUp step, Money banked, Money contingency)
    {
        var stepped = course.Weekly + step.Weekly;
        var demand = Enumerable.Range(0, Math.Max(0, Period.DaysBetween(course.On, course.YearEnd))).Select(course.On.PlusDays)
            .Select(day => (Day: day, Cost: day < step.From ? course.Weekly.Pence : stepped.Pence)).ToArray();

        // A day costs a seventh of its week: balances are counted in sevenths of a penny, so that no day is rounded.
        (Account Account, Int128 Sevenths)[] balances =
            [(Account.Main, Sevenths(course.Left)), (Account.Bank, Sevenths(banked)), (Account.Contingency, Sevenths(contingency))];
        var days = ImmutableArray.CreateBuilder<PaidDays>();
        Int128 means = 0, spent = 0;
        var at = 0;
        foreach (var (account, sevenths) in balances)
        {
            means += sevenths;
            var first = at;
            for (; at < demand.Length && spent + demand[at].Cost <= means; at++)
                spent += demand[at].Cost;
            if (at > first)
                days.Add(new PaidDays(account, demand[first].Day, demand[at - 1].Day));
        }

        var lacking = demand.Aggregate((Int128)0, (sum, day) => sum + day.Cost) - means;
        return new StepUpPlan(step.Weekly, days.ToImmutable(), new Money(lacking <= 0 ? 0 : (long)((lacking + 6) / 7)));
    }

    private static Int128 Sevenths(Money money) => (Int128)Math.Max(0, money.Pence) * 7;
}
