using System.Collections.Immutable;
using NodaTime;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rules;
using Rostering.Solver.Rules.Availability;
using Rostering.Solver.Rules.Competency;
using Rostering.Solver.Rules.ContractMaximum;
using Rostering.Solver.Rules.FundLimit;
using Rostering.Solver.Rules.TeamMembership;

namespace Rostering.Solver.Explain.Packages;

/// <summary>
/// Names the changes that might fill the gaps of a package: every worker is put on every gap, and where one rule alone stands in the way,
/// and that rule is one that people can agree about, the change is what would satisfy it.
/// </summary>
internal sealed class PackageChanges(PackageFit fit)
{
    private const long MuchPence = 10_000_000;

    private static readonly int[] MinutesMoved = [15, 30, 60, 120];

    private readonly PreparedProblem problem = fit.Schedule.Problem;
    private readonly Trials trials = new(fit.Schedule);

    /// <summary>Other starts, then the changes that bear on most gaps, and of those the ones that ask least, first.</summary>
    public IEnumerable<PackageChange> Named()
    {
        ImmutableArray<Obstacle> obstacles = [.. fit.Gaps.SelectMany(gap => Obstacles(problem.Visits[gap]))];
        IEnumerable<PackageChange> others =
            from obstacle in obstacles
            group obstacle by obstacle.Key into same
            let change = Change(same.Key, same)
            orderby same.Select(obstacle => obstacle.Visit.Index).Distinct().Count() descending, change.Asks, same.Min(obstacle => obstacle.Amount), same.Key.Worker
            select change;
        return [.. OtherStarts(), .. others];
    }

    private IEnumerable<PackageChange> OtherStarts() =>
        from at in fit.Gaps.Select(gap => problem.Visits[gap].Source.EarliestStart.TimeOfDay).Distinct()
        from minutes in MinutesMoved
        select new PackageChange.OtherStart(at, minutes);

    private IEnumerable<Obstacle> Obstacles(PreparedVisit visit) =>
        from worker in problem.Workers
        from start in Enumerable.Range(0, visit.Starts.Length)
        let broken = trials.Of(visit, start, [worker.Index]).Broken
        where broken.Length == 1
        let finding = broken[0]
        let key = KeyOf(finding, worker, visit, start)
        where key is not null
        select new Obstacle(key, visit, finding.Amount);

    private ObstacleKey? KeyOf(Finding finding, PreparedWorker worker, PreparedVisit visit, int start)
    {
        ObstacleKey key = new(finding.Term, worker.Index);
        return finding.Term switch
        {
            var term when term == CompetencyRule.Breach => key with { Other = visit.Competencies[finding.Other] },
            var term when term == AvailabilityRule.Breach => key with { From = problem.Clock.Local(visit.Starts[start]).TimeOfDay, Other = visit.Minutes },
            var term when term == ContractMaximumRule.MinutesOver => key,
            var term when term == TeamMembershipRule.Breach => key with { Other = visit.Team },
            var term when term == FundLimitRule.Money => new ObstacleKey(term, Worker: -1) { Other = finding.Other },
            _ => null,
        };
    }

    private PackageChange Change(ObstacleKey key, IEnumerable<Obstacle> obstacles)
    {
        if (key.Term == FundLimitRule.Money)
        {
            Fund fund = problem.Funds[key.Other].Source;
            return new PackageChange.MoreMoney(fund.Id, fund.AvailablePence + MuchPence);
        }

        PreparedWorker worker = problem.Workers[key.Worker];
        WorkerId id = worker.Source.Id;
        if (key.Term == CompetencyRule.Breach)
        {
            Visit first = obstacles.MinBy(obstacle => obstacle.Visit.Starts[0])!.Visit.Source;
            return new PackageChange.Course(id, problem.Index.Competencies.Single(known => known.Value == key.Other).Key, first.EarliestStart.Date);
        }

        if (key.Term == AvailabilityRule.Breach)
        {
            ImmutableArray<IsoDayOfWeek> days = [.. obstacles.Select(obstacle => obstacle.Visit.Source.EarliestStart.DayOfWeek).Distinct().Order()];
            return new PackageChange.OtherTimes(id, days, key.From, key.Other);
        }

        return key.Term == TeamMembershipRule.Breach
            ? new PackageChange.JoinTeam(id, problem.Source.Teams[key.Other].Id)
            : new PackageChange.MoreHours(id, worker.PaidMinutesMax + (2 * fit.Gaps.Sum(gap => problem.Visits[gap].Minutes)));
    }

    /// <summary>One rule that keeps one worker from one visit of the package.</summary>
    private sealed record Obstacle(ObstacleKey Key, PreparedVisit Visit, long Amount);

    /// <summary>What would have to change: obstacles with the same key fall together.</summary>
    private sealed record ObstacleKey(Term Term, int Worker)
    {
        public int Other { get; init; }
        public LocalTime From { get; init; }
    }
}
