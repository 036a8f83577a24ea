using NodaTime;
using Rostering.Solver.Demonstration;
using Rostering.Solver.Json;
using Rostering.Solver.Problem;

namespace Rostering.Solver.Tests.Demonstration;

public sealed class DemonstrationWeekTests
{
    [Test]
    public void Generate_NotAMonday_SaysWhichDayItIs() =>
        Assert.That(
            () => DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, 1, new LocalDate(2026, 11, 24)),
            Throws.ArgumentException.With.Message.Contains("2026-11-24 is a Tuesday; give a Monday"));

    [Test]
    public void Generate_SameSeed_GivesTheSameWeek([Values] DemonstrationProvider provider)
    {
        var (once, again) = (Weeks.Of(provider, 1), Weeks.Draw(provider, 1));

        Assert.That(ProblemJson.Write(again.Problem).AsSpan().SequenceEqual(ProblemJson.Write(once.Problem)), Is.True);
        Assert.That(RotaJson.Write(again.Planned), Is.EqualTo(RotaJson.Write(once.Planned)));
    }

    [Test]
    public void Generate_OtherSeed_GivesOtherPeopleWorkersAndVisits()
    {
        var (one, other) = (Weeks.Of(DemonstrationProvider.Oakwood, 1).Problem, Weeks.Of(DemonstrationProvider.Oakwood, 2).Problem);

        Assert.That(other.People.Select(person => person.Name), Is.Not.EqualTo(one.People.Select(person => person.Name)));
        Assert.That(other.Workers.Select(worker => worker.Name), Is.Not.EqualTo(one.Workers.Select(worker => worker.Name)));
        Assert.That(other.Visits.Select(visit => visit.EarliestStart), Is.Not.EqualTo(one.Visits.Select(visit => visit.EarliestStart)));
    }

    [TestCase(DemonstrationProvider.Oakwood, 1)]
    [TestCase(DemonstrationProvider.Oakwood, 2)]
    [TestCase(DemonstrationProvider.Oakwood, 3)]
    [TestCase(DemonstrationProvider.Chestnut, 1)]
    [TestCase(DemonstrationProvider.Chestnut, 2)]
    [TestCase(DemonstrationProvider.Cedar, 1)]
    public void Generate_AnySeed_PassesValidationAndComesBackFromItsFile(DemonstrationProvider provider, int seed)
    {
        var written = ProblemJson.Write(Weeks.Of(provider, seed).Problem);

        var read = ProblemJson.Read(written);

        Assert.That(read.Errors.Take(10), Is.Empty);
        Assert.That(ProblemJson.Write(read.Problem!).AsSpan().SequenceEqual(written), Is.True);
    }

    [TestCase(DemonstrationProvider.Oakwood, 50, 200, 950, 1_050, 50)]
    [TestCase(DemonstrationProvider.Chestnut, 900, 500, 2_500, 2_900, 14)]
    [TestCase(DemonstrationProvider.Cedar, 716, 1_140, 9_300, 10_500, 60)]
    public void Generate_EachProvider_HasTheSizeOfItsCaseStudy(
        DemonstrationProvider provider, int people, int workers, int visitsMin, int visitsMax, int teams)
    {
        var problem = Weeks.Of(provider, 1).Problem;

        Assert.That(problem.People, Has.Length.EqualTo(people));
        Assert.That(problem.Workers, Has.Length.EqualTo(workers));
        Assert.That(problem.Visits, Has.Length.InRange(visitsMin, visitsMax));
        Assert.That(problem.Teams, Has.Length.EqualTo(teams));
    }

    [Test]
    public void Generate_Oakwood_HasEightStaffOnThreeDirectPaymentServices()
    {
        var problem = Weeks.Of(DemonstrationProvider.Oakwood, 1).Problem;

        var small = problem.Teams.Count(team => problem.Workers.Count(worker => worker.Teams[0].Team == team.Id) == 2);

        Assert.That(small, Is.EqualTo(1), "two services with three staff each, one with two");
    }

    [Test]
    public void Generate_Chestnut_LimitsFiftyFundsByMoneyAndTheOthersByHours()
    {
        var funds = Weeks.Of(DemonstrationProvider.Chestnut, 1).Problem.Funds;

        Assert.That(funds.Count(fund => fund.AvailableMinutes is null), Is.EqualTo(50));
    }

    [Test]
    public void Generate_Cedar_HasAPilotOfEightAndSharedSessionsWithConsent()
    {
        var problem = Weeks.Of(DemonstrationProvider.Cedar, 1).Problem;

        var shared = problem.Visits.Where(visit => visit.Shares.Length > 1).ToList();

        Assert.That(problem.Funds.Count(fund => fund.AvailableMinutes is null), Is.EqualTo(8));
        Assert.That(shared, Is.Not.Empty);
        Assert.That(shared.SelectMany(visit => visit.Shares).All(share => share.Consented), Is.True);
        Assert.That(shared.Select(visit => visit.Shares.Sum(share => share.Permille)), Has.All.EqualTo(1_000));
    }

    [Test]
    public void Generate_AnyProvider_KeepsWorkersToTwoTeamsUnlessWaived([Values] DemonstrationProvider provider)
    {
        var workers = Weeks.Of(provider, 1).Problem.Workers;

        Assert.That(workers.Where(worker => worker.CapWaiver is null).Max(worker => worker.Teams.Length), Is.EqualTo(2));
    }

    [Test]
    public void Generate_AnyProvider_SpreadsFundsOverTenCouncils([Values] DemonstrationProvider provider)
    {
        var problem = Weeks.Of(provider, 1).Problem;

        Assert.That(problem.Funds.Select(fund => fund.Council).Distinct(), Is.EquivalentTo(problem.Councils.Select(council => council.Id)));
        Assert.That(problem.Councils, Has.Length.EqualTo(10));
    }

    [Test]
    public void Generate_AnyProvider_GivesNoNameTwice([Values] DemonstrationProvider provider)
    {
        var problem = Weeks.Of(provider, 1).Problem;

        Assert.That(problem.People.Select(person => person.Name).Concat(problem.Workers.Select(worker => worker.Name)), Is.Unique);
    }

    [Test]
    public void Generate_AnyProvider_HasCertificatesThatLapsedAndThatLapseInTheWeek([Values] DemonstrationProvider provider)
    {
        var week = DemonstrationWeek.UsualWeekStart;
        var expiries = Weeks.Of(provider, 1).Problem.Workers.SelectMany(worker => worker.Certificates).Select(certificate => certificate.ValidTo).OfType<LocalDate>().ToList();

        Assert.That(expiries, Has.Some.LessThan(week));
        Assert.That(expiries, Has.Some.InRange(week, week.PlusDays(6)));
    }

    [Test]
    public void Generate_AnyProvider_HasWorkersOfEveryKindTheRulesTellApart([Values] DemonstrationProvider provider)
    {
        var workers = Weeks.Of(provider, 1).Problem.Workers;
        var week = DemonstrationWeek.UsualWeekStart;

        Assert.That(workers.Select(worker => worker.Contract.Kind).Distinct().Count(), Is.EqualTo(7), "contracts");
        Assert.That(workers.SelectMany(worker => worker.Modes).Distinct().Count(), Is.EqualTo(4), "modes");
        Assert.That(workers.Select(worker => worker.Contract.WeeklyRest).Distinct().Count(), Is.EqualTo(3), "forms of weekly rest");
        Assert.That(workers.Count(worker => worker.BirthDate.PlusYears(18) > week), Is.InRange(1, 3), "16 and 17 year olds");
        Assert.That(workers.Any(worker => worker.Contract.NightWorker), Is.True, "night workers");
        Assert.That(workers.Any(worker => worker.Contract.OptedOutOf48Hours), Is.True, "opt-outs");
        Assert.That(workers.Any(worker => worker.OutsideWork.Length > 0), Is.True, "work for others");
        Assert.That(workers.Any(worker => worker.History.RestOwedMinutes > 0), Is.True, "rest owed");
        Assert.That(workers.SelectMany(worker => worker.Absences).Select(absence => absence.Kind).Distinct().Count(), Is.EqualTo(3), "absences");
    }

    [Test]
    public void Generate_AnyProvider_RemembersTwelveYearsWithOneWorker([Values] DemonstrationProvider provider)
    {
        var people = Weeks.Of(provider, 1).Problem.People;

        Assert.That(people.SelectMany(person => person.History).Max(known => known.WeeksTogether), Is.EqualTo(12 * 52));
    }

    [Test]
    public void Generate_AnyProvider_GivesEveryParameterAValueInForceWithItsSource([Values] DemonstrationProvider provider)
    {
        var problem = Weeks.Of(provider, 1).Problem;
        var inForce = problem.Parameters.Where(p => p.ValidFrom <= problem.WeekStart && (p.ValidTo is not { } to || problem.WeekStart <= to)).ToList();

        Assert.That(inForce.Select(parameter => parameter.Key), Is.EquivalentTo(ParameterKeys.All));
        Assert.That(problem.Parameters.Select(parameter => parameter.Source), Has.All.Not.Empty);
        Assert.That(problem.Weights.Keys, Is.EquivalentTo(WeightKeys.All));
    }

    [TestCase("2026-03-30", 45)]
    [TestCase("2026-04-06", 55)]
    public void Generate_BeforeAndAfterTheMileageChange_PaysTheRateInForce(string monday, int pence)
    {
        var week = DemonstrationWeek.Generate(DemonstrationProvider.Oakwood, 1, NodaTime.Text.LocalDatePattern.Iso.Parse(monday).Value);

        Assert.That(week.Problem.Travel.MileagePence, Is.EqualTo(pence));
    }
}
