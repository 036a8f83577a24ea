using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Search;

/// <summary>
/// A week drawn at random, so small that every rota of it can be listed: two or three workers, three or four visits on two days, few starts, and
/// now and then each thing that makes a visit hard to cover or dear.
/// </summary>
internal static class SmallWeek
{
    private static readonly ImmutableArray<string> s_names = ["ann", "bob", "cat"];
    private static readonly Competency s_medication = new("medication");

    public static RotaProblem Draw(int seed)
    {
        Random random = new(seed);
        ImmutableArray<string> workers = s_names[..random.Next(2, 4)];
        ProblemBuilder week = new ProblemBuilder().At("hill", 4_000, 2_000)
            .Person("sam", sam => Drawn(sam, workers, random), home: "hill", minutes: random.Next(3) == 0 ? 60 * random.Next(1, 4) : null);
        foreach (string worker in workers)
        {
            _ = week.Worker(worker, w => Drawn(w, random), home: random.Next(2) == 0 ? "hill" : ProblemBuilder.Town);
        }

        int visits = random.Next(3, 5);
        for (int v = 1; v <= visits; v++)
        {
            _ = AddVisit(week, $"v{v}", random);
        }

        return Agreed(week, workers, random).Build();
    }

    private static ProblemBuilder AddVisit(ProblemBuilder week, string id, Random random)
    {
        int window = 30 * random.Next(2);
        bool night = random.Next(8) == 0;
        string start = night ? "mon 21:30" : $"{(random.Next(3) == 0 ? "tue" : "mon")} {random.Next(7, 11):00}:{30 * random.Next(2):00}";
        return week.Visit(
            id,
            start,
            visit => visit with
            {
                Kind = night ? VisitKind.Sleepover : VisitKind.Support,
                Need = (Need)random.Next(4),
                Competencies = random.Next(4) == 0 ? [s_medication] : [],
                Outing = random.Next(4) == 0 ? "swim" : null,
                WantedStart = random.Next(2) == 0 ? visit.LatestStart : null,
            },
            minutes: night ? 540 : 30 * random.Next(1, 4),
            person: random.Next(2) == 0 ? ProblemBuilder.Pat : "sam",
            window: night ? 0 : window,
            workers: random.Next(4) == 0 ? 2 : 1);
    }

    private static Worker Drawn(Worker worker, Random random) => worker with
    {
        Certificates = random.Next(3) > 0 ? [new Certificate { Competency = s_medication, ValidFrom = TestWeek.Monday.PlusDays(-30) }] : [],
        Absences = random.Next(4) == 0 ? [new Absence { Kind = AbsenceKind.Sickness, Time = TestWeek.Span("tue 00:00", "wed 00:00") }] : [],
        Contract = worker.Contract with { ContractedMinutes = 60 * random.Next(4), MinutesMax = 60 * random.Next(2, 20) },
        Wishes = random.Next(3) == 0 ? [new WorkerWish { Kind = (WishKind)random.Next(2), Time = TestWeek.Span("mon 08:00", "mon 10:00") }] : [],
        History = worker.History with
        {
            LastDuty = random.Next(4) == 0 ? TestWeek.Span("last sun 16:00", "last sun 22:00") : null,
            RecentAsks = random.Next(3),
        },
    };

    private static Person Drawn(Person person, ImmutableArray<string> workers, Random random) => person with
    {
        Excluded = random.Next(3) == 0 ? [new Exclusion { Worker = new WorkerId(workers[0]), From = TestWeek.Monday }] : [],
        History = [new Acquaintance { Worker = new WorkerId(workers[^1]), Visits = random.Next(8) }],
        FacesWanted = random.Next(1, 3),
    };

    private static ProblemBuilder Agreed(ProblemBuilder week, ImmutableArray<string> workers, Random random)
    {
        ImmutableArray<Visit> visits = week.Build().Visits;
        if (random.Next(3) == 0)
        {
            Visit told = visits[^1];
            _ = week.Published("mon 00:00", (told.Id.Value, $"{told.EarliestStart:ddd HH:mm}".ToLowerInvariant(), string.Join(' ', workers.Take(told.Workers))));
        }

        if (random.Next(4) == 0)
        {
            _ = week.Pin("v2", workers[^1]);
        }

        return random.Next(4) switch
        {
            0 => week.Synchronised("v1", "v3"),
            1 => week.Precedence("v1", "v3", gapMin: 30),
            _ => week,
        };
    }
}
