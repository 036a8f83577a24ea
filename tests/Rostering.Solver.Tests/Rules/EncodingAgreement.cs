using Rostering.CpSat.Model;
using Rostering.CpSat.Proto;
using Rostering.Solver.Encoding;
using Rostering.Solver.Problem;
using Rostering.Solver.Problem.Prepared;
using Rostering.Solver.Rota;
using Rostering.Solver.Rules;

namespace Rostering.Solver.Tests.Rules;

/// <summary>
/// The pair test: a rota drawn at random is fixed in the model, which must then be feasible exactly when the checker finds no hard breach,
/// and must cost exactly what the checker says.
/// </summary>
internal static class EncodingAgreement
{
    /// <summary>One rule and its encoding agree on random rotas of a small problem.</summary>
    public static Task HoldsAsync(RotaProblem problem, Rule rule, Func<RuleEncoding> encoding, int samples = 25, int seed = 1)
    {
        Rule listed = RuleCatalogue.Rules.Single(r => r.GetType() == rule.GetType());
        return HoldsAsync(problem, [.. listed.Terms], () => [encoding()], samples, seed);
    }

    /// <summary>All rules and their encodings agree on random rotas of a small problem.</summary>
    public static Task HoldsAsync(RotaProblem problem, int samples = 25, int seed = 1) =>
        HoldsAsync(problem, [.. RuleCatalogue.Terms], EncodingCatalogue.All, samples, seed);

    private static async Task HoldsAsync(
        RotaProblem problem, HashSet<Term> terms, Func<IReadOnlyList<RuleEncoding>> encodings, int samples, int seed)
    {
        PreparedProblem prepared = PreparedProblem.From(problem);
        Random random = new(seed);
        for (int sample = 0; sample < samples; sample++)
        {
            Schedule schedule = Draw(prepared, random, coverage: (sample % 5) / 4.0);
            RotaCheck check = RotaChecker.Check(schedule);
            bool lawful = !check.Findings.Any(f => f.Term.Level == RuleLevel.Hard && terms.Contains(f.Term));
            long soft = check.Terms.Where(t => t.Level == RuleLevel.Soft && terms.Any(x => x.Key == t.Key)).Sum(t => t.Points);
            long uncovered = check.Terms.Where(t => t.Level == RuleLevel.Uncovered && terms.Any(x => x.Key == t.Key)).Sum(t => t.Points);

            string story = $"sample {sample} of seed {seed}: {Tell(schedule)}; checker says: {string.Join("; ", check.HardViolations.Select(v => v.Sentence))}";
            (CpSolverStatus status, long Soft, long Uncovered) = await SolveFixedAsync(prepared, schedule, encodings());

            Assert.That(status, Is.EqualTo(lawful ? CpSolverStatus.Optimal : CpSolverStatus.Infeasible), story);
            if (lawful)
            {
                Assert.That((Soft, Uncovered), Is.EqualTo((soft, uncovered)), story);
            }
        }
    }

    private static async Task<(CpSolverStatus Status, long Soft, long Uncovered)> SolveFixedAsync(
        PreparedProblem problem, Schedule schedule, IReadOnlyList<RuleEncoding> encodings)
    {
        RotaEncoding encoding = RotaEncoding.Build(problem, EncodingScope.Whole(problem), encodings);
        if (!Fix(encoding, schedule))
        {
            return (CpSolverStatus.Infeasible, 0, 0);
        }

        LinearExpr soft = encoding.Objective.Level(RuleLevel.Soft);
        LinearExpr uncovered = encoding.Objective.Level(RuleLevel.Uncovered);
        encoding.Model.Minimize(soft);
        CpSolver solver = new(TestEngine.Shared) { Parameters = new SatParameters { MaxTimeInSeconds = 20, RandomSeed = 1 } };
        CpSolverStatus status = await solver.SolveAsync(encoding.Model);
        return solver.HasSolution ? (status, solver.Value(soft), solver.Value(uncovered)) : (status, 0, 0);
    }

    // False where the rota uses a node that the encoding did not even build.
    private static bool Fix(RotaEncoding encoding, Schedule schedule)
    {
        foreach (EncodedVisit visit in encoding.Visits)
        {
            int index = visit.Visit.Index;
            int[] workers = schedule.Workers(index);
            encoding.Model.Add(visit.Covered == (workers.Length > 0 ? 1 : 0));
            foreach (EncodedNode node in visit.Nodes)
            {
                bool taken = workers.Contains(node.Worker.Index) && node.Item.StartIndex == schedule.StartIndex(index);
                encoding.Model.Add(node.Present.AsExpr() == (taken ? 1 : 0));
            }

            if (workers.Any(w => !visit.Nodes.Any(n => n.Worker.Index == w && n.Item.StartIndex == schedule.StartIndex(index))))
            {
                return false;
            }
        }

        return true;
    }

    private static Schedule Draw(PreparedProblem problem, Random random, double coverage)
    {
        Schedule schedule = new(problem);
        foreach (PreparedVisit visit in problem.Visits.Where(_ => random.NextDouble() < coverage))
        {
            int[] everyone = [.. Enumerable.Range(0, problem.Workers.Length)];
            random.Shuffle(everyone);
            if (everyone.Length >= visit.Seats)
            {
                schedule.Set(visit.Index, random.Next(visit.Starts.Length), everyone.AsSpan(0, visit.Seats));
            }
        }

        return schedule;
    }

    private static string Tell(Schedule schedule) => string.Join(
        ", ", schedule.ToRota().Assignments.Select(a => $"{a.Visit} {a.Start:ddd HH:mm} {string.Join('+', a.Workers)}"));
}
