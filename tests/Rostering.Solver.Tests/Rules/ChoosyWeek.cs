using System.Collections.Immutable;
using Rostering.Solver.Problem;
using Rostering.Solver.Tests.Builders;

namespace Rostering.Solver.Tests.Rules;

/// <summary>
/// A small week drawn at random in which every rule on who may come, when, and what was agreed can bite: three teams, people with
/// requirements and exclusions, workers with absences and expiring certificates, double-ups, shared sessions, links, pins, a freeze.
/// </summary>
internal static class ChoosyWeek
{
    private static readonly ImmutableArray<string> s_workers = ["ann", "bob", "cat", "dee"];
    private static readonly ImmutableArray<string> s_people = [ProblemBuilder.Pat, "sam", "kim"];
    private static readonly ImmutableArray<string> s_teams = [ProblemBuilder.Team, "clyde", "tay"];
    private static readonly ImmutableArray<string> s_days = ["mon", "tue", "wed"];
    private static readonly Competency s_medication = new("medication");

    public static RotaProblem Draw(int seed)
    {
        Random random = new(seed);
        ProblemBuilder week = new ProblemBuilder().InTeam("clyde").InTeam("tay").Person("sam", team: "clyde").Person("kim", team: "tay");
        foreach (string worker in s_workers)
        {
            _ = week.Worker(worker, w => Drawn(w, random));
        }

        _ = week.With(p => p with { People = [.. p.People.Select(person => Drawn(person, random))] });
        for (int v = 1; v <= 5; v++)
        {
            _ = week.Visit(
                $"v{v}",
                $"{Pick(random, s_days)} {random.Next(7, 10):00}:{15 * random.Next(4):00}",
                visit => Drawn(visit, random),
                minutes: 15 * random.Next(1, 6),
                person: Pick(random, s_people),
                window: 15 * random.Next(3),
                workers: random.Next(1, 3));
        }

        return Agreements(week, random).Build();
    }

    private static Worker Drawn(Worker worker, Random random) => worker with
    {
        Gender = random.Next(2) == 0 ? "female" : "male",
        Grade = random.Next(1, 3),
        Teams = [.. s_teams.Where(_ => random.Next(4) > 0).Select(team => new Membership { Team = new TeamId(team), PencePerHour = 1_345 })],
        Available = random.Next(3) == 0 ? [TestWeek.Span("mon 07:30", "tue 09:00"), TestWeek.Span("tue 09:30", "next mon 00:00")] : worker.Available,
        Absences = random.Next(3) == 0 ? [new Absence { Kind = AbsenceKind.Leave, Time = TestWeek.Span("tue 08:00", "tue 16:00") }] : [],
        Certificates = random.Next(2) == 0 ? [Certificate(random)] : [],
        OptedOutOf = [.. s_people.Where(_ => random.Next(8) == 0).Select(person => new PersonId(person))],
    };

    private static Person Drawn(Person person, Random random) => person with
    {
        KnownWorkersOnly = random.Next(2) == 0,
        History = [.. s_workers.Select(worker => new Acquaintance { Worker = new WorkerId(worker), Visits = random.Next(6) })],
        Excluded = [.. s_workers.Where(_ => random.Next(6) == 0).Select(worker => new Exclusion { Worker = new WorkerId(worker), From = TestWeek.Monday.PlusDays(1) })],
        Requirements = random.Next(3) == 0 ? [new LawfulRequirement { Kind = RequirementKind.Gender, Value = "female", Reason = "personal care" }] : [],
        IncompatibleWith = [.. s_people.Where(other => other != person.Id.Value && random.Next(4) == 0).Select(other => new PersonId(other))],
    };

    private static Visit Drawn(Visit visit, Random random) => visit with
    {
        Kind = random.Next(5) == 0 ? VisitKind.WakingNight : visit.Kind,
        GradeMin = random.Next(1, 3),
        Competencies = random.Next(2) == 0 ? [s_medication] : [],
        Shares = random.Next(3) == 0 ? [.. s_people.Take(2).Select(person => ProblemBuilder.Share(person, 500, consented: random.Next(4) > 0))] : visit.Shares,
    };

    private static ProblemBuilder Agreements(ProblemBuilder week, Random random)
    {
        RotaProblem drawn = week.Build();
        _ = week.Pin("v5", Pick(random, s_workers), random.Next(2) == 0 ? null : Words(drawn.Visits[4]));
        _ = week.Published("wed 00:00", [.. drawn.Visits.Take(2).Select(visit => (visit.Id.Value, Words(visit), string.Join(' ', s_workers.Take(visit.Workers))))]);
        return random.Next(2) == 0 ? week.Synchronised("v3", "v4").Precedence("v1", "v4") : week.Precedence("v3", "v4", gapMin: 15, gapMax: 24 * 60);
    }

    private static string Words(Visit visit) => $"{visit.EarliestStart:ddd HH:mm}".ToLowerInvariant();

    private static Certificate Certificate(Random random) =>
        new() { Competency = s_medication, ValidFrom = TestWeek.Monday.PlusDays(-30), ValidTo = TestWeek.Monday.PlusDays(random.Next(3)) };

    private static string Pick(Random random, ImmutableArray<string> from) => from[random.Next(from.Length)];
}
