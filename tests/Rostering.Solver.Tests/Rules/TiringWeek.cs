using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

/// <summary>
/// A small week drawn at random in which every rule about a worker's week can bite: days, nights and sleepovers, two places, outings,
/// hazards; workers of 17 and night workers, with other work, with a duty before the week and rest owed, tired, or dependent on buses.
/// </summary>
internal static class TiringWeek
{
    private static readonly ImmutableArray<string> s_days = ["mon", "tue", "wed", "thu"];
    private static readonly ImmutableArray<TravelMode> s_modes = [TravelMode.Car, TravelMode.Car, TravelMode.Bus, TravelMode.Walk];

    public static RotaProblem Draw(int seed)
    {
        Random random = new(seed);
        ProblemBuilder week = new ProblemBuilder(Monday(random)).At("hill", 1_000 * random.Next(1, 15), 0).Person("quin", home: "hill");
        foreach (string worker in (string[])["ann", "bob", "cat"])
        {
            week.Worker(worker, w => Drawn(w, week.Build().WeekStart, random), home: Place(random));
        }

        for (int v = 1; v <= 9; v++)
        {
            Visit(week, $"v{v}", random);
        }

        return week
            .Parameter(ParameterKeys.SplitsPerWeekMax, random.Next(4))
            .Parameter(ParameterKeys.PaidOverTiedUpPermilleMin, 100 * random.Next(3, 9))
            .With(p => p with { Travel = p.Travel with { TaxiCallPence = random.Next(3) == 0 ? 300 : null, TaxiMilePence = 200 } })
            .Build();
    }

    // A common week, or one whose Sunday has 23 or 25 hours.
    private static LocalDate Monday(Random random) => random.Next(4) switch
    {
        0 => new LocalDate(2027, 3, 22),
        1 => new LocalDate(2026, 10, 19),
        _ => TestWeek.Monday,
    };

    private static Worker Drawn(Worker worker, LocalDate monday, Random random) => worker with
    {
        BirthDate = random.Next(4) == 0 ? monday.PlusYears(-17) : worker.BirthDate,
        Modes = [s_modes[random.Next(s_modes.Length)]],
        Contract = worker.Contract with
        {
            NightWorker = random.Next(2) == 0,
            MinutesMax = 60 * random.Next(6, 30),
            WeeklyRest = (WeeklyRestForm)random.Next(3),
        },
        History = worker.History with
        {
            WorkedMinutes = (16 * 48 * 60) + (60 * random.Next(20, 48)),
            LastDuty = random.Next(2) == 0 ? LastDuty(monday, random) : null,
            RestOwedMinutes = 60 * random.Next(3),
            SecondWeekOfFortnight = random.Next(2) == 0,
            RestDaysLastWeek = random.Next(3),
        },
        OutsideWork = [.. s_days.Where(_ => random.Next(4) == 0).Select(day => Span(monday, day, random.Next(6, 18), random.Next(1, 15)))],
    };

    private static LocalInterval LastDuty(LocalDate monday, Random random) => Span(monday, "last sun", random.Next(12, 22), random.Next(2, 12));

    private static LocalInterval Span(LocalDate monday, string day, int hour, int hours)
    {
        LocalDateTime start = TestWeek.At($"{day} {hour:00}:00", monday);
        return new LocalInterval(start, start.PlusHours(hours));
    }

    private static void Visit(ProblemBuilder week, string id, Random random)
    {
        string day = s_days[random.Next(s_days.Length)];
        string person = random.Next(3) == 0 ? "quin" : ProblemBuilder.Pat;
        bool hazard = random.Next(3) == 0;
        _ = random.Next(5) switch
        {
            0 => week.Visit(id, $"{day} 22:00", v => v with { Kind = VisitKind.Sleepover }, minutes: 540, person: person),
            1 => week.Visit(id, $"{day} {random.Next(20, 23)}:00", v => v with { Kind = VisitKind.WakingNight, SpecialHazard = hazard }, minutes: 600, person: person),
            _ => week.Visit(
                id,
                $"{day} {random.Next(5, 21):00}:{15 * random.Next(4):00}",
                v => v with { Outing = random.Next(4) == 0 ? "outing" : null, SpecialHazard = hazard, BreakInside = random.Next(4) == 0 },
                minutes: 15 * random.Next(1, 25),
                person: person,
                window: 15 * random.Next(4)),
        };
    }

    private static string Place(Random random) => random.Next(4) == 0 ? "hill" : ProblemBuilder.Town;
}
