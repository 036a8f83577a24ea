using NodaTime;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Tests.Builders;

/// <summary>Named problems small enough to work out by hand.</summary>
internal static class Problems
{
    /// <summary>Two workers, three visits: two on Monday morning that one worker can make, and one that overlaps the second.</summary>
    public static RotaProblem Small() => new ProblemBuilder()
        .Worker("ann")
        .Worker("bob")
        .Visit("v1", "mon 07:00", window: 30)
        .Visit("v2", "mon 09:00")
        .Visit("v3", "mon 09:30")
        .Build();

    /// <summary>A valid week with something in every list and every field that may be left out.</summary>
    public static RotaProblem Rich() => new ProblemBuilder()
        .InTeam("north")
        .At("hill", 3_000, 1_000)
        .Worker("ann", Skilled)
        .Worker("bob", Busy, home: "hill")
        .Person("sam", minutes: 2_400)
        .Person("kim", Particular, home: "hill", team: "north")
        .Visit("v1", "mon 07:00", v => v with { WantedStart = TestWeek.At("mon 07:15"), Outing = "swim" }, window: 30)
        .Visit("v2", "mon 09:00", v => v with { Competencies = [new Competency("medication")], GradeMin = 2 }, person: "kim")
        .Visit("group", "tue 10:00", v => v with
        {
            Kind = VisitKind.GroupSession,
            Shares = [ProblemBuilder.Share("pat", 500, consented: true), ProblemBuilder.Share("sam", 500, consented: true)],
        }, workers: 2)
        .Visit("night", "sun 22:00", v => v with { Kind = VisitKind.Sleepover, SpecialHazard = true, BreakInside = true }, minutes: 540)
        .Visit("training", "wed 14:00", v => v with { Kind = VisitKind.Training, Shares = [], Need = Need.Low })
        .Visit("twin", "mon 07:00", window: 30)
        .Precedence("v1", "v2", gapMin: 15, gapMax: 240)
        .Synchronised("v1", "twin")
        .Pin("v1", "ann", "mon 07:15")
        .Pin("group", "bob")
        .Published("tue 12:00", ("v1", "mon 07:00", "ann"), ("group", "tue 10:00", "ann bob"))
        .With(p => p with
        {
            PayBands =
            [
                new PayBand { Name = "Sunday", Day = IsoDayOfWeek.Sunday, From = new(6, 0), To = new(0, 0), PremiumPermille = 100, Unsocial = true },
            ],
            Travel = p.Travel with
            {
                TaxiCallPence = 400,
                TaxiMilePence = 250,
                Measured = [new MeasuredJourney { From = new("town"), To = new("hill"), Mode = TravelMode.Car, Minutes = 11 }],
            },
        })
        .Build();

    private static Worker Skilled(Worker worker) => worker with
    {
        Gender = "female",
        Languages = ["Gàidhlig"],
        Interests = ["music"],
        Grade = 2,
        OptedOutOf = [new PersonId("sam")],
    };

    private static Worker Busy(Worker worker) => worker with
    {
        Teams = [.. worker.Teams, new Membership { Team = new TeamId("north"), PencePerHour = 1_400 }],
        CapWaiver = new TeamCapWaiver { Until = new LocalDate(2027, 1, 31), ApprovedBy = "Registered manager" },
        Absences = [new Absence { Kind = AbsenceKind.Leave, Time = TestWeek.Span("thu 00:00", "sat 00:00") }],
        Certificates = [new Certificate { Competency = new("medication"), ValidFrom = new(2026, 1, 1), ValidTo = new(2026, 12, 31) }],
        Modes = [TravelMode.Walk, TravelMode.Bus],
        OutsideWork = [TestWeek.Span("fri 18:00", "fri 23:00")],
        History = worker.History with
        {
            LastDuty = TestWeek.Span("last sun 14:00", "last sun 22:00"),
            RestOwedMinutes = 60,
            TwoDaysTogetherLastWeek = true,
        },
        Wishes = [new WorkerWish { Kind = WishKind.Off, Time = TestWeek.Span("wed 18:00", "wed 23:00") }],
    };

    private static Person Particular(Person person) => person with
    {
        KeyWorker = new WorkerId("ann"),
        Chosen = [new WorkerId("ann")],
        Excluded = [new Exclusion { Worker = new WorkerId("bob"), From = new LocalDate(2026, 9, 1) }],
        Requirements = [new LawfulRequirement { Kind = RequirementKind.Gender, Value = "female", Reason = "personal care" }],
        KnownWorkersOnly = true,
        History = [new Acquaintance { Worker = new WorkerId("ann"), Visits = 40, WeeksTogether = 30 }],
        IncompatibleWith = [new PersonId("sam")],
        Interests = ["music", "football"],
    };
}
