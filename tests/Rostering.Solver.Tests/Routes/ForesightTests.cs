using Rostering.Solver.Routes;
using Rostering.Solver.Search;

namespace Rostering.Solver.Tests.Routes;

public sealed class ForesightTests
{
    [TestCase(0)]
    [TestCase(1)]
    public void Exchange_SingleVisitToAnyPlace_IsAtMostWhatThePlanCostsThen(double worstLatenessWeight)
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            RoutePlan plan = Plan(seed, worstLatenessWeight, out RouteProblem problem);
            Foresight foresight = new(plan, new Glance(plan));
            foreach ((int visit, int anchor) in Moves(problem.Visits, plan))
            {
                double foreseen = foresight.Exchange(Row(plan, 2 * visit, anchor), Gap(plan, 2 * visit));
                Move(plan, visit, anchor);

                string move = $"seed {seed}: visit {visit} after {anchor}";
                Assert.That(foreseen, Is.AtMost(plan.Cost + 1e-9), move);
                Assert.That(worstLatenessWeight > 0 || foreseen > plan.Cost - 1e-9, move); // Who is latest after the one that moves is not known.
                plan.Undo();
            }
        }
    }

    [Test]
    public void Refresh_AnyPlan_KeepsItsRoutesAndCost()
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            RoutePlan plan = Plan(seed, worstLatenessWeight: 1, out RouteProblem problem);
            (double cost, int[] after) = (plan.Cost, Following(plan, problem));

            plan.Refresh();

            Assert.That((plan.Cost, Following(plan, problem)), Is.EqualTo((cost, after)));
            Rings rings = plan.Rings;
            Assert.That(Seats(problem), Has.All.Matches<int>(seat => rings.KeyOr(rings.Previous(seat), -1) < rings.Key(seat >> 1)));
        }
    }

    private static int[] Following(RoutePlan plan, RouteProblem problem) => [.. Seats(problem).Select(plan.Rings.Next)];

    private static IEnumerable<int> Seats(RouteProblem problem) => Enumerable.Range(0, problem.Visits).Select(visit => 2 * visit);

    // Each visit after each other, and first on each route.
    private static IEnumerable<(int Visit, int Anchor)> Moves(int visits, RoutePlan plan) =>
        from visit in Enumerable.Range(0, visits)
        from anchor in Enumerable.Range(0, visits).Select(other => 2 * other).Concat([plan.Rings.End(0), plan.Rings.End(1)])
        where anchor != 2 * visit && plan.Rings.Next(anchor) != 2 * visit
        select (visit, anchor);

    private static Row Row(RoutePlan plan, int seat, int anchor) => new([seat], 1, anchor, plan.Rings.Next(anchor), Forward: true);

    private static Row Gap(RoutePlan plan, int seat) => new([], 0, plan.Rings.Previous(seat), plan.Rings.Next(seat), Forward: true);

    private static void Move(RoutePlan plan, int visit, int anchor)
    {
        double low = plan.Rings.KeyOr(anchor, -2);
        double high = plan.Rings.KeyOr(plan.Rings.Next(anchor), 1_000);
        plan.Lift(visit);
        plan.Drop(visit, (low + high) / 2, plan.Rings.Worker(anchor), -1);
        plan.Settle();
    }

    private static RoutePlan Plan(int seed, double worstLatenessWeight, out RouteProblem problem)
    {
        problem = Problem(new SearchRandom(seed), worstLatenessWeight);
        RoutePlan plan = new(problem);
        new RouteConstruction(problem, plan).Run();
        return plan;
    }

    private static RouteProblem Problem(SearchRandom random, double worstLatenessWeight)
    {
        const int visits = 9;
        const int workers = 2;
        double[] opens = [.. Enumerable.Range(0, visits).Select(_ => (double)random.Next(200))];
        return new RouteProblem
        {
            Visits = visits,
            Workers = workers,
            Seats = [.. Enumerable.Repeat(1, visits)],
            Minutes = [.. Enumerable.Range(0, 2 * visits).Select(_ => (double)(5 + random.Next(30)))],
            Opens = [.. opens.Select(open => new[] { open })],
            Closes = [.. opens.SelectMany(open => new[] { new[] { open + 30 }, new[] { open + 30 } })],
            GapMin = new double[visits],
            GapMax = new double[visits],
            May = [.. Enumerable.Repeat(true, 2 * visits * workers)],
            Place = [.. Enumerable.Range(1, visits)],
            Departs = new int[workers],
            Returns = new int[workers],
            Places = visits + 1,
            Travel = [.. Enumerable.Range(0, (visits + 1) * (visits + 1)).Select(_ => (double)random.Next(40))],
            TravelWeight = 1,
            LatenessWeight = 1,
            WorstLatenessWeight = worstLatenessWeight,
        };
    }
}
