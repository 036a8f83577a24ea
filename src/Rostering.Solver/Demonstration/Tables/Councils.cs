using System.Collections.Immutable;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Tables;

/// <summary>
/// Ten councils with ten sets of terms, after "provider across 10 local authorities… potentially 10 different approaches"
/// [001:2126-2132]. Their names are invented because their terms are: only the 10 % contingency has a source [000:215].
/// </summary>
internal static class Councils
{
    public static ImmutableArray<Council> All { get; } =
    [
        Terms(1, "Clydevale Council", 100, 100, 6_000, InvoiceCycle.FourWeekly),
        Terms(2, "Avonbrae Council", 100, 50, 3_360, InvoiceCycle.CalendarMonth),
        Terms(3, "Strathcarron Council", 100, 0, 0, InvoiceCycle.FourWeekly),
        Terms(4, "Kelvinmuir Council", 80, 100, null, InvoiceCycle.FourWeekly),
        Terms(5, "Lochmore Council", 100, 150, 4_800, InvoiceCycle.CalendarMonth),
        Terms(6, "Forthbank Council", 120, 100, 2_400, InvoiceCycle.FourWeekly),
        Terms(7, "Carrickvale Council", 100, 75, 7_200, InvoiceCycle.CalendarMonth),
        Terms(8, "Pentlandside Council", 50, 50, 1_200, InvoiceCycle.FourWeekly),
        Terms(9, "Monklaw Council", 100, 200, null, InvoiceCycle.CalendarMonth),
        Terms(10, "Garnockside Council", 90, 25, 3_000, InvoiceCycle.FourWeekly),
    ];

    private static Council Terms(int number, string name, int contingency, int surplusCap, int? banked, InvoiceCycle cycle) => new()
    {
        Id = new CouncilId($"C{number:00}"),
        Name = name,
        ContingencyPermille = contingency,
        SurplusCapPermille = surplusCap,
        BankedMinutesMax = banked,
        InvoiceCycle = cycle,
    };
}
