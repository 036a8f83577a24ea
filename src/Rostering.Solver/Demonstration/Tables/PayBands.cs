using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Demonstration.Tables;

/// <summary>Premiums for unsocial hours, which keep the peace where they are still paid [001:2582-2586]; the rates are assumed.</summary>
internal static class PayBands
{
    private static readonly LocalTime Morning = new(7, 0);
    private static readonly LocalTime Evening = new(20, 0);
    private static readonly LocalTime Night = new(22, 0);

    public static ImmutableArray<PayBand> All { get; } =
    [
        .. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).SelectMany(OfDay),
    ];

    private static IEnumerable<PayBand> OfDay(IsoDayOfWeek day)
    {
        yield return Band("Night", day, LocalTime.Midnight, Morning, 100);
        if (day is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
            yield return Band("Weekend", day, Morning, Night, 50);
        else
            yield return Band("Evening", day, Evening, Night, 0);
        yield return Band("Night", day, Night, LocalTime.Midnight, 100);
    }

    private static PayBand Band(string name, IsoDayOfWeek day, LocalTime from, LocalTime to, int premium) => new()
    {
        Name = name,
        Day = day,
        From = from,
        To = to,
        PremiumPermille = premium,
        Unsocial = true,
    };
}
