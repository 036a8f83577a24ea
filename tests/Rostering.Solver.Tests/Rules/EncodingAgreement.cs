using System.Collections.Immutable;
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

    /// <summary>One hard rule and its encoding agree on random rotas, of which some keep the rule and some break it.</summary>
    public static async Task HoldsBothWaysAsync(RotaProblem problem, Rule rule, Func<RuleEncoding> encoding, int samples = 25, int seed = 1)
    {
        Rule listed = RuleCatalogue.Rules.Single(r => r.GetType() == rule.GetType());
        Assert.That(await HoldsAsync(problem, [.. listed.Terms], () => [encoding()], samples, seed), Is.EquivalentTo([true, false]), "the rotas keep the rule");
    }

    /// <summary>Some rules, by key, and their encodings agree on random rotas of a small problem.</summary>
    public static Task HoldsAsync(RotaProblem problem, IReadOnlyCollection<string> keys, int samples, int seed) =>
        HoldsAsync(problem, Terms(keys), () => Encodings(keys), samples, seed);

    /// <summary>
    /// Some hard rules, by key, and their encodings agree where a part of the rota is held that alone breaks none of them.
    /// </summary>
    /// <returns>Whether the rota kept the rules; <c>null</c> where the held part alone breaks one.</returns>
    public static async Task<bool?> HoldsWhereHeldAsync(RotaProblem problem, IReadOnlyCollection<string> keys, int seed)
    {
        (EncodingScope scope, Schedule rota) = DrawPart(PreparedProblem.From(problem), new Random(seed));
        Schedule heldAlone = rota.Copy();
        Fill(heldAlone, scope.Candidates.Keys.Select(visit => rota.Problem.Visits[visit]), [], new Random(seed), coverage: 0);
        HashSet<Term> terms = Terms(keys);
        if (!Lawful(heldAlone, terms))
        {
            return null;
        }

        bool lawful = Lawful(rota, terms);
        (CpSolverStatus status, _, _) = await SolveFixedAsync(scope, rota, Encodings(keys));
        Assert.That(status, Is.EqualTo(lawful ? CpSolverStatus.Optimal : CpSolverStatus.Infeasible), $"seed {seed}: {Tell(rota)}");
        return lawful;
    }

    /// <summary>All rules and their encodings agree on random rotas of a small problem.</summary>
    public static Task HoldsAsync(RotaProblem problem, int samples = 25, int seed = 1) =>
        HoldsAsync(problem, [.. RuleCatalogue.Terms], EncodingCatalogue.All, samples, seed);

    /// <summary>
    /// One soft rule and its encoding agree where a part of the rota is held: two rotas that differ in the free part alone cost, in the model,
    /// what they cost for the checker, but for what the held part costs in both.
    /// </summary>
    public static async Task HoldsInPartAsync(RotaProblem problem, Rule rule, Func<RuleEncoding> encoding, int samples = 12, int seed = 1)
    {
        HashSet<string> keys = [.. rule.Terms.Select(term => term.Key)];
        PreparedProblem prepared = PreparedProblem.From(problem);
        Random random = new(seed);
        for (int sample = 0; sample < samples; sample++)
        {
            (EncodingScope scope, Schedule other) = DrawPart(prepared, random);
            var (first, second) = (await SolveFixedAsync(scope, scope.Held, [encoding()]), await SolveFixedAsync(scope, other, [encoding()]));

            string story = $"sample {sample} of seed {seed}: {Tell(scope.Held)}; then {Tell(other)}; free {string.Join(' ', scope.Candidates.Keys.Order())}";
            Assert.That((first.Status, second.Status), Is.EqualTo((CpSolverStatus.Optimal, CpSolverStatus.Optimal)), story);
            Assert.That(second.Soft - first.Soft, Is.EqualTo(Points(other, RuleLevel.Soft, keys) - Points(scope.Held, RuleLevel.Soft, keys)), story);
            Assert.That(
                second.Uncovered - first.Uncovered, Is.EqualTo(Points(other, RuleLevel.Uncovered, keys) - Points(scope.Held, RuleLevel.Uncovered, keys)), story);
        }
    }

    /// <summary>A rota of which a part is free, for some of the workers, and another rota that differs in that part alone.</summary>
    public static (EncodingScope Scope, Schedule Other) DrawPart(PreparedProblem problem, Random random)
    {
        Schedule held = Draw(problem, random, coverage: 0.9);
        PreparedVisit[] free = [.. problem.Visits.Where(_ => random.Next(2) == 0)];
        int[] candidates = [.. Enumerable.Range(0, problem.Workers.Length)];
        random.Shuffle(candidates);
        candidates = candidates[..Math.Max(2, candidates.Length - 1)];
        Fill(held, free, candidates, random, coverage: 0.8);
        Schedule other = held.Copy();
        Fill(other, free, candidates, random, coverage: 0.8);
        return (new EncodingScope(held, free.ToImmutableDictionary(v => v.Index, _ => candidates.Order().ToImmutableArray())), other);
    }

    private static HashSet<Term> Terms(IReadOnlyCollection<string> keys) =>
        [.. RuleCatalogue.Rules.Where(rule => keys.Contains(rule.Key)).SelectMany(rule => rule.Terms)];

    // The catalogues list the same rules in the same order; a test holds them to it.
    private static IReadOnlyList<RuleEncoding> Encodings(IReadOnlyCollection<string> keys) =>
        [.. EncodingCatalogue.All().Where((_, at) => keys.Contains(RuleCatalogue.Rules[at].Key))];

    private static bool Lawful(Schedule schedule, HashSet<Term> terms) => Lawful(RotaChecker.Check(schedule), terms);

    private static bool Lawful(RotaCheck check, HashSet<Term> terms) => !check.Findings.Any(f => f.Term.Level == RuleLevel.Hard && terms.Contains(f.Term));

    private static long Points(Schedule schedule, RuleLevel level, HashSet<string> keys) =>
        RotaChecker.Check(schedule).Terms.Where(t => t.Level == level && keys.Contains(t.Key)).Sum(t => t.Points);

    // Whether rotas that keep the hard rules, and rotas that break them, were among those drawn.
    private static async Task<HashSet<bool>> HoldsAsync(
        RotaProblem problem, HashSet<Term> terms, Func<IReadOnlyList<RuleEncoding>> encodings, int samples, int seed)
    {
        PreparedProblem prepared = PreparedProblem.From(problem);
        Random random = new(seed);
        HashSet<bool> seen = [];
        for (int sample = 0; sample < samples; sample++)
        {
            Schedule schedule = Draw(prepared, random, coverage: (sample % 5) / 4.0);
            RotaCheck check = RotaChecker.Check(schedule);
            bool lawful = Lawful(check, terms);
            long soft = check.Terms.Where(t => t.Level == RuleLevel.Soft && terms.Any(x => x.Key == t.Key)).Sum(t => t.Points);
            long uncovered = check.Terms.Where(t => t.Level == RuleLevel.Uncovered && terms.Any(x => x.Key == t.Key)).Sum(t => t.Points);

            string story = $"sample {sample} of seed {seed}: {Tell(schedule)}; checker says: {string.Join("; ", check.HardViolations.Select(v => v.Sentence))}";
            (CpSolverStatus status, long Soft, long Uncovered) = await SolveFixedAsync(EncodingScope.Whole(prepared), schedule, encodings());

            Assert.That(status, Is.EqualTo(lawful ? CpSolverStatus.Optimal : CpSolverStatus.Infeasible), story);
            if (lawful)
            {
                Assert.That((Soft, Uncovered), Is.EqualTo((soft, uncovered)), story);
            }

            if (prepared.Visits.Any(visit => schedule.Covered(visit.Index)))
            {
                seen.Add(lawful);
            }
        }

        return seen;
    }

    private static async Task<(CpSolverStatus Status, long Soft, long Uncovered)> SolveFixedAsync(
        EncodingScope scope, Schedule schedule, IReadOnlyList<RuleEncoding> encodings)
    {
        RotaEncoding encoding = RotaEncoding.Build(schedule.Problem, scope, encodings);
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

    /// <summary>Fixes the free visits as in a schedule; false where it uses a node that the encoding did not even build.</summary>
    public static bool Fix(RotaEncoding encoding, Schedule schedule)
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
        Fill(schedule, problem.Visits, [.. Enumerable.Range(0, problem.Workers.Length)], random, coverage);
        return schedule;
    }

    private static void Fill(Schedule schedule, IEnumerable<PreparedVisit> visits, int[] candidates, Random random, double coverage)
    {
        foreach (PreparedVisit visit in visits)
        {
            int[] workers = [.. candidates];
            random.Shuffle(workers);
            bool covered = random.NextDouble() < coverage && workers.Length >= visit.Seats;
            schedule.Set(visit.Index, random.Next(visit.Starts.Length), workers.AsSpan(0, covered ? visit.Seats : 0));
        }
    }

    private static string Tell(Schedule schedule) => string.Join(
        ", ", schedule.ToRota().Assignments.Select(a => $"{a.Visit} {a.Start:ddd HH:mm} {string.Join('+', a.Workers)}"));
}
