using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Explain.Packages;
using Rostering.Solver.Problem;
using Rostering.Solver.Rota;
using Rostering.Solver.Tests.Builders;
using Rostering.Solver.Tests.Search;

namespace Rostering.Solver.Tests.Explain;

[TestFixture]
[CancelAfter(300_000)]
public sealed class PackageTrialTests
{
    private static readonly Competency Medication = new("medication");

    [Test]
    public void T18_PackageOfferedWhenFull_SaysNoAndWhyWithTheFirstPossibleDate()
    {
        PackageAnswer answer = Try(weeks: 5, (week, number) => number < 2
            ? week.Worker("ann").Visit("v1", "tue 08:30", minutes: 120).Visit("new", "tue 09:00", person: "sam").Published("mon 00:00", ("v1", "tue 08:30", "ann"))
            : week.Worker("ann").Visit("new", "tue 09:00", person: "sam"));

        Assert.That(answer.Verdict, Is.EqualTo(PackageVerdict.FromWhen));
        Assert.That(answer.From, Is.EqualTo(TestWeek.Monday.PlusWeeks(2).PlusDays(1)));
        Assert.That(answer.Weeks.Select(week => week.Fits), Is.EqualTo([false, false, true, true, true]));
        Assert.That(answer.Weeks[0].Reasons().Single(), Does.StartWith("sam, Tue 09:00 for 1 h: nobody yet.").And.Contains("ann"));
    }

    [Test]
    public void T18_PackageOfferedWhenFullThroughout_SaysNo()
    {
        PackageAnswer answer = Try(weeks: 3, (week, _) => week.Worker("ann").Visit("v1", "tue 07:00", minutes: 600)
            .Visit("new", "tue 09:00", person: "sam").Published("mon 00:00", ("v1", "tue 07:00", "ann")));

        Assert.That((answer.Verdict, answer.From), Is.EqualTo((PackageVerdict.No, (LocalDate?)null)));
        Assert.That(answer.Weeks.All(week => week.Schedule.Covered(0)), "nobody loses a visit for a package");
        Assert.That(answer.Remedies, Is.Empty);
    }

    [Test]
    public void Of_OnlyTheLastWeekTriedIsFree_IsNoPromise()
    {
        PackageAnswer answer = Try(weeks: 3, (week, number) => week.Worker("ann", ann => number < 2 ? Away(ann, number) : ann).Visit("new", "tue 09:00", person: "sam"));

        Assert.That(answer.Verdict, Is.EqualTo(PackageVerdict.No));
    }

    [Test]
    public void Of_SomebodyIsFree_IsYesWithWhoComesAndWhatItCosts()
    {
        PackageAnswer answer = Try(weeks: 2, (week, _) => week.Worker("ann").Visit("new", "tue 09:00", person: "sam"));

        Assert.That(answer.Verdict, Is.EqualTo(PackageVerdict.Yes));
        Assert.That(answer.From, Is.EqualTo(TestWeek.Monday.PlusDays(1)));
        PackageSeat seat = answer.Weeks[0].Seats.Single();
        Assert.That((seat.Start, seat.Workers.Single()), Is.EqualTo((TestWeek.At("tue 09:00"), "ann")));

        // An hour at 13.45 with a quarter on top for the employer's costs.
        Assert.That((answer.Weeks[0].ExtraPence, answer.Weeks[0].FundPence), Is.EqualTo((1_681, 1_682)));
        Assert.That(answer.Remedies, Is.Empty);
    }

    [Test]
    public void Of_TheOnlyOneWhoMayComeIsBusy_GivesTheirOtherVisitToSomebodyElse()
    {
        PackageAnswer answer = Try(weeks: 1, (week, _) => week
            .Worker("ann", Skilled).Worker("bob").Visit("v1", "tue 09:00")
            .Visit("new", "tue 09:00", visit => visit with { Competencies = [Medication] }, person: "sam")
            .Published("mon 00:00", ("v1", "tue 09:00", "ann")));

        Assert.That(answer.Verdict, Is.EqualTo(PackageVerdict.Yes));
        Assert.That(answer.Weeks[0].Moved.Select(change => change.Sentence), Is.EqualTo(["Tue 09:00 pat: bob instead of ann"]));
    }

    [Test]
    public void Of_LowNeedAgainstCritical_StillTakesNobodysVisitAway()
    {
        PackageAnswer answer = Try(weeks: 1, (week, _) => week.Worker("ann")
            .Visit("v1", "tue 09:00", visit => visit with { Need = Need.Low })
            .Visit("new", "tue 09:00", visit => visit with { Need = Need.Critical }, person: "sam")
            .Published("mon 00:00", ("v1", "tue 09:00", "ann")));

        Assert.That(answer.Verdict, Is.EqualTo(PackageVerdict.No));
        Assert.That(answer.Weeks[0].Schedule.Covered(0));
    }

    [Test]
    public void Remedies_NobodyIsTrained_IsACourse()
    {
        PackageAnswer answer = Try(weeks: 2, (week, _) => week.Worker("ann").Visit("new", "tue 09:00", visit => visit with { Competencies = [Medication] }, person: "sam"));

        Assert.That(answer.Remedies.Select(remedy => string.Join(' ', remedy.Words)), Is.EqualTo(["Train ann in medication by 17 November."]));
        AssertTrue(answer);
    }

    [Test]
    public void Remedies_AnotherStartWillDo_AsksForTheSmallestMove()
    {
        PackageAnswer answer = Try(weeks: 2, (week, _) => week.Worker("ann").Visit("v1", "tue 08:15").Visit("new", "tue 09:00", person: "sam")
            .Published("mon 00:00", ("v1", "tue 08:15", "ann")));

        Assert.That(answer.Remedies[0].Words, Is.EqualTo(["Let the visits at 09:00 begin up to 15 min earlier or later."]));
        AssertTrue(answer);
    }

    [Test]
    public void Remedies_ContractIsFull_AsksForTheHoursThatThePlanUses()
    {
        PackageAnswer answer = Try(weeks: 2, (week, _) => week
            .Worker("ann", ann => ann with { Contract = ann.Contract with { MinutesMax = 90 } })
            .Visit("v1", "mon 09:00").Visit("new", "tue 09:00", person: "sam").Published("mon 00:00", ("v1", "mon 09:00", "ann")));

        Assert.That(answer.Remedies.Single().Words, Is.EqualTo(["Agree with ann on up to 2 h a week, instead of 1 h 30."]));
        AssertTrue(answer);
    }

    [Test]
    public void Remedies_NobodyIsAvailable_AsksForTheTimesOfAllDaysAtOnce()
    {
        PackageAnswer answer = Try(weeks: 2, (week, number) => week
            .Worker("ann", ann => ann with { Available = [TestWeek.Span("mon 08:00", "mon 16:00", TestWeek.Monday.PlusWeeks(number))] })
            .Visit("new-tue", "tue 18:00", person: "sam").Visit("new-thu", "thu 18:00", person: "sam"));

        Assert.That(answer.Remedies.Single().Words, Is.EqualTo(["Ask ann to be available on Tuesdays and Thursdays from 18:00 to 19:00 as well."]));
        AssertTrue(answer);
    }

    [Test]
    public void Remedies_FundIsTooSmall_NamesTheSumThatWouldDo()
    {
        PackageAnswer answer = Try(weeks: 2, (week, _) => week.Worker("ann").Visit("new", "tue 09:00", person: "sam"), fundPence: 1_000);

        Assert.That(answer.Remedies.Single().Words, Is.EqualTo(["Agree £16.82 a week with the council, instead of £10.00."]));
        AssertTrue(answer);
    }

    [Test]
    public void Remedies_WorkerOfAnotherTeam_JoinsIt()
    {
        PackageAnswer answer = Try(weeks: 2, (week, _) => week.InTeam("north").Worker("ann", team: "north").Visit("new", "tue 09:00", person: "sam"));

        Assert.That(answer.Remedies.Single().Words, Is.EqualTo(["Let ann work for team as well."]));
        AssertTrue(answer);
    }

    [Test]
    public void Remedies_TwoThingsAreInTheWayOnDifferentDays_NamesBoth()
    {
        PackageAnswer answer = Try(weeks: 2, (week, _) => week.Worker("ann")
            .Visit("v1", "mon 08:15").Visit("new-mon", "mon 09:00", person: "sam")
            .Visit("new-tue", "tue 18:00", visit => visit with { Competencies = [Medication] }, person: "sam")
            .Published("mon 00:00", ("v1", "mon 08:15", "ann")));

        Assert.That(answer.Remedies[0].Words, Is.EquivalentTo(["Let the visits at 09:00 begin up to 15 min earlier or later.", "Train ann in medication by 17 November."]));
        AssertTrue(answer);
    }

    // A lawful requirement is the person's own, and leave is the worker's: nobody is asked to give either up.
    [Test]
    public void Remedies_PersonsRequirementOrWorkersLeave_AreNeverBargainedWith()
    {
        PackageAnswer required = Try(weeks: 2, (week, _) => week.Worker("ann").Visit("new", "tue 09:00", person: "sam"),
            sam => sam with { Requirements = [new LawfulRequirement { Kind = RequirementKind.Gender, Value = "male", Reason = "personal care" }] });
        PackageAnswer leave = Try(weeks: 2, (week, number) => week.Worker("ann", ann => Away(ann, number)).Visit("new", "tue 09:00", person: "sam"));

        Assert.That((required.Verdict, leave.Verdict), Is.EqualTo((PackageVerdict.No, PackageVerdict.No)));
        Assert.That(required.Remedies.Concat(leave.Remedies), Is.Empty);
    }

    [Test]
    public void Of_Stopped_SaysHowFarItWasTried()
    {
        using CancellationTokenSource stopped = new();
        stopped.Cancel();

        PackageAnswer answer = PackageTrial.Of([.. Weeks(4, (week, _) => week.Worker("ann").Visit("new", "tue 09:00", person: "sam"), sam => sam, 10_000_000)], stopped.Token);

        Assert.That(answer.TriedUntil, Is.EqualTo(TestWeek.Monday.PlusDays(6)));
    }

    // Every other visit of a drawn week is offered as a package to what is planned of the rest.
    [Test]
    public void Of_DrawnWeek_BreaksNoRuleAndTakesNobodysVisitAway([Range(1, 40)] int seed)
    {
        RotaProblem drawn = SmallWeek.Draw(seed);
        ImmutableHashSet<VisitId> package = [.. drawn.Visits.Where((_, at) => at % 2 == 0).Select(visit => visit.Id)];
        RotaProblem without = drawn with { Visits = [.. drawn.Visits.Where(visit => !package.Contains(visit.Id))], Links = [], Pins = [], Published = null };
        WeeklyRota planned = PackageTrial.Of([new PackageWeek(without, [])], CancellationToken.None).Weeks[0].Schedule.ToRota();
        RotaProblem week = drawn with { Links = [], Pins = [], Published = new PublishedRota { FrozenUntil = drawn.WeekStart.AtMidnight(), Visits = [.. planned.Assignments.Select(made => new PublishedVisit { Visit = made.Visit, Start = made.Start, Workers = made.Workers })] } };

        PackageAnswer answer = PackageTrial.Of([new PackageWeek(week, package)], CancellationToken.None);

        Schedule schedule = answer.Weeks[0].Schedule;
        Assert.That(planned.Assignments.All(made => schedule.Covered(schedule.Problem.Index.Visits[made.Visit])));
        Assert.That(RotaChecker.Check(schedule).HardViolations, Is.Empty);
        Assert.That(answer.Weeks[0].Gaps.Length, Is.EqualTo(package.Count(visit => !schedule.Covered(schedule.Problem.Index.Visits[visit]))));
        AssertTrue(answer);
    }

    // Whatever is said to make it yes does so, tried again from the start.
    private static void AssertTrue(PackageAnswer answer)
    {
        foreach (PackageRemedy remedy in answer.Remedies)
        {
            PackageAnswer changed = PackageTrial.Of([.. answer.Weeks.Select(fit => remedy.Changes.Aggregate(fit.Week, (week, change) => change.In(week)))], CancellationToken.None);
            Assert.That(changed.Verdict, Is.EqualTo(PackageVerdict.Yes), string.Join(' ', remedy.Words));
        }
    }

    private static PackageAnswer Try(int weeks, Func<ProblemBuilder, int, ProblemBuilder> week, Func<Person, Person>? sam = null, long fundPence = 10_000_000) =>
        PackageTrial.Of([.. Weeks(weeks, week, sam ?? (person => person), fundPence)], CancellationToken.None);

    private static IEnumerable<PackageWeek> Weeks(int count, Func<ProblemBuilder, int, ProblemBuilder> week, Func<Person, Person> sam, long fundPence) =>
        from number in Enumerable.Range(0, count)
        let problem = week(new ProblemBuilder(TestWeek.Monday.PlusWeeks(number)).Person("sam", sam, pence: fundPence), number).Build()
        select new PackageWeek(problem, [.. problem.Visits.Where(visit => visit.Id.Value.StartsWith("new", StringComparison.Ordinal)).Select(visit => visit.Id)]);

    private static Worker Skilled(Worker worker) => worker with { Certificates = [new Certificate { Competency = Medication, ValidFrom = new LocalDate(2026, 1, 1) }] };

    private static Worker Away(Worker worker, int week)
    {
        LocalDate monday = TestWeek.Monday.PlusWeeks(week);
        return worker with { Absences = [new Absence { Kind = AbsenceKind.Leave, Time = TestWeek.Span("mon 00:00", "next mon 00:00", monday) }] };
    }
}
