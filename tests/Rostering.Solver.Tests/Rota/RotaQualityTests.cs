using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rostering.Solver.Explain;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Tests.Builders;
using Rostering.Solver.Tests.Search;

namespace Rostering.Solver.Tests.Rota;

[TestFixture]
public sealed class RotaQualityTests
{
    private const double Exact = 1e-12;

    [Test]
    public void Of_AWeekWorkedOutByHand_HasItsFigures()
    {
        // Hill is 3 km east: 3,900 m by road, 8 minutes to drive and 4 fixed. Monday is ann's: 07:00-08:00 in town, 12 minutes on the way,
        // 08:15-09:15 on the hill, then unpaid time until 13:00-14:00 in town. Bob has Sunday's hour and, with ann, Tuesday's.
        RotaProblem week = new ProblemBuilder().At("hill", 3_000, 0)
            .Worker("ann").Worker("bob")
            .Person("sam", sam => sam with { Chosen = [new WorkerId("ann")] }, home: "hill")
            .Person("kim")
            .Visit("v1", "mon 07:00").Visit("v2", "mon 08:15", person: "sam").Visit("v3", "mon 13:00")
            .Visit("v4", "tue 10:00", person: "sam", workers: 2)
            .Visit("v5", "sun 10:00")
            .With(p => p with { PayBands = [new PayBand { Name = "Sunday", Day = IsoDayOfWeek.Sunday, From = new(6, 0), To = new(0, 0), PremiumPermille = 0, Unsocial = true }] })
            .Build();

        RotaQuality quality = Of(week, ("v1", "mon 07:00", "ann"), ("v2", "mon 08:15", "ann"), ("v3", "mon 13:00", "ann"), ("v4", "tue 10:00", "ann bob"), ("v5", "sun 10:00", "bob"));

        // Paid on Monday: 60 + 12 + 3 + 60 + 12 on the way back + 60 = 207 of 420 tied up. Tuesday: 60 each of 60 + 24. Sunday: 60 of 60.
        Assert.That(quality.FacesPerPerson, Is.EqualTo(2).Within(Exact), "pat and sam meet both; kim has no visit");
        Assert.That(quality.FacesMost, Is.EqualTo(2));
        Assert.That(quality.ChosenWorkerShare, Is.EqualTo(2.0 / 3).Within(Exact), "ann takes two of sam's three seats; pat chose nobody");
        Assert.That(quality.SplitDays, Is.EqualTo(1));
        Assert.That(quality.PaidOverTiedUp, Is.EqualTo((207 + 60 + 60 + 60) / (double)(420 + 84 + 84 + 60)).Within(Exact));
        Assert.That(quality.TravelShare, Is.EqualTo(24 / 387.0).Within(Exact));
        Assert.That(quality.UnsocialGini, Is.EqualTo(0.5).Within(Exact), "one of two has it all");
        Assert.That(quality.ChangedVisits, Is.Null);
    }

    [Test]
    public void Of_AnEmptyRota_HasNoShares()
    {
        RotaQuality quality = Of(Problems.Small());

        Assert.That(quality, Is.EqualTo(new RotaQuality
        {
            FacesPerPerson = null,
            FacesMost = 0,
            ChosenWorkerShare = null,
            SplitDays = 0,
            PaidOverTiedUp = null,
            TravelShare = null,
            UnsocialGini = null,
            ChangedVisits = null,
        }));
    }

    [Test]
    public void Of_APublishedWeek_CountsTheVisitsThatChange()
    {
        RotaProblem week = new ProblemBuilder().Worker("ann").Worker("bob")
            .Visit("kept", "mon 07:00").Visit("moved", "tue 07:00", window: 30).Visit("given", "wed 07:00").Visit("dropped", "thu 07:00").Visit("added", "fri 07:00")
            .Published("mon 00:00", ("kept", "mon 07:00", "ann"), ("moved", "tue 07:00", "ann"), ("given", "wed 07:00", "ann"), ("dropped", "thu 07:00", "ann"))
            .Build();

        RotaQuality quality = Of(week, ("kept", "mon 07:00", "ann"), ("moved", "tue 07:30", "ann"), ("given", "wed 07:00", "bob"), ("added", "fri 07:00", "bob"));

        Assert.That(quality.ChangedVisits, Is.EqualTo(3));
    }

    [TestCase(new[] { 60, 60, 60 }, 0)]
    [TestCase(new[] { 0, 0, 0, 240 }, 0.75)]
    [TestCase(new[] { 30, 10, 20 }, 2.0 / 9)]
    public void Gini_OfAmountsWorkedOutByHand_IsTheirs(int[] amounts, double expected) => Assert.That(RotaQuality.Gini(amounts), Is.EqualTo(expected).Within(Exact));

    [Test]
    public void Gini_OfNothing_IsNone() => Assert.That((RotaQuality.Gini([]), RotaQuality.Gini([0, 0])), Is.EqualTo(((double?)null, (double?)null)));

    [Test]
    public void Gini_OfAnyAmounts_IsTheMeanDifferenceOfTwoOverTwiceTheMean() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNegativeInt[]>(), amounts =>
        {
            int[] minutes = [.. amounts.Select(amount => amount.Get)];
            double differences = minutes.Sum(a => minutes.Sum(b => (double)Math.Abs(a - b)));
            double? expected = minutes.Sum() == 0 ? null : differences / (2.0 * minutes.Length * minutes.Sum());
            return RotaQuality.Gini(minutes) is { } gini ? expected is { } e && Math.Abs(gini - e) < 1e-9 : expected is null;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Of_AnyRotaOfASmallWeek_KeepsToItsRangesAndToWhatTheRulesCount() =>
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), seed =>
        {
            Schedule schedule = Drawn(PreparedProblem.From(SmallWeek.Draw(seed.Get)), new System.Random(seed.Get));
            RotaQuality quality = RotaQuality.Of(schedule);
            RotaCheck check = RotaChecker.Check(schedule);
            return IsShare(quality.ChosenWorkerShare) && IsShare(quality.TravelShare) && IsShare(quality.UnsocialGini)
                && quality.FacesMost <= schedule.Problem.Workers.Length
                && (quality.FacesPerPerson ?? 0) <= quality.FacesMost
                && quality.SplitDays <= check.Terms.Single(term => term.Key == WeightKeys.Split).Amount
                && (quality.ChangedVisits ?? 0) == RotaDifference.Of(schedule).Length;
        }).QuickCheckThrowOnFailure();

    private static bool IsShare(double? share) => share is null or (>= 0 and <= 1);

    private static RotaQuality Of(RotaProblem week, params (string Visit, string Start, string Workers)[] assignments) =>
        RotaQuality.Of(Schedules.From(PreparedProblem.From(week), Rotas.Of(week, assignments)));

    private static Schedule Drawn(PreparedProblem problem, System.Random random)
    {
        Schedule schedule = new(problem);
        foreach (PreparedVisit visit in problem.Visits.Where(_ => random.Next(4) > 0))
        {
            int[] workers = [.. Enumerable.Range(0, problem.Workers.Length)];
            random.Shuffle(workers);
            schedule.Set(visit.Index, random.Next(visit.Starts.Length), workers.AsSpan(0, visit.Seats));
        }

        return schedule;
    }
}
