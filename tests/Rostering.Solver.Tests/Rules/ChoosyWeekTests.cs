using Rostering.CpSat.Model;
using Rostering.CpSat.Proto;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Tests.Rules;

/// <summary>The rules on who may come, when, and what was agreed, each put to random weeks.</summary>
[TestFixture]
public sealed class ChoosyWeekTests
{
    private const int Weeks = 5;

    private static readonly string[] s_rules =
    [
        "absence", "availability", "team-membership", "team-cap", "exclusion", "competency", "lawful-requirement", "staff-ratio", "grade",
        "shared-consent", "group-compatibility", "known-worker", "visit-length", "freeze", "sleepover", "start-window", "pin",
        "synchronised-visits", "precedence",
    ];

    [Test]
    public void Catalogues_ListTheSameRulesInTheSameOrder() =>
        Assert.That(
            EncodingCatalogue.All().Select(encoding => encoding.GetType().Namespace),
            Is.EqualTo(RuleCatalogue.Rules.Select(rule => rule.GetType().Namespace)));

    [TestCaseSource(nameof(s_rules))]
    public async Task Encoding_OfRandomWeeks_AgreesWithTheChecker(string key)
    {
        int at = RuleCatalogue.Rules.Select(rule => rule.Key).ToList().IndexOf(key);
        for (int seed = 1; seed <= Weeks; seed++)
        {
            await EncodingAgreement.HoldsAsync(ChoosyWeek.Draw(seed), RuleCatalogue.Rules[at], () => EncodingCatalogue.All()[at], samples: 5, seed);
        }
    }

    [TestCaseSource(nameof(s_rules))]
    public async Task Encoding_WherePartOfTheRotaIsHeld_AgreesWithTheChecker(string key)
    {
        int at = RuleCatalogue.Rules.Select(rule => rule.Key).ToList().IndexOf(key);
        for (int seed = 1; seed <= 3 * Weeks; seed++)
        {
            (EncodingScope scope, Schedule rota) = EncodingAgreement.DrawPart(PreparedProblem.From(ChoosyWeek.Draw(seed)), new Random(seed));
            RotaEncoding encoding = RotaEncoding.Build(rota.Problem, scope, [EncodingCatalogue.All()[at]]);
            bool feasible = EncodingAgreement.Fix(encoding, rota)
                && await new CpSolver(TestEngine.Shared).SolveAsync(encoding.Model) != CpSolverStatus.Infeasible;

            Finding[] breaches = [.. RotaChecker.Check(rota).Findings.Where(f => RuleCatalogue.Of(f.Term).Key == key && Concerns(scope, f))];
            Assert.That(feasible, Is.EqualTo(breaches.Length == 0), $"seed {seed}");
        }
    }

    [Test]
    public void Draw_OfThreeHundredWeeks_BreaksEveryRuleThatARotaOnTheGridCanBreak()
    {
        HashSet<string> broken = [.. Enumerable.Range(1, 300).SelectMany(Broken)];

        Assert.That(s_rules.Except(broken), Is.EquivalentTo(["staff-ratio", "start-window"]));
    }

    // A breach among held work alone is not for the part to put right.
    private static bool Concerns(EncodingScope scope, in Finding breach) => breach.Visit < 0
        ? scope.Workers().Contains(breach.Worker)
        : scope.Free(breach.Visit) || (RuleCatalogue.Of(breach.Term) is ILinkRule && scope.Free(breach.Other));

    // Everybody who can be seated, drawn by seed, at the last start of each visit.
    private static IEnumerable<string> Broken(int seed)
    {
        RotaProblem week = ChoosyWeek.Draw(seed);
        Schedule schedule = new(PreparedProblem.From(week));
        Random random = new(seed);
        foreach (PreparedVisit visit in schedule.Problem.Visits.Where(_ => random.Next(5) > 0))
        {
            int[] workers = [.. Enumerable.Range(0, schedule.Problem.Workers.Length)];
            random.Shuffle(workers);
            schedule.Set(visit.Index, visit.Starts.Length - 1, workers.AsSpan(0, visit.Seats));
        }

        return RotaChecker.Check(schedule).HardViolations.Select(violation => violation.Rule);
    }
}
