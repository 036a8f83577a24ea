using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

/// <summary>
/// A small week in which every soft term can occur: two localities, a published rota, wishes, evenings, work for others, a double-up, a shared
/// session, two visits in order, known and unknown workers.
/// </summary>
internal static class BusyWeek
{
    public static RotaProblem Problem(long pence = 10_000_000, long? minutes = null) => People(pence, minutes)
        .Worker("ann", Ann)
        .Worker("bob", Bob, home: "hill")
        .Worker("cat", Cat)
        .Visit("v1", "mon 07:00", v => v with { WantedStart = TestWeek.At("mon 07:15") }, window: 30)
        .Visit("v2", "mon 08:45", person: "quin", minutes: 45, window: 30)
        .Visit("v3", "mon 11:00", workers: 2)
        .Visit("v4", "tue 19:30", v => v with
        {
            Kind = VisitKind.GroupSession,
            Shares = [ProblemBuilder.Share(ProblemBuilder.Pat, 400, consented: true), ProblemBuilder.Share("quin", 600, consented: true)],
        }, minutes: 90, window: 15)
        .Visit("v5", "sat 22:00", v => v with { Kind = VisitKind.Sleepover, Need = Need.Critical }, minutes: 540, person: "quin")
        .Visit("v6", "sun 09:00", v => v with { Need = Need.Low }, minutes: 30, person: "quin", window: 30)
        .Precedence("v1", "v2")
        .With(p => p with { PayBands = [Band(IsoDayOfWeek.Tuesday, 20), Band(IsoDayOfWeek.Saturday, 0), Band(IsoDayOfWeek.Sunday, 0)] })
        .Parameter(ParameterKeys.UnsocialFairMinutes, 100)
        .Parameter(ParameterKeys.ClearDaysOffWanted, 5)
        .Parameter(ParameterKeys.SwingFreeMinutes, 30)
        .Published("mon 00:00", ("v1", "mon 07:00", "ann"), ("v3", "mon 11:00", "ann bob"), ("v6", "sun 09:30", "cat"))
        .Build();

    private static ProblemBuilder People(long pence, long? minutes) => new ProblemBuilder()
        .At("hill", 4_000, 3_000)
        .Person("quin", Quin, home: "hill", pence: pence, minutes: minutes)
        .With(p => p with
        {
            People = p.People.SetItem(0, p.People[0] with
            {
                FacesWanted = 1,
                Accepted = [new WorkerId("bob")],
                History = [new Acquaintance { Worker = new WorkerId("cat"), Visits = 9 }],
                KeyWorker = new WorkerId("ann"),
                Interests = ["chess"],
            }),
        });

    private static Person Quin(Person quin) => quin with { FacesWanted = 1, Chosen = [new WorkerId("cat")], Interests = ["birds", "football"] };

    private static Worker Ann(Worker ann) => ann with
    {
        Interests = ["chess"],
        Contract = ann.Contract with { ContractedMinutes = 240 },
        OutsideWork = [TestWeek.Span("mon 09:00", "mon 10:30"), TestWeek.Span("wed 09:00", "wed 12:00")],
        Wishes = [new WorkerWish { Kind = WishKind.Off, Time = TestWeek.Span("sat 12:00", "sun 12:00") }],
        History = ann.History with { RecentAsks = 2, UnsocialMinutes = 470 },
    };

    private static Worker Bob(Worker bob) => bob with
    {
        Contract = bob.Contract with { Kind = ContractKind.VariableHours },
        History = bob.History with { TypicalMinutes = 200, RecentAsks = 1 },
        Wishes = [new WorkerWish { Kind = WishKind.Work, Time = TestWeek.Span("mon 08:00", "mon 10:00") }],
    };

    private static Worker Cat(Worker cat) => cat with { Interests = ["football"], Modes = [TravelMode.Bicycle] };

    private static PayBand Band(IsoDayOfWeek day, int fromHour) => new()
    {
        Name = $"{day}",
        Day = day,
        From = new LocalTime(fromHour, 0),
        To = LocalTime.Midnight,
        PremiumPermille = 100,
        Unsocial = true,
    };
}
