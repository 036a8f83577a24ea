using NodaTime;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Tables;

/// <summary>How people get about: all assumed except the mileage rate.</summary>
internal static class Travel
{
    private static readonly LocalDate MileageRaised = new(2026, 4, 6);
    private static readonly LocalTime WeekdayFirst = new(5, 30);
    private static readonly LocalTime WeekdayLast = new(23, 15);

    public static TravelTerms For(DemonstrationProvider provider, LocalDate week) => new()
    {
        Modes =
        [
            new() { Mode = TravelMode.Walk, MetresPerMinute = 80, FixedMinutes = 0, MetresMax = 3_000 },
            new() { Mode = TravelMode.Bicycle, MetresPerMinute = 230, FixedMinutes = 3, MetresMax = 9_000 },
            new() { Mode = TravelMode.Bus, MetresPerMinute = 300, FixedMinutes = 12 },
            new() { Mode = TravelMode.Car, MetresPerMinute = 500, FixedMinutes = 5 },
        ],
        DetourPermille = 1_300,
        FirstBus = [WeekdayFirst, WeekdayFirst, WeekdayFirst, WeekdayFirst, WeekdayFirst, new(6, 0), new(7, 30)],
        LastBus = [WeekdayLast, WeekdayLast, WeekdayLast, WeekdayLast, new(0, 30), new(0, 45), new(22, 45)],
        MileagePence = week >= MileageRaised ? 55 : 45,
        TaxiCallPence = provider == DemonstrationProvider.Cedar ? 400 : null,
        TaxiMilePence = provider == DemonstrationProvider.Cedar ? 220 : 0,
        Source = "Mileage: HMRC approved mileage allowance payment, 55p since 6 April 2026 (45p before). "
            + "Assumed: speeds, detour, bus hours, and taxi prices.",
    };
}
