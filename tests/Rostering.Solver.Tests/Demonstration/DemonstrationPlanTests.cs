using Rostering.Solver.Demonstration;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;

namespace Rostering.Solver.Tests.Demonstration;

/// <summary>
/// The demonstration weeks are possible: the hidden plan, made by code that knows no rule, is put to the real rules; and what it leaves
/// uncovered is impossible for every worker of the team on its own.
/// </summary>
public sealed class DemonstrationPlanTests
{
    [Test]
    public void Planned_OfAnyOakwood_BreaksNoRule([Range(1, 12)] int seed)
    {
        var week = Weeks.Draw(DemonstrationProvider.Oakwood, seed);

        Assert.That(Broken(week), Is.Empty);
    }

    [TestCase(DemonstrationProvider.Chestnut, 1)]
    [TestCase(DemonstrationProvider.Chestnut, 2)]
    [TestCase(DemonstrationProvider.Cedar, 1)]
    public void Planned_PutToTheRules_BreaksNone(DemonstrationProvider provider, int seed)
    {
        var week = Weeks.Of(provider, seed);

        Assert.That(Broken(week), Is.Empty);
    }

    [TestCase("2026-10-19")]
    [TestCase("2027-03-22")]
    public void Planned_InAWeekWhenTheClocksChange_BreaksNoRule(string monday)
    {
        var start = NodaTime.Text.LocalDatePattern.Iso.Parse(monday).Value;

        var week = DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, 1, start);

        Assert.That(Broken(week), Is.Empty);
    }

    [Test]
    public void Planned_CoversEverythingButTheUncoverable([Values] DemonstrationProvider provider)
    {
        var week = Weeks.Of(provider, 1);

        var left = week.Problem.Visits.Select(visit => visit.Id).Except(week.Planned.Assignments.Select(assignment => assignment.Visit));

        Assert.That(left, Is.EquivalentTo(week.Uncoverable.Select(gap => gap.Visit)));
        Assert.That(week.Uncoverable, Has.Length.InRange(2, 12));
    }

    [Test]
    public void Uncoverable_EveryWorkerOfTheTeam_FailsOnTheirOwn([Values] DemonstrationProvider provider, [Values(1, 2)] int seed)
    {
        var week = Weeks.Of(provider, seed);
        var prepared = PreparedProblem.From(week.Problem);

        foreach (var gap in week.Uncoverable)
        {
            var visit = week.Problem.Visits.Single(candidate => candidate.Id == gap.Visit);
            var able = week.Problem.Workers
                .Where(worker => worker.Teams.Any(membership => membership.Team == visit.Team))
                .Where(worker => HoldsAll(worker, visit) && !IsAway(worker, visit) && GetsHome(prepared, worker, visit));
            Assert.That(able.Select(worker => worker.Name), Is.Empty, gap.Reason);
        }
    }

    private static IEnumerable<string> Broken(DemonstrationWeek week) => RotaChecker.Check(week.Problem, week.Planned)
        .HardViolations.Select(violation => $"{violation.Rule}: {violation.Sentence}").Take(20);

    private static bool HoldsAll(Worker worker, Visit visit) => visit.Competencies.All(needed => worker.Certificates.Any(certificate =>
        certificate.Competency == needed
        && certificate.ValidFrom <= visit.EarliestStart.Date
        && (certificate.ValidTo is not { } to || visit.EarliestStart.Date <= to)));

    private static bool IsAway(Worker worker, Visit visit) => worker.Absences.Any(absence =>
        absence.Time.Start < visit.EarliestStart.PlusMinutes(visit.Minutes) && visit.EarliestStart < absence.Time.End);

    private static bool GetsHome(PreparedProblem problem, Worker worker, Visit visit)
    {
        var end = problem.Clock.Minute(visit.EarliestStart) + visit.Minutes;
        return problem.Travel.GoHome(problem.Workers[problem.Index.Workers[worker.Id]], problem.Index.Places[visit.Place], end).Possible;
    }
}
