using System.Collections.Immutable;
using Rostering.Solver.Demonstration.Drafts;
using static Rostering.Solver.Demonstration.Drafts.WeekCalendar;

namespace Rostering.Solver.Demonstration.Staff;

/// <summary>When workers can be asked, as recurring patterns; how common each is, is assumed.</summary>
internal static class Patterns
{
    /// <summary>A sleepover of Sunday ends on Monday morning.</summary>
    private const int WeekWithLastNight = Week + (12 * Hour);

    private static readonly Weighted<Func<ImmutableArray<Span>>>[] Usual =
    [
        new(AnyTime, 62), new(NoNights, 17), new(SchoolHours, 8), new(EveningsAndWeekends, 13),
    ];

    public static ImmutableArray<Span> For(Post post, Dice dice) => post switch
    {
        { Night: true } => Nights(),
        { Young: true } => AfterSchool(),
        { Number: < 3 } => AnyTime(),
        _ => dice.PickWeighted(Usual)(),
    };

    private static ImmutableArray<Span> AnyTime() => [new(0, WeekWithLastNight)];

    private static ImmutableArray<Span> NoNights() => Daily(day => new Span(At(day, 6), At(day, 23)));

    /// <summary>While the children are at school [001:2467-2469].</summary>
    private static ImmutableArray<Span> SchoolHours() => Daily(day => day < 5 ? new Span(At(day, 9), At(day, 15)) : null);

    private static ImmutableArray<Span> EveningsAndWeekends() =>
        Daily(day => day < 5 ? new Span(At(day, 16), At(day, 23)) : new Span(At(day, 6), At(day, 23)));

    private static ImmutableArray<Span> AfterSchool() =>
        Daily(day => day < 5 ? new Span(At(day, 16), At(day, 20)) : new Span(At(day, 9), At(day, 18)));

    private static ImmutableArray<Span> Nights() => Daily(day => new Span(At(day, 20), At(day + 1, 9)));

    private static ImmutableArray<Span> Daily(Func<int, Span?> ofDay) => [.. Enumerable.Range(0, 7).Select(ofDay).OfType<Span>()];
}
